import type { Stage } from '../../protocol/protocol.js';
import type { DisputeContext } from '../context.js';
import { type DisputeState, isFrozen } from '../dispute.js';
import { currentStage } from '../rules.js';
import { standingOf } from './standing.js';

type Times = readonly string[];

const isAmong = (times: Times, { code }: Stage): boolean => times.length === 0 || times.includes(code);

/** Whether a meeting times a stage. @param times codes of the stages that it times; none for every stage that a meeting times */
export const isTimedBy = (times: Times, stage: Stage): boolean =>
  stage.clock.unit === 'meeting' && isAmong(times, stage);

/** Whether a stage is for that meeting: it is timed by it, or waits for what a meeting decides. */
export const isForMeeting = (times: Times, stage: Stage): boolean =>
  (stage.clock.unit === 'meeting' || stage.needs === 'meeting-decision') && isAmong(times, stage);

/**
 * What a decision about a dispute looks at: a stage of it that takes its date from a meeting has that of the next one, but for those from
 * whose agenda it was taken off, which do not look at it.
 */
export const withItsMeetings = (state: DisputeState, context: DisputeContext): DisputeContext => {
  const { nextMeetingFor } = context;
  if (nextMeetingFor === undefined || !('matter' in state)) return context;
  const left = state.matter.tabled.flatMap(({ meeting, takenOff }) => (takenOff ? [meeting] : []));
  return { ...context, nextMeetingFor: (stage, besides = []) => nextMeetingFor(stage, [...left, ...besides]) };
};

/** Whether a dispute waits at its stage for what that meeting decides: it has no answer yet, and is not set aside after a death. */
export const waitsForMeeting = (
  state: DisputeState,
  times: Times,
  context: Pick<DisputeContext, 'protocols'>,
): boolean =>
  state.status === 'open' &&
  !isFrozen(state.matter) &&
  isForMeeting(times, currentStage(state.matter, context)) &&
  standingOf(state.matter, context.protocols) === 'awaiting-answer';
