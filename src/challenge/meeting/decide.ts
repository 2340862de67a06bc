import { type Decider, decideBy } from '../../platform/decider.js';
import type { MeetingContext } from '../context.js';
import type { ChallengeMeetingEvent } from '../events.js';
import { MEETING_ACTS, type MeetingAct } from './acts/all-acts.js';
import { evolve, type MeetingState, notArranged } from './meeting.js';

/** Decides an act by the rule in the folder of its name. */
export const challengeMeetingDecider: Decider<MeetingState, MeetingAct, ChallengeMeetingEvent, MeetingContext> = {
  initial: notArranged,
  evolve,
  decide: decideBy(MEETING_ACTS),
};
