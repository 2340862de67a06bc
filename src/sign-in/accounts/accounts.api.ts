import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { AccountsDto } from './accounts.dto.js';
import { ListAccounts } from './accounts.query.js';

@ApiTags('Roles')
@Controller('api/v1/accounts')
export class AccountsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('role.read')
  @OpensNothing('Accounts of staff, and whom they sign in.')
  @Reads(
    { operationId: 'listAccounts', summary: 'Accounts of the council’s own sign-in, and whose they are' },
    AccountsDto,
  )
  list(): Promise<AccountsDto> {
    return this.queries.execute(new ListAccounts());
  }
}
