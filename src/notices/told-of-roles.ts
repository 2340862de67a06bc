import { rowOf } from '../access/access-table.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory, HeldPost } from '../directory/directory.js';
import { assertNever } from '../platform/decider.js';
import { postByName } from '../protocol/in-words.js';
import type { PostKind } from '../protocol/protocol.js';
import { holdersAbove, holdersAboveOf } from '../roles/above.js';
import type { RoleProposalEvent, WhatIsProposed } from '../roles/events.js';
import { type ProposalState, whoGets } from '../roles/proposal.js';
import { aboveTheTeam, managersConcerned } from '../roles/team-change.js';
import type { Recipient } from './concerned.js';
import type { NoticeLine } from './events.js';
import { fromTable } from './from-table.js';
import type { NoticeKind } from './kinds.js';
import { tellsOf } from './table/table.js';
import type { Wanted } from './who-is-told.js';

/**
 * The people who are told of a role that somebody gets, or of a team whose cases others are to read: the proposer, the person who gets it, the
 * managers on both sides, the post above, those who may agree to it while it
 * waits, and in the end the person who decided. A notice of one's own act is how a person learns that somebody else acted in their name.
 */
export const toldOfRole = (
  event: RoleProposalEvent,
  state: ProposalState,
  actor: string,
  directory: Directory,
  on: LocalDate,
): Wanted[] => {
  const overIt = above(state.what, directory, on);
  // While it waits, whoever is above and may agree to it is asked for that.
  const onlyHear = event.type === 'RoleProposed' ? overIt.filter((person) => !agrees(person, directory, on)) : overIt;
  const concerned = [state.by, ...gettingIt(state.what, directory, on), actor, ...onlyHear];
  return fromTable(tellsOf('roleProposal', event.type), {
    recipients: { concerned: concerned.map((person) => ({ person })), 'may-agree': mayAgree() },
    line: (kind) => ({ ...lineOf(kind, state), dueOn: kind === 'role-to-agree' ? state.lapsesOn : null }),
  });
};

/** Everybody who holds a post of the row; the person who proposed it or gets it is told something else, once. */
export const mayAgree = (): Recipient[] => postsThatAgree().map((post) => ({ post, team: null }));

const postsThatAgree = (): PostKind[] => Object.keys(rowOf('role.agree')) as PostKind[];

const agrees = (person: string, directory: Directory, on: LocalDate): boolean =>
  directory.postsHeldBy(person, on).some(({ kind }) => postsThatAgree().includes(kind));

/** The person who is to hold the post, or to be signed in; of a team, those who read its cases now, and those who are to. */
const gettingIt = (what: WhatIsProposed, directory: Directory, on: LocalDate): string[] => {
  if (what.kind === 'team') return peopleIn(managersConcerned(what, directory, on));
  return [whoGets(what) ?? []].flat();
};

const above = (what: WhatIsProposed, directory: Directory, on: LocalDate): string[] => {
  switch (what.kind) {
    case 'post':
      return peopleIn(holdersAbove(what.postKind, what, directory, on));
    case 'account':
      return holdersAboveOf(what.person, directory, on);
    case 'team':
      return peopleIn(aboveTheTeam(what.team, directory, on));
    case 'protocol':
      return [];
    default:
      return assertNever(what);
  }
};

const peopleIn = (posts: readonly HeldPost[]): string[] => posts.flatMap(({ person }) => person ?? []);

/** What is proposed, by its kind and that of a post: no person, no team and nothing that somebody wrote. */
const calledBy = (what: WhatIsProposed): string => {
  switch (what.kind) {
    case 'post':
      return `post of ${postByName(what.postKind)}`;
    case 'account':
      return 'account that signs in somebody who reads cases';
    case 'protocol':
      return 'set of rules that gives posts more than they have';
    case 'team':
      return 'change of a team by which other managers read its cases';
    default:
      return assertNever(what);
  }
};

const lineOf = (kind: NoticeKind, { proposal, what }: ProposalState): NoticeLine => ({
  kind,
  about: proposal,
  called: calledBy(what),
  dueOn: null,
  dueAt: null,
  actionId: null,
});
