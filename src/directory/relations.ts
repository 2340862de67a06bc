import type { RelationsFrom } from '../access/access.js';
import type { Relation } from '../access/access-table.js';
import { type Asker, relationsByOwner } from '../access/asker.js';
import type { LocalDate } from '../calendar/calendar.js';
import { answersForCouncil, type Child, type Directory, type Post } from './directory.js';

/** Whether a post answers for a team: its own, every team of its service, or every team of the council. */
export const covers = (post: Post, team: string, directory: Directory, today: LocalDate): boolean => {
  if (post.team !== null) return post.team === team;
  if (post.service !== null) return post.service === directory.team(team, today)?.service;
  return answersForCouncil(post);
};

/** Whether what is addressed to a team, or to none, reaches a post: without a team only those who answer for the whole council. */
export const isReached = (post: Post, team: string | null, directory: Directory, today: LocalDate): boolean =>
  team === null ? answersForCouncil(post) : covers(post, team, directory, today);

/** What the asker is to a child, from each of their posts. */
export const relationsToChild =
  (child: Child, asker: Asker, directory: Directory, today: LocalDate): RelationsFrom =>
  (post) => {
    const relations: Relation[] = relationsByOwner(asker, [child.iro]);
    if (child.team !== null && covers(post, child.team, directory, today)) relations.push('own-team');
    return relations;
  };
