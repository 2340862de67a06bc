import type { AccountDto } from './accounts.dto.js';

/** Accounts, with whether the reader may say whose they are. */
export interface AccountsAsRead {
  readonly items: readonly AccountDto[];
  readonly mayTie: boolean;
  /** Somebody who may do so has an e-mail address, to which a message about a new account goes. */
  readonly areTold: boolean;
}

export const presentAccounts = ({ items, mayTie, areTold }: AccountsAsRead): object => ({
  title: 'Accounts',
  ...{ mayTie, areTold },
  waiting: items.filter(({ person }) => person === null).map(shown),
  tied: items.filter(({ person }) => person !== null).map(shown),
});

/** @param items holds the one account that is shown */
export const presentAccount = ({ items, mayTie }: AccountsAsRead): object => {
  const account = items[0]!;
  return { ...shown(account), title: calledThere(account), isTied: account.person !== null, mayTie };
};

/** The name of an account at the identity provider; its reference if there is none. */
export const calledThere = ({ userName, email, account }: AccountDto): string => userName ?? email ?? account;

const shown = (account: AccountDto): object => ({
  reference: account.account,
  called: calledThere(account),
  email: account.email,
  metAt: account.metAt,
  signsIn: account.person?.name ?? account.person?.id ?? null,
  mayBe: account.mayBe.map(({ id, name }) => name ?? id),
});
