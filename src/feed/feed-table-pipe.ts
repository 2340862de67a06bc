import { Injectable, type PipeTransform } from '@nestjs/common';
import { notFound } from '../platform/http/problem.js';
import type { FeedTable } from './feed-table.js';
import { FEED_TABLES } from './feed-tables.js';

/** The table in a path. A name that is none is answered 404. */
@Injectable()
export class FeedTablePipe implements PipeTransform<string, FeedTable> {
  transform(written: string): FeedTable {
    const table = FEED_TABLES.find(({ name }) => name === written);
    if (table === undefined) throw notFound();
    return table;
  }
}
