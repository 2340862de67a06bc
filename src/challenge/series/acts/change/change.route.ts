import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { KindsOfPost } from '../../../../directory/posts/kinds-of-post.js';
import { Writes } from '../../../../platform/http/docs.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { AuthorisedSeries } from '../../authorised-series.js';
import { termsSaidIn } from '../start/start.dto.js';
import { ChangeSeriesDto } from './change.dto.js';

@ChallengeRoute('series')
export class ChangeSeriesRoute {
  constructor(
    private readonly authorised: AuthorisedSeries,
    private readonly kinds: KindsOfPost,
  ) {}

  @Post(':series/change')
  @Permits('challenge.arrange')
  @Writes({ operationId: 'changeSeries', summary: 'Change its terms from a day on; what is arranged keeps its day' })
  async change(
    @Param('series', ReferencePipe) series: string,
    @Body() body: ChangeSeriesDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const { from, reason, twiceInMonth } = body;
    const act = {
      type: 'change' as const,
      terms: termsSaidIn(body, await this.kinds.allHeld(body.posts, '/posts')),
      from,
      reason,
      twiceInMonth: twiceInMonth ?? false,
    };
    return this.authorised.act(series, act, sent);
  }
}
