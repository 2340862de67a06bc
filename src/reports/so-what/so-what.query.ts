import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import { Readings } from '../../reading/readings.js';
import { countedFor, restrictedCounted } from '../counted-for.js';
import { narrowedTo, referencesBehind } from '../visible-references.js';
import { type SoWhat, soWhat } from './so-what.js';

/** The results of the disputes of a year, with the disputes behind each figure that the asker may go on to. */
export class ReadSoWhat extends Query<SoWhat> {
  constructor(
    readonly asker: AskedBy,
    readonly year: FinancialYear,
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ReadSoWhat)
export class ReadSoWhatHandler implements IQueryHandler<ReadSoWhat> {
  constructor(private readonly readings: Readings) {}

  execute({ asker, year, asAt }: ReadSoWhat): Promise<SoWhat> {
    return this.readings.at(asAt, (then, now) => {
      const reading = countedFor(asker, then, now);
      const { notes, ...report } = soWhat(year, reading);
      const said = { ...report, notes: [...notes, ...restrictedCounted(asker, year, reading)] };
      return narrowedTo(said, referencesBehind(asker, now));
    });
  }
}
