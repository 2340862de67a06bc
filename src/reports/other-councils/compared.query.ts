import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import { Readings } from '../../reading/readings.js';
import { countedFor, restrictedCounted } from '../counted-for.js';
import { type BesideOthers, besideOthers } from './compared.js';

/** What other councils have published of a year, beside one's own figures. It names no record. */
export class ReadBesideOthers extends Query<BesideOthers> {
  constructor(
    readonly asker: AskedBy,
    readonly year: FinancialYear,
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ReadBesideOthers)
export class ReadBesideOthersHandler implements IQueryHandler<ReadBesideOthers> {
  constructor(private readonly readings: Readings) {}

  execute({ asker, year, asAt }: ReadBesideOthers): Promise<BesideOthers> {
    return this.readings.at(asAt, (then, now) => {
      const reading = countedFor(asker, then, now);
      const { notes, ...report } = besideOthers(year, reading);
      return { ...report, notes: [...notes, ...restrictedCounted(asker, year, reading)] };
    });
  }
}
