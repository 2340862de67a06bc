import { Body, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { KindsOfPost } from '../../../../directory/posts/kinds-of-post.js';
import { Writes } from '../../../../platform/http/docs.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { seatedIn } from '../../../seats.js';
import { AuthorisedMeetings } from '../../authorised-meetings.js';
import { ArrangeMeetingDto } from './arrange.dto.js';

@ChallengeRoute('meetings')
export class ArrangeMeetingRoute {
  constructor(
    private readonly authorised: AuthorisedMeetings,
    private readonly kinds: KindsOfPost,
  ) {}

  @Post()
  @Permits('challenge.arrange')
  @Writes({ operationId: 'arrangeMeeting', summary: 'Arrange a single meeting' }, { status: 201 })
  async arrange(@Body() { people, ...body }: ArrangeMeetingDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const posts = await this.kinds.allHeld(body.posts, '/posts');
    return this.authorised.arrange(
      { ...body, posts, ...seatedIn(people), place: body.place ?? null, stages: null, series: null },
      sent,
    );
  }
}
