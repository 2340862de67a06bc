import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { Writes } from '../../../../platform/http/docs.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { MeetingDesk } from '../../meeting-desk.js';
import { BeginMeetingDto } from './begin.dto.js';

@ChallengeRoute('meetings')
export class BeginMeetingRoute {
  constructor(private readonly desk: MeetingDesk) {}

  @Post(':meeting/begin')
  @Permits('challenge.record')
  @Writes({ operationId: 'beginMeeting', summary: 'Begin it: who is there' })
  begin(
    @Param('meeting', ReferencePipe) id: string,
    @Body() { present, apologies }: BeginMeetingDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const attendance = {
      present: present.map(({ post, person }) => ({ post, person: person ?? null })),
      apologies: apologies ?? [],
    };
    return this.desk.act(id, { type: 'begin', attendance }, sent);
  }
}
