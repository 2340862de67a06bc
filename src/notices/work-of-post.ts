import { heldOn } from '../../projections/post-holders/post-holders.js';
import type { Instant, LocalDate } from '../calendar/calendar.js';
import { addDays, londonDate } from '../calendar/dates.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { Matter } from '../work/matter.js';
import type { NoticeLine } from './events.js';
import { BEFOREHAND } from './table/table.js';
import { MY_WORK } from './where-it-leads.js';

/** Somebody who has begun to hold a post. */
export interface Begun {
  readonly post: string;
  /** 1, 2, 3 in the order in which the post was taken. */
  readonly number: number;
  readonly person: string;
}

/** Days for which it is looked whether a person who took a post has been told, where the program was not running on the first of them. */
const LATELY = 7;

/**
 * People who have begun to hold a post of late: the first day may come long after it was agreed, so it is no event. A person who held a
 * post from the beginning took over from nobody.
 *
 * @param began the moment before which nobody is told anything
 */
export const begunLately = (readModels: ReadModels, began: Instant, now: Instant): readonly Begun[] =>
  readModels.all<{ post: string; number: number; person: string }>(
    `SELECT held.post, held.number, held.person FROM post_holders AS held
      WHERE held."from" >= :since AND ${heldOn('held')} ORDER BY held.post, held.number`,
    { since: laterOf(londonDate(began), addDays(londonDate(now), -LATELY)), on: londonDate(now) },
  );

const laterOf = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/** The one notice to a person who has taken a post, of everything that is asked of them from it; null if nothing is. */
export const workOfPost = ({ post, person }: Begun, matters: readonly Pick<Matter, 'asked'>[]): NoticeLine | null => {
  const theirs = matters.filter(({ asked }) =>
    asked.some((each) => each.person === person && each.post?.postId === post),
  );
  if (theirs.length === 0) return null;
  return {
    ...{
      kind: BEFOREHAND['somebody takes a post from which something is asked'].notice,
      about: MY_WORK,
      called: 'post',
    },
    ...{ dueOn: null, dueAt: null, actionId: null, howMany: theirs.length },
  };
};
