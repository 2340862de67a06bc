import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { KindsOfPost } from '../../../../directory/posts/kinds-of-post.js';
import { Writes } from '../../../../platform/http/docs.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { AuthorisedMeetings } from '../../authorised-meetings.js';
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
    @Body() { present, apologies }: BeginMeetingDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const attendance = {
      present: await Promise.all(
        present.map(async ({ post, person }, index) => ({
          post: await this.kinds.known(post, `/present/${index}/post`),
          person: person ?? null,
        })),
      ),
      apologies: await Promise.all(
        (apologies ?? []).map((post, index) => this.kinds.known(post, `/apologies/${index}`)),
      ),
    };
    return this.authorised.act(id, { type: 'begin', attendance }, sent);
  }
}
