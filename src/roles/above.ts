import type { LocalDate } from '../calendar/calendar.js';
import type { Directory, HeldPost } from '../directory/directory.js';
import { actsAs } from '../protocol/own-posts.js';
import type { BuiltInPost, PostKind } from '../protocol/protocol.js';

/** The kind of post above each, up the line of management (domain brief, section 2). */
const ABOVE: Readonly<Record<BuiltInPost, BuiltInPost | null>> = {
  iro: 'iro-manager',
  'conference-chair': 'iro-manager',
  'iro-manager': 'head-of-qa',
  'qa-service-manager': 'head-of-qa',
  'head-of-qa': 'assistant-director',
  'social-worker': 'team-manager',
  'assistant-team-manager': 'team-manager',
  'team-manager': 'service-manager',
  'service-manager': 'head-of-service',
  'head-of-service': 'assistant-director',
  'executive-head': 'assistant-director',
  'assistant-director': 'director',
  'agency-decision-maker': 'director',
  director: 'chief-executive',
  'chief-executive': null,
  'business-support': 'iro-manager',
  'performance-analyst': 'head-of-qa',
  inspector: 'director',
  'information-governance': 'director',
  administrator: 'director',
};

/**
 * The holders of the post above one, on a day: of the nearest kind that somebody holds.
 *
 * @param team team for which the post answers; of a service or the whole council null
 */
export const holdersAbove = (
  kind: PostKind,
  { team, service }: { readonly team: string | null; readonly service: string | null },
  directory: Directory,
  on: LocalDate,
): HeldPost[] => {
  const answersFor =
    team ?? directory.teams(on).find((each) => service !== null && each.service === service)?.teamId ?? null;
  const acting = actsAs(kind);
  for (let above = acting && ABOVE[acting]; above !== null; above = ABOVE[above]) {
    const held = directory.postsFor(above, answersFor, on).filter(({ person }) => person !== null);
    if (held.length > 0) return held;
  }
  return [];
};

/** Those who manage somebody whose post has no team of its own, on a day: the nearest above it. A post of a team is its team manager's. */
export const managersWithoutTeam = (person: string, directory: Directory, on: LocalDate): string[] =>
  directory
    .postsHeldBy(person, on)
    .filter(({ team }) => team === null)
    .flatMap((post) => holdersAbove(post.kind, post, directory, on))
    .flatMap((above) => above.person ?? []);

/** Person ids of those who hold the posts above any that somebody holds, on a day. */
export const holdersAboveOf = (person: string, directory: Directory, on: LocalDate): string[] =>
  directory
    .postsHeldBy(person, on)
    .flatMap((post) => holdersAbove(post.kind, post, directory, on))
    .flatMap(({ person: above }) => above ?? []);
