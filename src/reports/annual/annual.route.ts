import { Body, Controller, Get, Inject, Injectable, Param, type PipeTransform, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { isFinancialYear } from '../../calendar/dates.js';
import { Known } from '../../directory/known.js';
import { Recorder } from '../../directory/record.js';
import { Reads, Writes } from '../../platform/http/docs.js';
import { notFound } from '../../platform/http/problem.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { CLOCK } from '../../platform/tokens.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import { annualReport } from './annual-report.js';
import { type ReportAct, reportDecider, reportStream } from '../report.js';
import { AnnualQuery, AnnualReportDto, EnterPublishedTotalDto, NoteFigureDto } from './annual.dto.js';

@Injectable()
export class YearPipe implements PipeTransform<string, string> {
  transform(written: string): string {
    const year = written.replace('-', '/');
    if (!isFinancialYear(year)) throw notFound();
    return year;
  }
}

@ApiTags('Figures')
@Controller('api/v1/reports/annual')
export class AnnualReportRoute {
  constructor(
    private readonly recorder: Recorder,
    private readonly known: Known,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':year')
  @Permits('figures.read')
  @Reads(
    { operationId: 'readAnnualReport', summary: 'The annual report’s figures beside the year before' },
    AnnualReportDto,
  )
  read(@Param('year', YearPipe) year: string, @Query() { against }: AnnualQuery): AnnualReportDto {
    const report = annualReport(year, this.readModels, this.clock.now(), against?.replace('-', '/'));
    const teams = report.teams.map((each) => ({ ...each, before: [...each.before], after: [...each.after] }));
    return { ...report, measures: [...report.measures], teams };
  }

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
