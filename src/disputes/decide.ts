import { assertNever, type Decider } from '../platform/decider.js';
import { acknowledgeReceipt } from './acknowledge-receipt/acknowledge-receipt.js';
import type { DisputeAct } from './acts.js';
import { addNote } from './add-note/add-note.js';
import { answer } from './answer/answer.js';
import { askForEarlierDate } from './ask-for-earlier-date/ask-for-earlier-date.js';
import { askForExtension } from './ask-for-extension/ask-for-extension.js';
import { carryOnAfterCare } from './carry-on-after-care/carry-on-after-care.js';
import { chase } from './chase/chase.js';
import type { DisputeContext } from './context.js';
import { correctImported } from './correct-imported/correct-imported.js';
import { correctTheme } from './correct-theme/correct-theme.js';
import { type DisputeState, evolve, notRaised } from './dispute.js';
import { endOtherwise } from './end-otherwise/end-otherwise.js';
import { escalate } from './escalate/escalate.js';
import type { DisputeEvent } from './events.js';
import { freeze } from './freeze/freeze.js';
import { formalise } from './formalise/formalise.js';
import { grantExtension } from './grant-extension/grant-extension.js';
import { handOver } from './hand-over/hand-over.js';
import { importRow } from './import-row/import-row.js';
import { judge } from './judge/judge.js';
import { liftRestriction } from './lift-restriction/lift-restriction.js';
import { linkDispute } from './link/link.js';
import { markActionDone } from './mark-action-done/mark-action-done.js';
import { markDeadlinePassed } from './mark-deadline-passed/mark-deadline-passed.js';
import { moveDeadlineForHoliday } from './move-deadline-for-holiday/move-deadline-for-holiday.js';
import { noteFiling } from './note-filing/note-filing.js';
import { pauseClock } from './pause-clock/pause-clock.js';
import { raiseFormal } from './raise-formal/raise-formal.js';
import { raiseInformal } from './raise-informal/raise-informal.js';
import { recordAgencyReply } from './record-agency-reply/record-agency-reply.js';
import { recordCafcassReply } from './record-cafcass-reply/record-cafcass-reply.js';
import { recordChallengeDecision } from './record-challenge-decision/record-challenge-decision.js';
import { recordChildView } from './record-child-view/record-child-view.js';
import { recordConversation } from './record-conversation/record-conversation.js';
import { recordIroView } from './record-iro-view/record-iro-view.js';
import { recordStalemate } from './record-stalemate/record-stalemate.js';
import { redirect } from './redirect/redirect.js';
import { referToCafcass } from './refer-to-cafcass/refer-to-cafcass.js';
import { refuseExtension } from './refuse-extension/refuse-extension.js';
import { reopen } from './reopen/reopen.js';
import { resolve } from './resolve/resolve.js';
import { restrictDispute } from './restrict/restrict.js';
import { resumeClock } from './resume-clock/resume-clock.js';
import { sendBack } from './send-back/send-back.js';
import { setMeetingDate } from './set-meeting-date/set-meeting-date.js';
import { tableForChallenge } from './table-for-challenge/table-for-challenge.js';
import { takeOffAgenda } from './take-off-agenda/take-off-agenda.js';
import { takeOn } from './take-on/take-on.js';
import { takeToAgency } from './take-to-agency/take-to-agency.js';
import { unfreeze } from './unfreeze/unfreeze.js';
import { voidDispute } from './void/void.js';
import { withdrawImported } from './withdraw-imported/withdraw-imported.js';
import { withdraw } from './withdraw/withdraw.js';

/** What follows from an act, by the rules in the folder of its name. */
const decide = (act: DisputeAct, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  switch (act.type) {
    case 'record-conversation':
      return recordConversation(act, state, context);
    case 'raise-informal':
      return raiseInformal(act, state, context);
    case 'raise-formal':
      return raiseFormal(act, state, context);
    case 'answer':
      return answer(act, state, context);
    case 'judge':
      return judge(act, state, context);
    case 'record-iro-view':
      return recordIroView(act, state, context);
    case 'ask-for-extension':
      return askForExtension(act, state, context);
    case 'grant-extension':
      return grantExtension(act, state, context);
    case 'refuse-extension':
      return refuseExtension(act, state, context);
    case 'ask-for-earlier-date':
      return askForEarlierDate(act, state, context);
    case 'set-meeting-date':
      return setMeetingDate(act, state, context);
    case 'chase':
      return chase(act, state, context);
    case 'escalate':
      return escalate(act, state, context);
    case 'redirect':
      return redirect(act, state, context);
    case 'hand-over':
      return handOver(act, state, context);
    case 'mark-action-done':
      return markActionDone(act, state, context);
    case 'refer-to-cafcass':
      return referToCafcass(act, state, context);
    case 'record-cafcass-reply':
      return recordCafcassReply(act, state, context);
    case 'record-child-view':
      return recordChildView(act, state, context);
    case 'correct-theme':
      return correctTheme(act, state, context);
    case 'add-note':
      return addNote(act, state);
    case 'link':
      return linkDispute(act, state, context);
    case 'formalise':
      return formalise(act, state, context);
    case 'resolve':
      return resolve(act, state, context);
    case 'record-stalemate':
      return recordStalemate(act, state, context);
    case 'end-otherwise':
      return endOtherwise(act, state, context);
    case 'carry-on-after-care':
      return carryOnAfterCare(act, state, context);
    case 'withdraw':
      return withdraw(act, state, context);
    case 'void':
      return voidDispute(act, state, context);
    case 'reopen':
      return reopen(act, state, context);
    case 'note-filing':
      return noteFiling(act, state, context);
    case 'take-on':
      return takeOn(act, state, context);
    case 'import-row':
      return importRow(act, state);
    case 'correct-imported':
      return correctImported(act, state);
    case 'withdraw-imported':
      return withdrawImported(act, state);
    case 'acknowledge-receipt':
      return acknowledgeReceipt(act, state, context);
    case 'mark-deadline-passed':
      return markDeadlinePassed(act, state, context);
    case 'move-deadline-for-holiday':
      return moveDeadlineForHoliday(act, state, context);
    case 'pause-clock':
      return pauseClock(act, state, context);
    case 'resume-clock':
      return resumeClock(act, state, context);
    case 'send-back':
      return sendBack(act, state, context);
    case 'table-for-challenge':
      return tableForChallenge(act, state, context);
    case 'take-off-agenda':
      return takeOffAgenda(act, state, context);
    case 'record-challenge-decision':
      return recordChallengeDecision(act, state, context);
    case 'restrict':
      return restrictDispute(act, state, context);
    case 'lift-restriction':
      return liftRestriction(act, state, context);
    case 'freeze':
      return freeze(act, state, context);
    case 'unfreeze':
      return unfreeze(act, state, context);
    case 'take-to-agency':
      return takeToAgency(act, state, context);
    case 'record-agency-reply':
      return recordAgencyReply(act, state, context);
    default:
      return assertNever(act);
  }
};

export const disputeDecider: Decider<DisputeState, DisputeAct, DisputeEvent, DisputeContext> = {
  initial: notRaised,
  evolve,
  decide,
};
