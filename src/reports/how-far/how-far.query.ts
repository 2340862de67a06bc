import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import { Readings } from '../../reading/readings.js';
import { countedFor, restrictedCounted } from '../counted-for.js';
import { narrowedTo, referencesBehind } from '../visible-references.js';
import { type HowFar, howFar } from './how-far.js';

/** How far the disputes of a year went, with the disputes behind each figure that the asker may go on to. */
export class ReadHowFar extends Query<HowFar> {
  constructor(
    readonly asker: AskedBy,
    readonly year: FinancialYear,
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ReadHowFar)
export class ReadHowFarHandler implements IQueryHandler<ReadHowFar> {
  constructor(private readonly readings: Readings) {}

  execute({ asker, year, asAt }: ReadHowFar): Promise<HowFar> {
    return this.readings.at(asAt, (then, now) => {
      const reading = countedFor(asker, then, now);
      const { notes, ...report } = howFar(year, reading);
      const said = { ...report, notes: [...notes, ...restrictedCounted(asker, year, reading)] };
      return narrowedTo(said, referencesBehind(asker, now));
    });
  }
}
