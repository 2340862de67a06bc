import { rowOf } from '../access/access-table.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import type { PostKind } from '../protocol/protocol.js';
import { holdersAboveOf } from '../roles/above.js';
import type { AccountState } from '../sign-in/accounts/account.js';
import type { AccountEvent } from '../sign-in/accounts/events.js';
import { fromTable } from './from-table.js';
import { tellsOf } from './table/table.js';
import type { Wanted } from './who-is-told.js';

interface AboutAnAccount {
  /** Before the event; null where it began with it. */
  readonly before: AccountState | null;
  readonly actor: string;
  readonly directory: Directory;
  readonly on: LocalDate;
}

/** The people told of an account: those it signs in or did, posts above them, the actor; while it is nobody’s, those who may say whose it is. */
export const toldOfAccount = (
  event: AccountEvent,
  account: string,
  { before, actor, directory, on }: AboutAnAccount,
): Wanted[] => {
  const people = [before?.person ?? [], event.type === 'AccountTied' ? event.data.person : []].flat();
  const concerned = [...people, ...people.flatMap((person) => holdersAboveOf(person, directory, on)), actor];
  return fromTable(tellsOf('account', event.type), {
    recipients: {
      concerned: [...new Set(concerned)].map((person) => ({ person })),
      'may-tie': (Object.keys(rowOf('account.tie')) as PostKind[]).map((post) => ({ post, team: null })),
    },
    line: (kind) => ({ kind, about: account, called: 'account', dueOn: null, dueAt: null, actionId: null }),
  });
};
