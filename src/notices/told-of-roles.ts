import { rowOf } from '../access/access-table.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import type { PostKind } from '../protocol/protocol.js';
import { holdersAbove } from '../roles/above.js';
import type { RoleProposalEvent } from '../roles/events.js';
import type { ProposalState } from '../roles/proposal.js';
import type { NoticeLine } from './events.js';
import type { NoticeKind } from './kinds.js';
import type { Wanted } from './who-is-told.js';

/**
 * Who is told of a role that somebody gets: whoever proposed it and whoever gets it, the post above, those who may agree to it while it
 * waits, and in the end whoever decided. A notice of one's own act is how a person learns that somebody else acted in their name.
 */
export const toldOfRole = (
  event: RoleProposalEvent,
  state: ProposalState,
  actor: string,
  directory: Directory,
  on: LocalDate,
): Wanted[] => {
  const concerned = [state.by, ...(state.what.kind === 'post' ? [state.what.person] : []), actor];
  const all = (kind: NoticeKind): Wanted[] =>
    [...concerned, ...above(state, directory, on)].map((person) => ({ ...lineOf(kind, state), to: { person } }));
  switch (event.type) {
    case 'RoleProposed':
      return [...all('role-proposed'), ...mayAgree(state)];
    case 'RoleProposalAgreed':
      return all('role-given');
    case 'RoleProposalRefused':
    case 'RoleProposalTakenBack':
      return all('role-not-given');
    default:
      return [];
  }
};

/** Everybody who holds a post of the row; whoever proposed it or gets it is told something else, once. */
const mayAgree = (state: ProposalState): Wanted[] =>
  (Object.keys(rowOf('role.agree')) as PostKind[]).map((post) => ({
    ...lineOf('role-to-agree', state),
    dueOn: state.lapsesOn,
    to: { post, team: null },
  }));

const above = ({ what }: ProposalState, directory: Directory, on: LocalDate): string[] =>
  what.kind === 'post' ? holdersAbove(what.postKind, what, directory, on).flatMap(({ person }) => person ?? []) : [];

const lineOf = (kind: NoticeKind, { proposal }: ProposalState): NoticeLine => ({
  kind,
  about: proposal,
  called: 'role',
  dueOn: null,
  dueAt: null,
  actionId: null,
});
