import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { Writes } from '../../../../platform/http/docs.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { AuthorisedMeetings } from '../../authorised-meetings.js';
import { CancelMeetingDto } from './cancel.dto.js';

@ChallengeRoute('meetings')
export class CancelMeetingRoute {
  constructor(private readonly authorised: AuthorisedMeetings) {}

  @Post(':meeting/cancel')
  @Permits('challenge.arrange')
  @Writes({ operationId: 'cancelMeeting', summary: 'Call it off; its agenda goes to the next one of the series' })
  cancel(
    @Param('meeting', ReferencePipe) id: string,
    @Body() { reason }: CancelMeetingDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.end(id, { type: 'cancel', reason }, sent);
  }
}
