import { Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../../access/asker.js';
import { Asking } from '../../../access/asking.js';
import { Permits } from '../../../access/permission.js';
import { OpensNothing } from '../../../access/view-log/opens.js';
import { ListWhatToPraise } from '../../../acknowledgements/thank/well-done.query.js';
import { notFound } from '../../../platform/http/problem.js';
import { queryOfAddress } from '../../../platform/http/validation.js';
import { Page, PageRoute } from '../../../web/frame/page.js';
import { countedInWeek, isCountOfWeek } from '../counts-of-board.js';
import { type CountedOfPage, presentCounted } from '../present-counted.js';
import { presentWeek } from './present-week.js';
import { WeekQuery } from './week.dto.js';
import { ReadWeek, type WeekRead } from './week.query.js';

/** A week in counts, for those who lead: what happened in it, each count with what it counts, and what stands now. */
@PageRoute('board/week')
export class WeekPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('board.read')
  @OpensNothing('Counts.')
  @Page('reports/escalations/week/week', presentWeek)
  async read(@Query() query: unknown, @Asking() asker: Asker): Promise<WeekRead> {
    return this.week(query, asker);
  }

  /** The records that a count of the week counts. */
  @Get('counted')
  @Permits('board.read')
  @OpensNothing('References and days: no child and no word.')
  @Page('reports/escalations/counted', presentCounted)
  async counted(@Query() query: unknown, @Asking() asker: Asker): Promise<CountedOfPage> {
    const { what } = (query ?? {}) as { what?: unknown };
    if (!isCountOfWeek(what)) throw notFound();
    const { week, mayOpen } = await this.week(query, asker);
    const counted = countedInWeek(week[what], what, new Set(mayOpen));
    const references = what === 'acknowledged' ? week.acknowledged.map(({ reference }) => reference) : [];
    const praise = await this.queries.execute(new ListWhatToPraise(references, asker));
    return { counted, what, asked: {}, week: week.from, praise };
  }

  private async week(query: unknown, asker: Asker): Promise<WeekRead> {
    const { of } = (query ?? {}) as { of?: unknown };
    const asked = await queryOfAddress(typeof of === 'string' ? { of } : {}, WeekQuery);
    return this.queries.execute<ReadWeek, WeekRead>(new ReadWeek(asker, asked.of));
  }
}
