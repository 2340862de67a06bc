import type { Permission } from '../../../access/access-table.js';
import type { MeetingContext } from '../../context.js';
import type { ChallengeMeetingEvent } from '../../events.js';
import type { MeetingState } from '../meeting.js';

/**
 * One act on a meeting: what a person or the program can ask of it. It is defined in the folder of its name, which also holds its
 * route, its test, and an example of each event that it brought with it; {@link MEETING_ACTS} names them all.
 */
export interface MeetingActDefinition<
  Act extends { readonly type: string },
  Owned extends ChallengeMeetingEvent['type'] = never,
> {
  readonly type: Act['type'];
  /** The row of the access table that lets people do it. It stands on each route that sends the act as well, and a test compares them. */
  readonly permission: Permission;
  /**
   * What follows from the act.
   * @throws Refusal where a rule says no
   */
  decide(act: Act, state: MeetingState, context: MeetingContext): ChallengeMeetingEvent[];
  /** The folders, under `acts/`, of the routes by which people send it. */
  readonly routes: readonly string[];
  /** The events that came with this act, each with the version in which it is written today. */
  readonly events: { readonly [Type in Owned]: number };
}

export const meetingAct = <Act extends { readonly type: string }, Owned extends ChallengeMeetingEvent['type'] = never>(
  definition: MeetingActDefinition<Act, Owned>,
): MeetingActDefinition<Act, Owned> => definition;
