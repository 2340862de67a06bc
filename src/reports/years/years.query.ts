import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import { Readings } from '../../reading/readings.js';
import { countedFor, restrictedCounted } from '../counted-for.js';
import { narrowedTo, referencesBehind } from '../visible-references.js';
import { type YearsInRow, yearsInRow } from './years.js';

/** Several years in a row, up to one, with the records behind each figure that the asker may go on to. */
export class ReadYears extends Query<YearsInRow> {
  constructor(
    readonly asker: AskedBy,
    readonly year: FinancialYear,
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ReadYears)
export class ReadYearsHandler implements IQueryHandler<ReadYears> {
  constructor(private readonly readings: Readings) {}

  execute({ asker, year, asAt }: ReadYears): Promise<YearsInRow> {
    return this.readings.at(asAt, (then, now) => {
      const reading = countedFor(asker, then, now);
      const { notes, ...report } = yearsInRow(year, reading);
      const said = { ...report, notes: [...notes, ...restrictedCounted(asker, year, reading)] };
      return narrowedTo(said, referencesBehind(asker, now));
    });
  }
}
