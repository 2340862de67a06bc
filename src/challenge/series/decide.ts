import type { Decider } from '../../platform/decider.js';
import type { SeriesContext } from '../context.js';
import type { MeetingSeriesEvent } from '../events.js';
import { SERIES_ACTS, type SeriesAct } from './acts/all-acts.js';
import type { SeriesActDefinition } from './acts/series-act.js';
import { evolve, notStarted, type SeriesState } from './series.js';

const definitions = new Map(
  SERIES_ACTS.map((each) => [each.type, each as unknown as SeriesActDefinition<SeriesAct>] as const),
);

/** Decides an act by the rule in the folder of its name. Meetings already arranged keep the day they have. */
export const meetingSeriesDecider: Decider<SeriesState, SeriesAct, MeetingSeriesEvent, SeriesContext> = {
  initial: notStarted,
  evolve,
  decide: (act, state, context) => definitions.get(act.type)!.decide(act, state, context),
};
