import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import type { FinancialYear } from '../../calendar/calendar.js';
import { Readings } from '../../reading/readings.js';
import { countedFor, restrictedCounted } from '../counted-for.js';
import { narrowedTo, referencesBehind } from '../visible-references.js';
import { type SoWhat, soWhat } from './so-what.js';

/** The results of the disputes of a year, with the disputes behind each figure that the asker may go on to. */
export class ReadSoWhat extends Query<SoWhat> {
  constructor(
    readonly asker: AskedBy,
    readonly year: FinancialYear,
  ) {
    super();
  }
}

@QueryHandler(ReadSoWhat)
export class ReadSoWhatHandler implements IQueryHandler<ReadSoWhat> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker, year }: ReadSoWhat): Promise<SoWhat> {
    const reading = countedFor(asker, await this.readings.now());
    const { notes, ...report } = soWhat(year, reading);
    const said = { ...report, notes: [...notes, ...restrictedCounted(asker, year, reading)] };
    return narrowedTo(said, referencesBehind(asker, reading));
  }
}
