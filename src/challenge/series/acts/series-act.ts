import { actOn } from '../../act.js';
import type { SeriesContext } from '../../context.js';
import type { MeetingSeriesEvent } from '../../events.js';
import type { SeriesState } from '../series.js';

/** One act on a series of meetings; {@link SERIES_ACTS} names them all. */
export const seriesAct = actOn<SeriesState, SeriesContext, MeetingSeriesEvent>();
