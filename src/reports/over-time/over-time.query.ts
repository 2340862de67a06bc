import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
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
  ) {
    super();
  }
}

@QueryHandler(CountOverTime)
export class CountOverTimeHandler implements IQueryHandler<CountOverTime> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker, question }: CountOverTime): Promise<OverTime> {
    const { readModels, now } = countedFor(asker, await this.readings.now());
    return overTime(question, readModels, londonDate(now));
  }
}

/** The same by month, with what is usual. */
export class CountByMonth extends Query<ByMonth> {
  constructor(
    readonly asker: AskedBy,
    readonly question: Omit<OverTimeQuestion, 'lines'>,
  ) {
    super();
  }
}

@QueryHandler(CountByMonth)
export class CountByMonthHandler implements IQueryHandler<CountByMonth> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker, question }: CountByMonth): Promise<ByMonth> {
    const { readModels, now } = countedFor(asker, await this.readings.now());
    return byMonth(question, readModels, londonDate(now));
  }
}
