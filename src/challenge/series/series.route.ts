import { Body, Get, Header, Inject, Param, Post } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { notYours, postThatMay } from '../../access/access.js';
import { actorFrom } from '../../access/asker.js';
import { Permits } from '../../access/permission.js';
import { CouncilCalendar } from '../../calendar/council-calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { freeReference } from '../../platform/free-reference.js';
import { Reads, Writes } from '../../platform/http/docs.js';
import { envelopeOf } from '../../platform/http/envelope.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { WrittenDto } from '../../platform/http/written.dto.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { CLOCK } from '../../platform/tokens.js';
import { EVENT_STORE, READ_MODELS } from '../../platform/store-tokens.js';
import { calendarFile } from '../calendar/calendar-file.js';
import { ChallengeRoute } from '../challenge-route.js';
import type { SeriesTerms } from '../events.js';
import { SeriesDesk } from '../series-desk.js';
import { allSeries } from './all-series.js';
import { AllSeriesDto, ChangeSeriesDto, EndSeriesDto, StartSeriesDto } from './series.dto.js';
import { SERIES_PREFIX, type SeriesAct, seriesStream } from './series.js';

@ChallengeRoute('series')
export class SeriesRoute {
  constructor(
    private readonly desk: SeriesDesk,
    private readonly calendar: CouncilCalendar,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('challenge.read', 'challenge.read-own', 'challenge.read-outline')
  @Reads({ operationId: 'listSeries', summary: 'The series of meetings, each with its next day' }, AllSeriesDto)
  list(): AllSeriesDto {
    return { items: allSeries(this.readModels, londonDate(this.clock.now())) };
  }

  @Get(':series/calendar')
  @Permits('challenge.read', 'challenge.read-own', 'challenge.read-outline')
  @Reads({ operationId: 'readSeriesCalendar', summary: 'Its days as an iCalendar file (RFC 5545)' }, String)
  @ApiProduces('text/calendar')
  @Header('content-type', 'text/calendar; charset=utf-8')
  async calendarOf(@Param('series', ReferencePipe) series: string): Promise<string> {
    const { series: found } = await this.desk.find(series);
    const { readModels, store, calendar } = this;
    return calendarFile(found, { readModels, store, calendar, now: this.clock.now() });
  }

  @Post()
  @Permits('challenge.arrange')
  @Writes({ operationId: 'startSeries', summary: 'Start a series; its first meeting is arranged' }, { status: 201 })
  async start(@Body() body: StartSeriesDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const series = await freeReference(SERIES_PREFIX, sent.commandId, seriesStream, this.store);
    return this.act(series, { type: 'start', series, terms: termsIn(body), from: body.from }, sent);
  }

  @Post(':series/change')
  @Permits('challenge.arrange')
  @Writes({ operationId: 'changeSeries', summary: 'Change its terms from a day on; what is arranged keeps its day' })
  async change(
    @Param('series', ReferencePipe) series: string,
    @Body() body: ChangeSeriesDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    await this.desk.find(series);
    const { from, reason, twiceInMonth } = body;
    const act: SeriesAct = { type: 'change', terms: termsIn(body), from, reason, twiceInMonth: twiceInMonth ?? false };
    return this.act(series, act, sent);
  }

  @Post(':series/end')
  @Permits('challenge.arrange')
  @Writes({ operationId: 'endSeries', summary: 'Plan no more meetings after a day' })
  async end(
    @Param('series', ReferencePipe) series: string,
    @Body() { lastOn, reason }: EndSeriesDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    await this.desk.find(series);
    return this.act(series, { type: 'end', lastOn, reason }, sent);
  }

  private async act(series: string, act: SeriesAct, sent: SentWith): Promise<WrittenDto> {
    const post = postThatMay(sent.asker, 'challenge.arrange') ?? stop();
    const now = this.clock.now();
    return new WrittenDto(series, await this.desk.act(series, act, envelopeOf(sent, actorFrom(sent.asker, post), now)));
  }
}

const stop = (): never => {
  throw notYours('challenge.arrange');
};

const termsIn = (body: StartSeriesDto): SeriesTerms => ({
  kind: body.kind,
  name: body.name,
  recurrence: {
    week: body.recurrence.week,
    weekday: body.recurrence.weekday,
    everyMonths: body.recurrence.everyMonths ?? 1,
  },
  startsAt: body.startsAt,
  place: body.place ?? null,
  posts: body.posts,
  stages: body.stages ?? [],
});
