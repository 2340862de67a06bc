import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../access/asker.js';
import type { Instant } from '../calendar/calendar.js';
import { Readings } from '../reading/readings.js';
import { countedFor } from '../reports/counted-for.js';
import { feedPage, type FeedPage, type FeedPageAsked } from './feed-page.js';
import type { FeedTable } from './feed-table.js';
import { Pseudonyms } from './pseudonyms.js';

export interface FeedPageAsAt extends FeedPage {
  readonly asAt: Instant;
}

/** A page of a table of the feed: every record that the figures of a year count, those of restricted cases among them, with no child and no name. */
export class ReadFeed extends Query<FeedPageAsAt> {
  constructor(
    readonly asker: AskedBy,
    readonly table: FeedTable,
    readonly asked: FeedPageAsked,
  ) {
    super();
  }
}

@QueryHandler(ReadFeed)
export class ReadFeedHandler implements IQueryHandler<ReadFeed> {
  constructor(
    private readonly readings: Readings,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  async execute({ asker, table, asked }: ReadFeed): Promise<FeedPageAsAt> {
    const { readModels, now } = countedFor(asker, await this.readings.now());
    return { asAt: now, ...feedPage(table, asked, { readModels, now, pseudonymOf: this.pseudonyms.of }) };
  }
}
