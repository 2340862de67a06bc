import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { Known } from '../../../../directory/known.js';
import { Writes } from '../../../../platform/http/docs.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { MeetingDesk } from '../../meeting-desk.js';
import { BeginMeetingDto } from './begin.dto.js';

@ChallengeRoute('meetings')
export class BeginMeetingRoute {
  constructor(
    private readonly desk: MeetingDesk,
    private readonly known: Known,
  ) {}

  @Post(':meeting/begin')
  @Permits('challenge.record')
  @Writes({ operationId: 'beginMeeting', summary: 'Begin it: who is there' })
  async begin(
    @Param('meeting', ReferencePipe) id: string,
    @Body() { present, apologies }: BeginMeetingDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const attendance = {
      present: present.map(({ post, person }, index) => ({
        post,
        person: this.known.person(person, `/present/${index}/person`),
      })),
      apologies: apologies ?? [],
    };
    return this.desk.act(id, { type: 'begin', attendance }, sent);
  }
}
