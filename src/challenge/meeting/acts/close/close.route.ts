import { Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { Writes } from '../../../../platform/http/docs.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { AuthorisedMeetings } from '../../authorised-meetings.js';

@ChallengeRoute('meetings')
export class CloseMeetingRoute {
  constructor(private readonly authorised: AuthorisedMeetings) {}

  @Post(':meeting/close')
  @Permits('challenge.record')
  @Writes({
    operationId: 'closeMeeting',
    summary: 'Close it; what was not dealt with goes to the next one of the series',
  })
  close(@Param('meeting', ReferencePipe) id: string, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.authorised.end(id, { type: 'close' }, sent);
  }
}
