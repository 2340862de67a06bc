import { Body, Post } from '@nestjs/common';
import { Permits } from '../../../../access/permission.js';
import { Sent, type SentWith } from '../../../../access/sent.js';
import { Writes } from '../../../../platform/http/docs.js';
import type { WrittenDto } from '../../../../platform/http/written.dto.js';
import { ChallengeRoute } from '../../../challenge-route.js';
import { SeriesDesk } from '../../series-desk.js';
import { StartSeriesDto, termsIn } from './start.dto.js';

@ChallengeRoute('series')
export class StartSeriesRoute {
  constructor(private readonly desk: SeriesDesk) {}

  @Post()
  @Permits('challenge.arrange')
  @Writes({ operationId: 'startSeries', summary: 'Start a series; its first meeting is arranged' }, { status: 201 })
  start(@Body() body: StartSeriesDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.desk.start(termsIn(body), body.from, sent);
  }
}
