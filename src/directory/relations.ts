import type { RelationsFrom } from '../access/access.js';
import type { Relation } from '../access/access-table.js';
import { type Asker, relationsByOwner } from '../access/asker.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { PostKind } from '../protocol/protocol.js';
import { answersForCouncil, type Child, type Directory, type HeldPost, type Post } from './directory.js';

/** Whether a post answers for a team: its own, every team of its service, or every team of the council. */
export const covers = (post: Post, team: string, directory: Directory, today: LocalDate): boolean => {
  if (post.team !== null) return post.team === team;
  if (post.service !== null) return post.service === directory.team(team, today)?.service;
  return answersForCouncil(post);
};

/** Whether what is addressed to a team, or to none, reaches a post: without a team only those who answer for the whole council. */
export const isReached = (post: Post, team: string | null, directory: Directory, today: LocalDate): boolean =>
  team === null ? answersForCouncil(post) : covers(post, team, directory, today);

/** A child is a social worker's own where they are its worker, and an IRO's or a chair's where they hold it. */
export const relationsByChild = (
  post: Post,
  asker: Asker,
  { owners, workers }: { readonly owners: readonly (string | null | undefined)[]; readonly workers: readonly string[] },
): Relation[] => {
  if (post.kind !== 'social-worker') return relationsByOwner(asker, owners);
  return workers.includes(asker.person) ? ['own-child'] : [];
};

/** The social workers of some children on a day, each once. */
export const workersOf = (children: readonly string[], directory: Directory, on: LocalDate): string[] => [
  ...new Set(children.flatMap((child) => directory.child(child, on)?.socialWorker ?? [])),
];

/**
 * Posts of a kind that answer for a team, with their holders. A social worker answers for their own children, never for those of
 * everybody in the team: of that kind there are the posts of the children's workers alone, and none where no worker is known.
 */
export const postsAnswering = (
  kind: PostKind,
  team: string | null,
  children: readonly string[],
  directory: Directory,
  on: LocalDate,
): readonly HeldPost[] =>
  kind === 'social-worker'
    ? workersOf(children, directory, on).flatMap((person) =>
        directory
          .postsHeldBy(person, on)
          .filter((post) => post.kind === kind)
          .slice(0, 1)
          .map((post) => ({ ...post, person })),
      )
    : directory.postsFor(kind, team, on);

/** The relation of the asker to a child, from each of their posts. */
export const relationsToChild =
  (child: Child, asker: Asker, directory: Directory, today: LocalDate): RelationsFrom =>
  (post) => {
    const workers = child.socialWorker === null ? [] : [child.socialWorker];
    const relations: Relation[] = relationsByChild(post, asker, { owners: [child.iro], workers });
    if (child.team !== null && covers(post, child.team, directory, today)) relations.push('own-team');
    return relations;
  };
