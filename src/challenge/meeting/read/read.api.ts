import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../../access/asker.js';
import { Asking } from '../../../access/asking.js';
import { Permits } from '../../../access/permission.js';
import { Opens } from '../../../access/view-log/opens.js';
import { Reads } from '../../../platform/http/docs.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Versioned } from '../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../challenge-route.js';
import { MeetingDto } from './read.dto.js';
import { ReadMeeting } from './read.query.js';

@ChallengeRoute('meetings')
export class ReadMeetingApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':meeting')
  @Permits('challenge.read', 'challenge.read-own', 'challenge.read-outline')
  @Opens('agenda')
  @Reads({ operationId: 'readMeeting', summary: 'One meeting, its agenda, and what the agenda proposes' }, MeetingDto, {
    one: true,
  })
  async read(@Param('meeting', ReferencePipe) id: string, @Asking() asker: Asker): Promise<Versioned<MeetingDto>> {
    const view = await this.queries.execute(new ReadMeeting(id, asker));
    return new Versioned(view, view.revision);
  }
}
