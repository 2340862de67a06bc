import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import { Readings } from '../../reading/readings.js';
import { countedFor, restrictedCounted } from '../counted-for.js';
import { narrowedTo, referencesBehind } from '../visible-references.js';
import { type Praise, praise } from './praise.js';

/** Where the acknowledgements of a year went, with those behind each figure that the asker may go on to. It names nobody who was thanked. */
export class ReadPraise extends Query<Praise> {
  constructor(
    readonly asker: AskedBy,
    readonly year: FinancialYear,
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ReadPraise)
export class ReadPraiseHandler implements IQueryHandler<ReadPraise> {
  constructor(private readonly readings: Readings) {}

  execute({ asker, year, asAt }: ReadPraise): Promise<Praise> {
    return this.readings.at(asAt, (then, now) => {
      const reading = countedFor(asker, then, now);
      const { notes, ...report } = praise(year, reading);
      const said = { ...report, notes: [...notes, ...restrictedCounted(asker, year, reading)] };
      return narrowedTo(said, referencesBehind(asker, now));
    });
  }
}
