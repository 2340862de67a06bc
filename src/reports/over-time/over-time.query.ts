import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { Readings } from '../../reading/readings.js';
import { countedFor } from '../counted-for.js';
import { type ByMonth, byMonth } from './by-month.js';
import { type OverTime, overTime, type OverTimeQuestion } from './over-time.js';

/** Records by theme or team, and by quarter, twelve months, and the year so far. */
export class CountOverTime extends Query<OverTime> {
  constructor(
    readonly asker: AskedBy,
    readonly question: OverTimeQuestion,
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(CountOverTime)
export class CountOverTimeHandler implements IQueryHandler<CountOverTime> {
  constructor(private readonly readings: Readings) {}

  execute({ asker, question, asAt }: CountOverTime): Promise<OverTime> {
    return this.readings.at(asAt, (then, now) =>
      overTime(question, countedFor(asker, then, now).readModels, londonDate(then.now)),
    );
  }
}

/** The same by month, with what is usual. */
export class CountByMonth extends Query<ByMonth> {
  constructor(
    readonly asker: AskedBy,
    readonly question: Omit<OverTimeQuestion, 'lines'>,
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(CountByMonth)
export class CountByMonthHandler implements IQueryHandler<CountByMonth> {
  constructor(private readonly readings: Readings) {}

  execute({ asker, question, asAt }: CountByMonth): Promise<ByMonth> {
    return this.readings.at(asAt, (then, now) =>
      byMonth(question, countedFor(asker, then, now).readModels, londonDate(then.now)),
    );
  }
}
