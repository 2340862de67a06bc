import { Body, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { KindsOfPost } from '../../../../directory/posts/kinds-of-post.js';
import { Writes } from '../../../../platform/http/docs.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { AuthorisedSeries } from '../../authorised-series.js';
import { StartSeriesDto, termsIn } from './start.dto.js';

@ChallengeRoute('series')
export class StartSeriesRoute {
  constructor(
    private readonly authorised: AuthorisedSeries,
    private readonly kinds: KindsOfPost,
  ) {}

  @Post()
  @Permits('challenge.arrange')
  @Writes({ operationId: 'startSeries', summary: 'Start a series; its first meeting is arranged' }, { status: 201 })
  async start(@Body() body: StartSeriesDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const posts = await this.kinds.allHeld(body.posts, '/posts');
    return this.authorised.start(termsIn(body, posts), body.from, sent);
  }
}
