import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CouncilCalendar } from '../../calendar/council-calendar.js';
import { type Envelope, type Execution, Executor } from '../../platform/executor.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import { contextOf, type SeriesContext } from '../context.js';
import type { SeriesAct } from './acts/all-acts.js';
import { meetingSeriesDecider } from './decide.js';
import { meetingsOfSeries } from './meetings-of-series.js';
import { type SeriesState, seriesStream } from './series.js';

/** Every act on a series of meetings. */
export class ActOnSeries extends Command<Execution<SeriesState>> {
  constructor(
    readonly series: string,
    readonly act: SeriesAct,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(ActOnSeries)
export class ActOnSeriesHandler implements ICommandHandler<ActOnSeries> {
  constructor(
    private readonly executor: Executor,
    private readonly calendar: CouncilCalendar,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  async execute({ series, act, envelope }: ActOnSeries): Promise<Execution<SeriesState>> {
    const context: SeriesContext = {
      ...contextOf(envelope),
      calendar: await this.calendar.current(),
      arranged: meetingsOfSeries(series, this.readModels),
    };
    return this.executor.execute(seriesStream(series), meetingSeriesDecider, act, context, envelope);
  }
}
