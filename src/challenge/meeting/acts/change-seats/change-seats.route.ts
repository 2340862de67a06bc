import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { KindsOfPost } from '../../../../directory/posts/kinds-of-post.js';
import { Writes } from '../../../../platform/http/docs.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { seatedIn } from '../../../seats.js';
import { AuthorisedMeetings } from '../../authorised-meetings.js';
import { ChangeSeatsDto } from './change-seats.dto.js';

@ChallengeRoute('meetings')
export class ChangeSeatsRoute {
  constructor(
    private readonly authorised: AuthorisedMeetings,
    private readonly kinds: KindsOfPost,
  ) {}

  @Post(':meeting/change-seats')
  @Permits('challenge.arrange')
  @Writes({ operationId: 'changeSeats', summary: 'Say anew who sits in it' })
  async change(
    @Param('meeting', ReferencePipe) id: string,
    @Body() { posts, people, reason }: ChangeSeatsDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const held = await this.kinds.allHeld(posts, '/posts');
    return this.authorised.act(id, { type: 'change-seats', posts: held, ...seatedIn(people), reason }, sent);
  }
}
