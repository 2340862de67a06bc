import type { MarkDeadlinePassed } from '../acts.js';
import type { DisputeContext } from '../context.js';
import { currentRound, type DisputeState, type Ended, type Ending, type Matter, type Open } from '../dispute.js';
import type { DisputeEvent } from '../events.js';
import {
  actionMissedAt,
  agencyReplyMissedAt,
  answerMissedAt,
  nextLookMissedAt,
  receiptMissedAt,
  totalCapMissedAt,
} from '../missed.js';
import { mustBeTheProgram } from '../rules.js';
import { stageOfRound } from '../standing.js';

/**
 * A date that was missed goes on record once, with the moment it passed, however late somebody noticed. The clock may ask as often
 * as it likes: a date that was met, has moved, or is on record already gives nothing.
 *
 * @throws Refusal `program-only`
 */
export const markDeadlinePassed = (
  act: MarkDeadlinePassed,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  mustBeTheProgram(context);
  if (state.status !== 'open' && state.status !== 'ended') return [];
  const { matter } = state;
  switch (act.deadline) {
    case 'answer':
      return answerPassed(matter, act.round, context);
    case 'receipt':
      return receiptPassed(matter, act.round, context);
    case 'action':
      return isMoot(state) ? [] : actionPassed(matter, act.actionId, context);
    case 'total-cap':
      return totalCapPassed(matter, context);
    case 'agency-reply':
      return isMoot(state) ? [] : agencyReplyPassed(matter, act.asked, context);
    case 'next-look':
      return nextLookPassed(matter, act.meeting, context);
  }
};

const answerPassed = (matter: Matter, number: number, { protocols, now }: DisputeContext): DisputeEvent[] => {
  const round = matter.rounds[number - 1];
  if (round === undefined || round.passed.answer) return [];
  const stage = stageOfRound(round, protocols);
  const dueAt = answerMissedAt(round, stage, now);
  const dueOn = round.deadline?.dueOn ?? null;
  if (dueAt === null || dueOn === null) return [];
  const data = { round: number, stage: round.stage, dueOn, dueAt, onSilence: stage.onSilence };
  return [{ type: 'AnswerDeadlinePassed', data }];
};

const receiptPassed = (matter: Matter, number: number, { now }: DisputeContext): DisputeEvent[] => {
  const round = matter.rounds[number - 1];
  if (round === undefined || round.passed.receipt) return [];
  const dueAt = receiptMissedAt(round, now);
  return dueAt === null ? [] : [{ type: 'ReceiptDeadlinePassed', data: { round: number, dueAt } }];
};

/** What was promised is owed after the dispute was resolved too, but not where the dispute itself was taken back. */
const isMoot = (state: Open | Ended): boolean => state.status === 'ended' && TAKEN_BACK.includes(state.ending);
const TAKEN_BACK: readonly Ending[] = ['withdrawn', 'voided'];

const actionPassed = (matter: Matter, actionId: string, { now }: DisputeContext): DisputeEvent[] => {
  const action = matter.actions.find((each) => each.actionId === actionId);
  if (action === undefined || action.passed) return [];
  const dueAt = actionMissedAt(action, now);
  return dueAt === null ? [] : [{ type: 'ActionDeadlinePassed', data: { actionId, dueAt } }];
};

const agencyReplyPassed = ({ agencies }: Matter, asked: number, { now }: DisputeContext): DisputeEvent[] => {
  const agency = agencies[asked - 1];
  if (agency === undefined || agency.passed) return [];
  const dueAt = agencyReplyMissedAt(agency, now);
  return dueAt === null ? [] : [{ type: 'AgencyReplyDeadlinePassed', data: { asked, dueAt } }];
};

const nextLookPassed = ({ nextLooks }: Matter, meeting: string, { now }: DisputeContext): DisputeEvent[] => {
  const look = nextLooks.find((each) => each.meeting === meeting);
  if (look === undefined || look.passed) return [];
  const dueAt = nextLookMissedAt(look, now);
  return dueAt === null ? [] : [{ type: 'NextLookPassed', data: { meeting, lookOn: look.on, dueAt } }];
};

const totalCapPassed = (matter: Matter, { protocols, now }: DisputeContext): DisputeEvent[] => {
  if (matter.totalCapPassed) return [];
  const dueAt = totalCapMissedAt(matter, stageOfRound(currentRound(matter), protocols), now);
  return dueAt === null ? [] : [{ type: 'TotalCapPassed', data: { dueAt } }];
};
