import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { Recorder } from '../../directory/record.js';
import { Writes } from '../../platform/http/docs.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { type ReportAct, reportDecider, reportStream } from '../report.js';
import { YearPipe } from '../year-pipe.js';
import { EnterPublishedTotalDto, NoteFigureDto } from './annual.dto.js';

/** The notes of people on a year's figures, and the totals that were published. */
@ApiTags('Figures')
@Controller('api/v1/reports/annual')
export class AnnualReportRoute {
  constructor(private readonly recorder: Recorder) {}

  @Post(':year/notes')
  @Permits('figures.write')
  @Writes({ operationId: 'noteFigure', summary: 'Put a note on a year and a measure' })
  note(
    @Param('year', YearPipe) year: string,
    @Body() body: NoteFigureDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const { measure, note, comparable } = body;
    return this.say(year, { type: 'note-figure', year, measure, note, comparable }, sent);
  }

  @Post(':year/published-totals')
  @Permits('figures.write')
  @Writes({ operationId: 'enterPublishedTotal', summary: 'Enter a total that was published for a year without rows' })
  enter(
    @Param('year', YearPipe) year: string,
    @Body() { measure, value, source }: EnterPublishedTotalDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.say(year, { type: 'enter-published-total', year, measure, value, source }, sent);
  }

  private say(year: string, act: ReportAct, sent: SentWith): Promise<WrittenDto> {
    return this.recorder.record(
      { id: year, stream: reportStream(year), decider: reportDecider, act, permission: 'figures.write' },
      sent,
    );
  }
}
