import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import { Readings } from '../../reading/readings.js';
import { countedFor, restrictedCounted } from '../counted-for.js';
import { narrowedTo, referencesBehind } from '../visible-references.js';
import { type Timeliness, timelinessBy, type TimelinessWay } from './timeliness.js';

/**
 * How fast the disputes of a year were answered, with the disputes behind each figure that the asker may go on to: a table for each way
 * of counting.
 */
export class ReadTimeliness extends Query<Timeliness[]> {
  constructor(
    readonly asker: AskedBy,
    readonly year: FinancialYear,
    readonly ways: readonly TimelinessWay[],
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ReadTimeliness)
export class ReadTimelinessHandler implements IQueryHandler<ReadTimeliness> {
  constructor(private readonly readings: Readings) {}

  execute({ asker, year, ways, asAt }: ReadTimeliness): Promise<Timeliness[]> {
    return this.readings.at(asAt, (then, now) => {
      const reading = countedFor(asker, then, now);
      const restricted = restrictedCounted(asker, year, reading);
      const visible = referencesBehind(asker, now);
      return timelinessBy(year, ways, reading).map(({ notes, ...report }) =>
        narrowedTo({ ...report, notes: [...notes, ...restricted] }, visible),
      );
    });
  }
}
