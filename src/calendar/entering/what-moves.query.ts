import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import { type WhatMoves, whatMoves } from '../../deadlines/what-moves.js';
import { namedInLists } from '../../disputes/list/visible-disputes.js';
import { Executor } from '../../platform/executor.js';
import { Readings } from '../../reading/readings.js';
import { visibleRecommendations } from '../../reviews/recommendations/visible-recommendations.js';
import { RowsApart } from '../../work-over-rows.js';
import { CouncilCalendar } from '../council-calendar.js';
import type { CalendarAct } from '../council-days.js';
import { londonDate } from '../dates.js';
import { calendarWith } from './proposed.js';

/**
 * The dates that these days would move, of the disputes and recommendations that a list for the asker names. Nothing is recorded.
 * @throws Refusal as it would be when the days are recorded
 */
export class ReadWhatMoves extends Query<WhatMoves> {
  constructor(
    readonly acts: readonly CalendarAct[],
    readonly asker: AskedBy,
  ) {
    super();
  }
}

@QueryHandler(ReadWhatMoves)
export class ReadWhatMovesHandler implements IQueryHandler<ReadWhatMoves> {
  constructor(
    private readonly calendar: CouncilCalendar,
    private readonly readings: Readings,
    private readonly executor: Executor,
    private readonly troubles: RowsApart,
  ) {}

  async execute({ acts, asker }: ReadWhatMoves): Promise<WhatMoves> {
    const proposed = await calendarWith(acts, this.calendar);
    const { readModels, directory, protocols, now } = await this.readings.now();
    const today = londonDate(now);
    const whose = {
      disputes: namedInLists(asker, directory, today),
      recommendations: visibleRecommendations(asker, directory, today),
    };
    const { executor, troubles } = this;
    return whatMoves(proposed, whose, { executor, readModels, protocols, troubles, now });
  }
}
