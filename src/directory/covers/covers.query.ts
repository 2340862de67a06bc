import { COVERED_ON } from '../../../projections/covers/covers.js';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { Readings } from '../../reading/readings.js';
import type { CoverDto, CoversDto } from './covers.dto.js';

/** The covers on a day, today unless told. A person who may read the directory sees all of it. */
export class ListCovers extends Query<CoversDto> {
  constructor(readonly on?: LocalDate) {
    super();
  }
}

@QueryHandler(ListCovers)
export class ListCoversHandler implements IQueryHandler<ListCovers> {
  constructor(private readonly readings: Readings) {}

  async execute({ on }: ListCovers): Promise<CoversDto> {
    const { readModels, now } = this.readings.withoutRules();
    const items = readModels.all<CoverDto>(
      `SELECT iro, covered_by AS "by", "from", "to" FROM covers WHERE ${COVERED_ON} ORDER BY iro`,
      { on: on ?? londonDate(now) },
    );
    return { items };
  }
}

/** The covers of today and later, by the first day. */
export class ListCoversToCome extends Query<CoversDto> {}

@QueryHandler(ListCoversToCome)
export class ListCoversToComeHandler implements IQueryHandler<ListCoversToCome> {
  constructor(private readonly readings: Readings) {}

  async execute(): Promise<CoversDto> {
    const { readModels, now } = this.readings.withoutRules();
    const items = readModels.all<CoverDto>(
      `SELECT iro, covered_by AS "by", "from", "to" FROM covers WHERE "from" > :on OR ${COVERED_ON} ORDER BY "from", iro`,
      { on: londonDate(now) },
    );
    return { items };
  }
}
