import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { NoticePreferencesDto } from './preferences.dto.js';
import { ReadNoticePreferences } from './preferences.query.js';

/** How the person who asks wants to be told. */
@ApiTags('Notices')
@Controller('api/v1/notice-preferences')
export class NoticePreferencesApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('notice.read')
  @OpensNothing('How one person is told.')
  @Reads({ operationId: 'readNoticePreferences', summary: 'How you are told' }, NoticePreferencesDto)
  read(@Asking() { person }: Asker): Promise<NoticePreferencesDto> {
    return this.queries.execute(new ReadNoticePreferences(person));
  }
}
