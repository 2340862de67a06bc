import type { ActOf, EventsOf } from '../../platform/decider.js';
import { acknowledgeReceiptAct } from './acknowledge-receipt/acknowledge-receipt.js';
import { addNoteAct } from './add-note/add-note.js';
import { answerAct } from './answer/answer.js';
import { answerRequestToReadAct } from './answer-request-to-read/answer-request-to-read.js';
import { askForEarlierDateAct } from './ask-for-earlier-date/ask-for-earlier-date.js';
import { askForExtensionAct } from './ask-for-extension/ask-for-extension.js';
import { askToReadAct } from './ask-to-read/ask-to-read.js';
import { askToSendBackAct } from './ask-to-send-back/ask-to-send-back.js';
import { changeLevelAct } from './change-level/change-level.js';
import { chaseAct } from './chase/chase.js';
import { confirmActionInTimeAct } from './confirm-action-in-time/confirm-action-in-time.js';
import { continueAfterCareAct } from './continue-after-care/continue-after-care.js';
import { correctImportedAct } from './correct-imported/correct-imported.js';
import { correctPopulationAct } from './correct-population/correct-population.js';
import { correctThemeAct } from './correct-theme/correct-theme.js';
import { endOtherwiseAct } from './end-otherwise/end-otherwise.js';
import { enterAnswerAct } from './enter-answer/enter-answer.js';
import { escalateAct } from './escalate/escalate.js';
import { formaliseAct } from './formalise/formalise.js';
import { freezeAct } from './freeze/freeze.js';
import { giveNewDateAct } from './give-new-date/give-new-date.js';
import { grantExtensionAct } from './grant-extension/grant-extension.js';
import { handOverAct } from './hand-over/hand-over.js';
import { importRowAct } from './import-row/import-row.js';
import { judgeAct } from './judge/judge.js';
import { liftRestrictionAct } from './lift-restriction/lift-restriction.js';
import { linkDisputeAct } from './link/link.js';
import { markActionDoneAct } from './mark-action-done/mark-action-done.js';
import { markDeadlinePassedAct } from './mark-deadline-passed/mark-deadline-passed.js';
import { moveDeadlineForHolidayAct } from './move-deadline-for-holiday/move-deadline-for-holiday.js';
import { moveToChildAct } from './move-to-child/move-to-child.js';
import { noteFilingAct } from './note-filing/note-filing.js';
import { pauseClockAct } from './pause-clock/pause-clock.js';
import { raiseFormalAct } from './raise-formal/raise-formal.js';
import { raiseInformalAct } from './raise-informal/raise-informal.js';
import { recordAgencyReplyAct } from './record-agency-reply/record-agency-reply.js';
import { recordCafcassReplyAct } from './record-cafcass-reply/record-cafcass-reply.js';
import { recordChallengeDecisionAct } from './record-challenge-decision/record-challenge-decision.js';
import { recordChildViewAct } from './record-child-view/record-child-view.js';
import { recordComplaintAct } from './record-complaint/record-complaint.js';
import { recordConversationAct } from './record-conversation/record-conversation.js';
import { recordIroViewAct } from './record-iro-view/record-iro-view.js';
import { recordStalemateAct } from './record-stalemate/record-stalemate.js';
import { redirectAct } from './redirect/redirect.js';
import { referToCafcassAct } from './refer-to-cafcass/refer-to-cafcass.js';
import { refuseExtensionAct } from './refuse-extension/refuse-extension.js';
import { refuseToSendBackAct } from './refuse-to-send-back/refuse-to-send-back.js';
import { reopenAct } from './reopen/reopen.js';
import { resolveAct } from './resolve/resolve.js';
import { restrictDisputeAct } from './restrict/restrict.js';
import { resumeClockAct } from './resume-clock/resume-clock.js';
import { sendBackAct } from './send-back/send-back.js';
import { sendMoreToCafcassAct } from './send-more-to-cafcass/send-more-to-cafcass.js';
import type { Sentence, SentenceOf } from './sentence.js';
import { setMeetingDateAct } from './set-meeting-date/set-meeting-date.js';
import { tableForChallengeAct } from './table-for-challenge/table-for-challenge.js';
import { takeBackDeathAct } from './take-back-death/take-back-death.js';
import { takeBackEntryAct } from './take-back-entry/take-back-entry.js';
import { takeBackMeetingDecisionAct } from './take-back-meeting-decision/take-back-meeting-decision.js';
import { takeEmergencyAccessAct } from './take-emergency-access/take-emergency-access.js';
import { takeMeetingDateAct } from './take-meeting-date/take-meeting-date.js';
import { takeOffAgendaAct } from './take-off-agenda/take-off-agenda.js';
import { takeOnAct } from './take-on/take-on.js';
import { takeToAgencyAct } from './take-to-agency/take-to-agency.js';
import { unfreezeAct } from './unfreeze/unfreeze.js';
import { voidDisputeAct } from './void/void.js';
import { withdrawAct } from './withdraw/withdraw.js';
import { withdrawReferralAct } from './withdraw-referral/withdraw-referral.js';
import { withdrawImportedAct } from './withdraw-imported/withdraw-imported.js';

