import { answersForTeams, type Post } from '../directory.js';

/** For what a post answers, in words: `Locality North`, `the whole council`. @param teamCalled the name of a team, by its id */
export const answersForInWords = (
  { kind, team, service }: Pick<Post, 'kind' | 'team' | 'service'>,
  teamCalled: (team: string) => string,
): string => {
  if (team !== null) return teamCalled(team);
  return service ?? (answersForTeams(kind) ? 'nothing, for it names no team or service' : 'the whole council');
};
