import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { Writes } from '../../../../platform/http/docs.js';
import { ReferencePipe } from '../../../../platform/http/reference.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { AuthorisedSeries } from '../../authorised-series.js';
import { EndSeriesDto } from './end.dto.js';

@ChallengeRoute('series')
export class EndSeriesRoute {
  constructor(private readonly authorised: AuthorisedSeries) {}

  @Post(':series/end')
  @Permits('challenge.arrange')
  @Writes({ operationId: 'endSeries', summary: 'Plan no more meetings after a day' })
  end(
    @Param('series', ReferencePipe) series: string,
    @Body() { lastOn, reason }: EndSeriesDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(series, { type: 'end', lastOn, reason }, sent);
  }
}
