import { Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../../access/asker.js';
import { Asking } from '../../../access/asking.js';
import { Permits } from '../../../access/permission.js';
import { OpensNothing } from '../../../access/view-log/opens.js';
import { Reads } from '../../../platform/http/docs.js';
import { ChallengeRoute } from '../../challenge-route.js';
import { MeetingsPageDto, MeetingsQuery } from './list.dto.js';
import { ListMeetings } from './list.query.js';

@ChallengeRoute('meetings')
export class ListMeetingsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('challenge.read', 'challenge.read-own', 'challenge.read-outline')
  @OpensNothing('Days and posts of meetings.')
  @Reads({ operationId: 'listMeetings', summary: 'The meetings you may see' }, MeetingsPageDto)
  list(@Query() query: MeetingsQuery, @Asking() asker: Asker): Promise<MeetingsPageDto> {
    return this.queries.execute(new ListMeetings(query, asker));
  }
}
