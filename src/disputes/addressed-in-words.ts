import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import { anyOfPosts } from '../protocol/posts-in-words.js';
import { currentRound, type DisputeState } from './dispute.js';
import { teamsAsked } from './teams-asked.js';

/**
 * Those who must answer the stage that runs, for a person who is refused: `the team manager of Locality North`. Posts and teams are shown to
 * everybody who may open it, and no name is said. Undefined where nobody is asked.
 */
export const addressedInWords = (state: DisputeState, directory: Directory, on: LocalDate): string | undefined => {
  if (state.status !== 'open') return undefined;
  const { addressee } = currentRound(state.matter);
  if (addressee.person !== undefined) return 'the person who is named to answer in place of others';
  const teams = teamsAsked(addressee).flatMap((team) => (team === null ? [] : (directory.team(team, on)?.name ?? [])));
  return `${anyOfPosts(addressee.posts)}${teams.length === 0 ? '' : ` of ${teams.join(' and ')}`}`;
};
