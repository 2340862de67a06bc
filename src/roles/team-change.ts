import { readsAboutAChild } from '../access/case-roles.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory, HeldPost } from '../directory/directory.js';
import { postInWords } from '../directory/who-is-meant.js';
import { listedInWords } from '../platform/listed-in-words.js';
import { actsAs } from '../protocol/own-posts.js';
import { POST_KINDS } from '../protocol/protocol.js';
import { holdersAbove } from './above.js';
import type { TeamChange, TeamChangeProposed } from './events.js';

/**
 * Whether a change lets others read the cases of a team. A team that ends with nobody to take over stays with those who answered for it.
 */
export const opensCases = (change: TeamChange): boolean =>
  change.type === 'move-to-service' ? change.service !== null : change.succeededBy.length > 0;

/** The change as a proposal, with the posts to which it opens the cases of the team. */
export const teamChangeProposed = (
  team: string,
  change: TeamChange,
  directory: Directory,
  on: LocalDate,
): TeamChangeProposed => {
  const service = directory.team(team, on)?.service ?? null;
  const before = new Set(answeringFor(team, service, directory, on).map(({ postId }) => postId));
  const after = readersAfter(team, change, directory, on).filter(({ postId }) => !before.has(postId));
  const titles = new Map(after.map((post) => [post.postId, postInWords(post, directory, on)]));
  return {
    kind: 'team',
    team,
    service,
    title: inWords(team, change, directory, on),
    from: change.type === 'move-to-service' ? change.from : change.on,
    change,
    gives: [...titles.values()].map((title) => `cases of the team read by ${title}`),
  };
};

/** Everybody in office who reads the cases of the team because they answer for it: as it was proposed, and as it will be. */
export const managersConcerned = (
  { team, service, change }: Pick<TeamChangeProposed, 'team' | 'service' | 'change'>,
  directory: Directory,
  on: LocalDate,
): HeldPost[] => [...answeringFor(team, service, directory, on), ...readersAfter(team, change, directory, on)];

/** Those above the managers of a team. */
export const aboveTheTeam = (team: string, directory: Directory, on: LocalDate): HeldPost[] =>
  holdersAbove('head-of-service', { team, service: null }, directory, on);

const readersAfter = (team: string, change: TeamChange, directory: Directory, on: LocalDate): HeldPost[] =>
  change.type === 'move-to-service'
    ? answeringFor(team, change.service, directory, on)
    : change.succeededBy.flatMap((each) =>
        answeringFor(each, directory.team(each, on)?.service ?? null, directory, on),
      );

/** Everybody in office who reads the cases of a team because they answer for it itself, or for a service as one of its teams. */
export const answeringFor = (team: string, service: string | null, directory: Directory, on: LocalDate): HeldPost[] =>
  directory
    .everyPostHeld(on)
    .filter(({ kind }) => readsAboutAChild(kind, 'own-team'))
    .filter((post) => (post.team === null ? post.service !== null && post.service === service : post.team === team))
    .sort((one, other) => rankOf(one) - rankOf(other));

/** In the order in which the program lists the kinds of post. */
const rankOf = ({ kind }: HeldPost): number => POST_KINDS.findIndex((each) => each === actsAs(kind));

const takingOver = (teams: readonly string[]): string =>
  teams.length === 1 ? `${teams[0]} takes over` : `${listedInWords(teams)} take over`;

const inWords = (team: string, change: TeamChange, directory: Directory, on: LocalDate): string => {
  const named = (id: string): string => directory.team(id, on)?.name ?? id;
  if (change.type === 'end') return `${named(team)} ends, and ${takingOver(change.succeededBy.map(named))}`;
  return `${named(team)} belongs to ${change.service === null ? 'no service' : `the service ${change.service}`}`;
};
