import type { Addressee, DisputeRedirected } from './events.js';

/** The teams each of which must answer; one of null where a senior post answers for the whole council. */
export const teamsAsked = ({ team, alsoTeams = [] }: Pick<Addressee, 'team' | 'alsoTeams'>): (string | null)[] => [
  ...new Set([team, ...alsoTeams]),
];

/** Siblings of several teams: the posts of each must answer. */
export const isOfSeveralTeams = (addressee: Pick<Addressee, 'team' | 'alsoTeams'>): boolean =>
  teamsAsked(addressee).length > 1;

/** Each team by itself, with the same posts. */
export const eachTeamOf = ({ alsoTeams, ...addressee }: Addressee): Addressee[] =>
  teamsAsked({ team: addressee.team, alsoTeams }).map((team) => ({ ...addressee, team }));

/** The first of some teams, and the others where there are any. */
export const addressedTo = (teams: readonly (string | null)[]): Pick<Addressee, 'team' | 'alsoTeams'> => {
  const [team = null, ...others] = [...new Set(teams)];
  const alsoTeams = others.flatMap((other) => other ?? []);
  return alsoTeams.length === 0 ? { team } : { team, alsoTeams };
};

/** Siblings of other teams are asked about there too, unless it is for a team with which none of the children is. */
export const withTeamsOfSiblings = (
  team: string,
  ofChildren: readonly (string | null)[],
): { readonly team: string; readonly alsoTeams?: string[] } => {
  const others = ofChildren.includes(team) ? ofChildren.flatMap((other) => other ?? []) : [];
  const alsoTeams = [...new Set(others)].filter((other) => other !== team);
  return alsoTeams.length === 0 ? { team } : { team, alsoTeams };
};

/** The same teams are asked. */
export const isAskedOf = (
  addressee: Pick<Addressee, 'team' | 'alsoTeams'>,
  other: Pick<Addressee, 'team' | 'alsoTeams'>,
): boolean => teamsAsked(addressee).join(' ') === teamsAsked(other).join(' ');

/** What was said for some of several teams: an answer, or that it has arrived. */
export interface SaidForTeams {
  /** Left out where one team was asked, for which it then is. */
  readonly forTeams?: readonly string[];
  /** Those of these teams to which another of the children has come since: it was not said for that child. */
  readonly joinedSince?: readonly string[];
}

export const isSaidFor = ({ forTeams, joinedSince = [] }: SaidForTeams, team: string | null): boolean =>
  forTeams === undefined || team === null || (forTeams.includes(team) && !joinedSince.includes(team));

/** The same, once another of the children has come to a team: if it was said for that team, it is not all of what that team is asked. */
export const joinedBy = <Said extends SaidForTeams>(said: Said, team: string): Said =>
  said.forTeams?.includes(team) === true ? { ...said, joinedSince: [...(said.joinedSince ?? []), team] } : said;

/** The team to which it was passed on, or a part of it; null for a senior post that answers for the whole council. */
export const passedOnTo = ({ from, to, joins }: Pick<DisputeRedirected, 'from' | 'to' | 'joins'>): string | null =>
  joins ?? teamsAsked(to).find((team) => !teamsAsked(from).includes(team)) ?? null;

/** Those from whom something was asked, where the team of theirs was passed over for another as a child moved or a team ended. */
export const followedBy = (asked: Addressee, passedOn: DisputeRedirected): Addressee => {
  const after = teamsAsked(passedOn.to);
  const left = teamsAsked(passedOn.from).filter((team) => !after.includes(team));
  const inItsPlace = passedOnTo(passedOn);
  const { team: _team, alsoTeams: _alsoTeams, ...posts } = asked;
  return { ...addressedTo(teamsAsked(asked).map((team) => (left.includes(team) ? inItsPlace : team))), ...posts };
};
