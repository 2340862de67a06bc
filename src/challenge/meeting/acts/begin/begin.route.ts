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
import { BeginMeetingDto } from './begin.dto.js';

@ChallengeRoute('meetings')
export class BeginMeetingRoute {
  constructor(
    private readonly authorised: AuthorisedMeetings,
    private readonly kinds: KindsOfPost,
  ) {}

  @Post(':meeting/begin')
  @Permits('challenge.record')
  @Writes({ operationId: 'beginMeeting', summary: 'Begin it: who is there' })
  async begin(
    @Param('meeting', ReferencePipe) id: string,
    @Body() body: BeginMeetingDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const attendance = await whoCame(body, this.kinds);
    return this.authorised.act(id, { type: 'begin', attendance }, sent);
  }
}
