import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CouncilCalendar } from '../calendar/council-calendar.js';
import { londonDate } from '../calendar/dates.js';
import { type Envelope, type Execution, Executor } from '../platform/executor.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { READ_MODELS } from '../platform/store-tokens.js';
import type { MeetingAct } from './acts.js';
import type { MeetingContext, SeriesContext } from './context.js';
import { challengeMeetingDecider } from './meeting/decide.js';
import { type MeetingState, meetingStream } from './meeting/meeting.js';
import { meetingsOfSeries } from './series/meetings-of-series.js';
import { meetingSeriesDecider, type SeriesAct, type SeriesState, seriesStream } from './series/series.js';

/** Every act on a meeting, whoever or whatever sends it. */
export class ActOnMeeting extends Command<Execution<MeetingState>> {
  constructor(
    readonly meeting: string,
    readonly act: MeetingAct,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

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

const contextOf = ({ actor, occurredAt }: Envelope): MeetingContext => ({
  actor,
  now: occurredAt,
  today: londonDate(occurredAt),
});

@CommandHandler(ActOnMeeting)
export class ActOnMeetingHandler implements ICommandHandler<ActOnMeeting> {
  constructor(private readonly executor: Executor) {}

  execute({ meeting, act, envelope }: ActOnMeeting): Promise<Execution<MeetingState>> {
    return this.executor.execute(meetingStream(meeting), challengeMeetingDecider, act, contextOf(envelope), envelope);
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
