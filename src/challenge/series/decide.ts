import { type Decider, decideBy } from '../../platform/decider.js';
import type { SeriesContext } from '../context.js';
import type { MeetingSeriesEvent } from '../events.js';
import { SERIES_ACTS, type SeriesAct } from './acts/all-acts.js';
import { evolve, notStarted, type SeriesState } from './series.js';

/** Decides an act by the rule in the folder of its name. Meetings already arranged keep the day they have. */
export const meetingSeriesDecider: Decider<SeriesState, SeriesAct, MeetingSeriesEvent, SeriesContext> = {
  initial: notStarted,
  evolve,
  decide: decideBy(SERIES_ACTS),
};
