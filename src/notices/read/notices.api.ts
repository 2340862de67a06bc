import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { NoticesDto } from './notices.dto.js';
import { ListNotices } from './notices.query.js';

@ApiTags('Notices')
@Controller('api/v1/notices')
export class NoticesApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('notice.read', 'notice.read-all')
  @OpensNothing('A notice holds no word about a child.')
  @Reads(
    { operationId: 'listNotices', summary: 'The last 200 notices: your own, or for an administrator everybody’s' },
    NoticesDto,
  )
  list(@Asking() asker: Asker): Promise<NoticesDto> {
    return this.queries.execute(new ListNotices(asker));
  }
}
