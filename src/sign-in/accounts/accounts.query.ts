import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AccountRow } from '../../../projections/accounts/accounts.js';
import { londonDate } from '../../calendar/dates.js';
import { namesFrom } from '../../directory/names.js';
import { Readings } from '../../reading/readings.js';
import type { AccountsDto } from './accounts.dto.js';

/** The accounts of the council’s identity provider that came to sign in, or one of them. No child is in it. */
export class ListAccounts extends Query<AccountsDto> {
  constructor(readonly account: string | null = null) {
    super();
  }
}

const MOST = 500;

@QueryHandler(ListAccounts)
export class ListAccountsHandler implements IQueryHandler<ListAccounts> {
  constructor(private readonly readings: Readings) {}

  async execute({ account }: ListAccounts): Promise<AccountsDto> {
    const { readModels, directory, now } = this.readings.withoutRules();
    const names = namesFrom(directory, londonDate(now));
    const rows = readModels.all<AccountRow>(
      `SELECT * FROM accounts WHERE :account IS NULL OR account = :account
        ORDER BY person IS NULL DESC, met_at DESC, account LIMIT :most`,
      { account, most: MOST },
    );
    const whoseAddressIs = ({ user_name, email }: AccountRow): string[] =>
      readModels
        .all<{ person: string }>(
          'SELECT person FROM people WHERE lower(email) IN (lower(:user_name), lower(:email)) ORDER BY person LIMIT 5',
          { user_name, email },
        )
        .map(({ person }) => person);
    return {
      items: rows.map((row) => ({
        account: row.account,
        userName: row.user_name,
        email: row.email,
        metAt: row.met_at,
        person: row.person === null ? null : names.person(row.person),
        mayBe: row.person === null ? whoseAddressIs(row).map((person) => names.person(person)) : [],
      })),
    };
  }
}
