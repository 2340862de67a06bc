import { notYours } from '../platform/decider.js';
import type { Actor } from '../platform/event-store/event-store.js';
import { actsAs } from '../protocol/own-posts.js';
import type { BuiltInPost, PostKind } from '../protocol/protocol.js';
import type { Seats } from './events.js';

/*
 * The people who sit in a meeting (docs/decisions/0025-who-sits-in-a-meeting.md). A seat by post opens the cases of the teams for which the post
 * answers; a seat of a person opens every case that is tabled. Either opens it until its item is decided or taken off.
 */

/** Posts that answer for every team, so that a seat for one opens every case that is tabled. */
export const FOR_EVERY_TEAM: readonly BuiltInPost[] = [
  'executive-head',
  'assistant-director',
  'agency-decision-maker',
  'director',
  'chief-executive',
];

/** A post of the council's own answers for as many teams as the post that it acts as. */
export const answersForEveryTeam = (post: PostKind): boolean => FOR_EVERY_TEAM.some((kind) => kind === actsAs(post));

/** Those who sit in it by person, each once; left out where there is nobody. */
export const seatedIn = (people: readonly string[] | null | undefined): Pick<Seats, 'people'> => {
  const each = [...new Set(people ?? [])];
  return each.length === 0 ? {} : { people: each };
};

/** Those in a meeting, by person. */
export const peopleIn = ({ people }: Pick<Seats, 'people'>): readonly string[] => people ?? [];

/**
 * Business support arranges meetings and may read no case, so it seats nobody to whom that would open one: posts of teams and services
 * only, whose holders read the cases of their teams anyway. A person seated before by the IRO service stays.
 *
 * @param before the seats as they are; null for a meeting or a series that is new
 * @throws Refusal `seats-not-yours`
 */
export const mustBeTheirsToSeat = (seats: Seats, before: Seats | null, actor: Actor): void => {
  if (actor.role !== 'business-support') return;
  const posts = seats.posts.filter((post) => answersForEveryTeam(post) && before?.posts.includes(post) !== true);
  const people = peopleIn(seats).filter((person) => before === null || !peopleIn(before).includes(person));
  if (posts.length + people.length === 0) return;
  notYours(
    'seats-not-yours',
    'A seat for a person, or for a post that answers for every team, opens every case on the agenda. Those who answer for the IRO ' +
      'service give such seats: leave them out, and ask an IRO manager to add them.',
  );
};
