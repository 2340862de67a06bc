import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import type { FinancialYear } from '../../calendar/calendar.js';
import { Readings } from '../../reading/readings.js';
import { countedFor, restrictedCounted } from '../counted-for.js';
import { narrowedTo, referencesBehind } from '../visible-references.js';
import { type Timeliness, timeliness, type TimelinessDimension } from './timeliness.js';

/** How fast the disputes of a year were answered, with the disputes behind each figure that the asker may go on to. */
export class ReadTimeliness extends Query<Timeliness> {
  constructor(
    readonly asker: AskedBy,
    readonly year: FinancialYear,
    readonly by: readonly TimelinessDimension[],
  ) {
    super();
  }
}

@QueryHandler(ReadTimeliness)
export class ReadTimelinessHandler implements IQueryHandler<ReadTimeliness> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker, year, by }: ReadTimeliness): Promise<Timeliness> {
    const reading = countedFor(asker, await this.readings.now());
    const { notes, ...report } = timeliness(year, by, reading);
    const said = { ...report, notes: [...notes, ...restrictedCounted(asker, year, reading)] };
    return narrowedTo(said, referencesBehind(asker, reading));
  }
}
