import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { ViewLog } from '../../access/view-log/view-log.js';
import { addDays, londonDate, startOfDay } from '../../calendar/dates.js';
import { ListNotices } from '../../notices/read/notices.query.js';
import { Readings } from '../../reading/readings.js';
import { type SinceLooked, sinceLooked } from './since-looked.js';

/** Of so many days what others did is said; before that it is history. */
const DAYS = 14;

/** The acts of others in the asker's records since the asker last looked at each: those that they were told of, and may still see. */
export class ReadSinceLooked extends Query<readonly SinceLooked[]> {
  constructor(readonly asker: Asker) {
    super();
  }
}

@QueryHandler(ReadSinceLooked)
export class ReadSinceLookedHandler implements IQueryHandler<ReadSinceLooked> {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
    private readonly views: ViewLog,
  ) {}

  async execute({ asker }: ReadSinceLooked): Promise<readonly SinceLooked[]> {
    const { items } = await this.queries.execute(new ListNotices(asker, 'own'));
    const from = startOfDay(addDays(londonDate(this.readings.withoutRules().now), -DAYS));
    const recent = items.filter(({ writtenAt }) => writtenAt >= from);
    const about = [...new Set(recent.flatMap((notice) => notice.about ?? []))];
    return sinceLooked(recent, await this.views.lastOfEach(about, asker.person), from);
  }
}
