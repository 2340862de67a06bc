import type { DisputeContext } from '../../disputes/context.js';
import type { DisputeState } from '../../disputes/dispute.js';
import type { Advice } from '../../disputes/events.js';
import { mayRead } from '../../disputes/restriction.js';
import { advice } from '../../disputes/rules.js';
import type { Seats } from '../events.js';
import { peopleIn } from '../seats.js';

interface CaseAdded {
  readonly state: DisputeState;
  /** Its place among what was put on. */
  readonly index: number;
}

/** A restricted case is looked at by those in the meeting who are on its list: where nobody is, the meeting cannot deal with it. */
export const adviceOnReaders = (
  { state, index }: CaseAdded,
  seats: Seats,
  { holdersOf }: Pick<DisputeContext, 'holdersOf'>,
): Advice[] => {
  if (state.status !== 'open' || state.matter.restrictedTo === null) return [];
  const { matter } = state;
  const { team, children } = matter.subject;
  const seated = [...peopleIn(seats), ...(holdersOf?.({ team, posts: [...seats.posts] }, children) ?? [])];
  return seated.some((person) => mayRead(person, matter))
    ? []
    : [
        advice(
          'nobody-seated-reads-it',
          'This is restricted, and nobody who sits in the meeting is on its list, so the meeting cannot look at it. Have somebody who sits there ' +
            'added to the list, seat somebody who is on it, or take it off.',
          `/items/${index}`,
        ),
      ];
};
