import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { KindsOfPost } from '../../../../directory/posts/kinds-of-post.js';
import { Writes } from '../../../../platform/http/docs.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { AuthorisedMeetings } from '../../authorised-meetings.js';
import { whoCame } from '../who-came.js';
import { CorrectAttendanceDto } from './correct-attendance.dto.js';

@ChallengeRoute('meetings')
export class CorrectAttendanceRoute {
  constructor(
    private readonly authorised: AuthorisedMeetings,
    private readonly kinds: KindsOfPost,
  ) {}

  @Post(':meeting/correct-attendance')
  @Permits('challenge.record')
  @Writes({ operationId: 'correctAttendance', summary: 'Say anew who was there' })
  async correct(
    @Param('meeting', ReferencePipe) id: string,
    @Body() { reason, ...came }: CorrectAttendanceDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const attendance = await whoCame(came, this.kinds);
    return this.authorised.act(id, { type: 'correct-attendance', attendance, reason }, sent);
  }
}
