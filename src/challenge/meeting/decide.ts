import type { Decider } from '../../platform/decider.js';
import type { MeetingContext } from '../context.js';
import type { ChallengeMeetingEvent } from '../events.js';
import { MEETING_ACTS, type MeetingAct } from './acts/all-acts.js';
import type { MeetingActDefinition } from './acts/meeting-act.js';
import { evolve, type MeetingState, notArranged } from './meeting.js';

const definitions = new Map(
  MEETING_ACTS.map((each) => [each.type, each as unknown as MeetingActDefinition<MeetingAct>] as const),
);

/** Decides an act by the rule in the folder of its name. */
export const challengeMeetingDecider: Decider<MeetingState, MeetingAct, ChallengeMeetingEvent, MeetingContext> = {
  initial: notArranged,
  evolve,
  decide: (act, state, context) => definitions.get(act.type)!.decide(act, state, context),
};
