import type { LocalDate } from '../calendar/calendar.js';
import { actsAs } from '../protocol/own-posts.js';
import type { Population, PostKind } from '../protocol/protocol.js';

export interface Team {
  teamId: string;
  code: string;
  /** The name on the day asked for. */
  name: string;
  service: string | null;
  from: LocalDate | null;
  to: LocalDate | null;
}
export interface Post {
  postId: string;
  kind: PostKind;
  title: string;
  team: string | null;
  service: string | null;
}
export interface HeldPost extends Post {
  /** Null: a vacancy. */
  person: string | null;
}
export interface PostWithScope extends Post {
  /** Name of the team or the service for which it answers; null for the whole council. */
  scope: string | null;
}
export interface Person {
  personId: string;
  name: string;
  email: string | null;
  fromRegister: boolean;
}
export interface Child {
  childId: string;
  initials: string | null;
  bornOn: LocalDate | null;
  population: Population;
  fromRegister: boolean;
  /** Allocation on the day asked for. */
  team: string | null;
  iro: string | null;
  /** Person id of the child's own social worker on that day; null where none is known. */
  socialWorker: string | null;
  /** The day of the child's death, whatever day was asked for. */
  diedOn: LocalDate | null;
}

/** Teams, posts, people and children as they stood on a day; read from the read models. */
export interface Directory {
  team(teamId: string, on: LocalDate): Team | undefined;
  teams(on: LocalDate): Team[];
  /** The team that has taken over by a day from one that has ended; null where it has not ended, or where not one alone took over. */
  successorOf(teamId: string, on: LocalDate): string | null;
  /** Ids of every team there is or has been: what was addressed to one that has ended is there still. */
  teamIds(): string[];
  /** Every service that some team belongs to or has belonged to, by name. */
  services(): string[];
  /** A team by id, code, any of its names or other spellings; spaces, hyphens and capitals do not matter. */
  teamWritten(written: string): Team | undefined;
  /** Every team that can be meant so, those that have ended too. */
  teamsWritten(written: string): Team[];
  /** Every team there is or has been, with all that it is and was called. */
  teamsWithSpellings(): { team: Team; spellings: string[] }[];
  post(postId: string): Post | undefined;
  /** Every post, with what tells it from others of its title. */
  postsWithScope(on: LocalDate): PostWithScope[];
  /** Posts by their title, alone or followed by the name of their team or service; spaces, punctuation and capitals do not matter. */
  postsWritten(written: string, on: LocalDate): Post[];
  person(personId: string): Person | undefined;
  /** Everybody who has or had a name, so that nobody gets what is meant for another by taking theirs; a name alone says nothing of who is meant: see {@link whoIsMeant}. Capitals and punctuation do not matter. */
  peopleNamed(name: string): Person[];
  postsHeldBy(personId: string, on: LocalDate): readonly Post[];
  /** Posts that somebody holds on a day or on any day after it. */
  postsHeldFrom(personId: string, day: LocalDate): Post[];
  /**
   * Posts of a kind that answer for a team: its own, else its service's, else the council's. A post that names neither team nor
   * service is the council's only where its kind {@link answersForTeams} does not say otherwise.
   */
  postsFor(kind: PostKind, team: string | null, on: LocalDate): readonly HeldPost[];
  /** Posts of a kind that somebody holds on a day, wherever they answer. */
  postsHeld(kind: PostKind, on: LocalDate): readonly HeldPost[];
  /** Every post that somebody holds on a day. */
  everyPostHeld(on: LocalDate): readonly HeldPost[];
  child(childId: string, on: LocalDate): Child | undefined;
  /** Several children by one question, which takes little longer than to ask for one; those that nobody knows are left out. */
  children(childIds: readonly string[], on: LocalDate): readonly Child[];
  /** The person who stands in for an IRO or a chair on a day, by person id: if that one is away too, whoever stands in for them. */
  coverFor(iro: string, on: LocalDate): string | undefined;
  /** The last day on which that person stands in for them, unless it is arranged anew. */
  coverUntil(iro: string, on: LocalDate): LocalDate | undefined;
  /** For whom somebody stands in on a day, by person id. */
  coveredBy(person: string, on: LocalDate): readonly string[];
}

/** Kinds of post that answer for one team or for the teams of one service. */
const OF_TEAMS: readonly PostKind[] = [
  'social-worker',
  'assistant-team-manager',
  'team-manager',
  'service-manager',
  'head-of-service',
  'executive-head',
];

/**
 * Whether a post of this kind needs a team or a service to answer for anything. One that names neither answers for no team, sees no
 * case by its team and is told nothing; posts of the other kinds answer for the whole council unless they name less.
 */
export const answersForTeams = (kind: PostKind): boolean => OF_TEAMS.some((each) => each === actsAs(kind));

/** Whether a post answers for every team of the council. */
export const answersForCouncil = ({ kind, team, service }: Post): boolean =>
  team === null && service === null && !answersForTeams(kind);

/** An IRO or a chair may be stood in for, by another of them. */
export const mayBeCovered = ({ kind }: Pick<Post, 'kind'>): boolean => kind === 'iro' || kind === 'conference-chair';
