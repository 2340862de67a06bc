import { Get, Inject, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { postThatMay } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import { notFound } from '../../platform/http/problem.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import type { AccountsDto } from './accounts.dto.js';
import { ListAccounts } from './accounts.query.js';
import { type AccountsAsRead, presentAccount, presentAccounts } from './present-accounts.js';
import { areToldOfAccounts } from './told-of-accounts-by-mail.js';

/** Accounts of the council’s own sign-in, and whose they are. */
@PageRoute('accounts')
export class AccountsPage {
  constructor(
    private readonly queries: QueryBus,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('role.read')
  @OpensNothing('Accounts of staff, and whom they sign in.')
  @Page('sign-in/accounts/accounts', presentAccounts)
  list(@Asking() asker: Asker): Promise<AccountsAsRead> {
    return this.read(asker, null);
  }

  @Get(':reference')
  @Permits('role.read')
  @OpensNothing('An account of staff, and whom it signs in.')
  @Page('sign-in/accounts/account', presentAccount)
  async one(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<AccountsAsRead> {
    const read = await this.read(asker, reference);
    if (read.items.length === 0) throw notFound();
    return read;
  }

  private async read(asker: Asker, account: string | null): Promise<AccountsAsRead> {
    const { items } = await this.queries.execute<ListAccounts, AccountsDto>(new ListAccounts(account));
    return {
      items,
      mayTie: postThatMay(asker, 'account.tie') !== undefined,
      areTold: areToldOfAccounts(this.directory, londonDate(this.clock.now())),
    };
  }
}
