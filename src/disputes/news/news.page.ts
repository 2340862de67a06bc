import { Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { InBackground, Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { showingNothing } from '../../platform/http/shows-nothing.js';
import type { Versioned } from '../../platform/http/written.dto.js';
import { PageRoute } from '../../web/frame/page.js';
import type { HistoryDto } from '../read/dispute.dto.js';
import { ReadDisputeHistory } from '../read/read.query.js';
import { addedSince, newsInWords } from './news.js';

/** The answer to the question that an open page asks every so often. */
export interface News {
  /** The latest event, and when; null while there is none. */
  readonly sentence: string | null;
}

/**
 * Whether something has happened to a dispute since a page of it was opened. Whether its reader may still see it is asked each time, and
 * what they may not see is no news to them.
 */
@PageRoute('disputes')
export class NewsOfDispute {
  constructor(private readonly queries: QueryBus) {}

  /** @param seen how many entries of the history the reader has seen */
  @Get(':reference/news')
  @Permits('dispute.read', 'dispute.read-outline', 'dispute.read-figures')
  @InBackground()
  @OpensNothing('Says that something was added to what its reader has open, and nothing of what was written.')
  async news(
    @Param('reference', ReferencePipe) reference: string,
    @Query('seen') seen: unknown,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<News> {
    const history = new ReadDisputeHistory(reference, asker);
    const { body } = await this.queries.execute<ReadDisputeHistory, Versioned<HistoryDto>>(history);
    void reply.header('cache-control', 'no-store');
    return showingNothing({ sentence: newsInWords(addedSince(body.entries, countIn(seen), asker.person)) });
  }
}

const countIn = (seen: unknown): number =>
  typeof seen === 'string' && /^\d{1,6}$/.test(seen) ? Number(seen) : Number.MAX_SAFE_INTEGER;
