import type { Permission } from '../../../access/access-table.js';
import type { SeriesContext } from '../../context.js';
import type { MeetingSeriesEvent } from '../../events.js';
import type { SeriesState } from '../series.js';

/**
 * One act on a series of meetings. It is defined in the folder of its name, which also holds its route, its test, and an example of
 * the event that it brought with it; {@link SERIES_ACTS} names them all.
 */
export interface SeriesActDefinition<
  Act extends { readonly type: string },
  Owned extends MeetingSeriesEvent['type'] = never,
> {
  readonly type: Act['type'];
  /** The row of the access table that lets people do it. It stands on the route as well, and a test compares the two. */
  readonly permission: Permission;
  /**
   * What follows from the act.
   * @throws Refusal where a rule says no
   */
  decide(act: Act, state: SeriesState, context: SeriesContext): MeetingSeriesEvent[];
  /** The folders, under `acts/`, of the routes by which people send it. */
  readonly routes: readonly string[];
  /** The events that came with this act, each with the version in which it is written today. */
  readonly events: { readonly [Type in Owned]: number };
}

export const seriesAct = <Act extends { readonly type: string }, Owned extends MeetingSeriesEvent['type'] = never>(
  definition: SeriesActDefinition<Act, Owned>,
): SeriesActDefinition<Act, Owned> => definition;