/**
 * Every act on a dispute, in alphabetical order. The deciders, the routes, the acts that a page offers, the catalogue of events, and in
 * the tests the random histories and the crash points are made from this list.
 */
export const DISPUTE_ACTS = [
  acknowledgeReceiptAct,
  addNoteAct,
  answerAct,
  answerRequestToReadAct,
  askForEarlierDateAct,
  askForExtensionAct,
  askToReadAct,
  askToSendBackAct,
  changeLevelAct,
  chaseAct,
  confirmActionInTimeAct,
  continueAfterCareAct,
  correctImportedAct,
  correctPopulationAct,
  correctThemeAct,
  endOtherwiseAct,
  enterAnswerAct,
  escalateAct,
  formaliseAct,
  freezeAct,
  giveNewDateAct,
  grantExtensionAct,
  handOverAct,
  importRowAct,
  judgeAct,
  liftRestrictionAct,
  linkDisputeAct,
  markActionDoneAct,
  markDeadlinePassedAct,
  moveDeadlineForHolidayAct,
  moveToChildAct,
  noteFilingAct,
  pauseClockAct,
  raiseFormalAct,
  raiseInformalAct,
  recordAgencyReplyAct,
  recordCafcassReplyAct,
  recordChallengeDecisionAct,
  recordChildViewAct,
  recordComplaintAct,
  recordConversationAct,
  recordIroViewAct,
  recordStalemateAct,
  redirectAct,
  referToCafcassAct,
  refuseExtensionAct,
  refuseToSendBackAct,
  reopenAct,
  resolveAct,
  restrictDisputeAct,
  resumeClockAct,
  sendBackAct,
  sendMoreToCafcassAct,
  setMeetingDateAct,
  tableForChallengeAct,
  takeBackDeathAct,
  takeBackEntryAct,
  takeBackMeetingDecisionAct,
  takeEmergencyAccessAct,
  takeMeetingDateAct,
  takeOffAgendaAct,
  takeOnAct,
  takeToAgencyAct,
  unfreezeAct,
  voidDisputeAct,
  withdrawAct,
  withdrawImportedAct,
  withdrawReferralAct,
] as const;

type Definition = (typeof DISPUTE_ACTS)[number];

/** An act that a person or the program can ask of a dispute. Ids, the actor and the time come in the envelope of the command instead. */
export type DisputeAct = ActOf<Definition>;
export type DisputeActType = Definition['type'];

type DisputeEventType = EventsOf<Definition>;

const EVENTS = Object.assign({}, ...DISPUTE_ACTS.map(({ events }) => events)) as {
  readonly [Type in DisputeEventType]: {
    readonly version: number;
    readonly sentence: SentenceOf<Type>;
    readonly inNoReadModel?: string;
  };
};

/** The events that are meant to say nothing to any read model, each with the reason. */
export const DISPUTE_EVENTS_IN_NO_READ_MODEL: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(EVENTS).flatMap(([type, { inNoReadModel }]) =>
    inNoReadModel === undefined ? [] : [[type, inNoReadModel]],
  ),
);

/** Every event of a dispute that an act brought with it, with the version in which it is written today. */
export const DISPUTE_EVENT_VERSIONS = Object.fromEntries(
  Object.entries(EVENTS).map(([type, { version }]) => [type, version]),
) as { readonly [Type in DisputeEventType]: number };

/** How the history says it; undefined for an event that a newer program has written. */
export const sentenceFor = (type: string): Sentence<never> | undefined =>
  Object.hasOwn(EVENTS, type)
    ? (EVENTS[type as DisputeEventType] as { sentence: Sentence<never> }).sentence
    : undefined;
