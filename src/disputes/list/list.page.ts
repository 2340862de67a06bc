import { Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { ExportsFile, Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import { asAttachment } from '../../platform/http/attachment.js';
import { LARGEST_PAGE } from '../../platform/http/paging.js';
import type { SeeOther } from '../../platform/http/see-other.js';
import { queryOfAddress } from '../../platform/http/validation.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { WordsNow } from '../../protocol/words-now.js';
import { ReadWhoHasListed, type WithWhom } from '../../reports/open-disputes/who-has-listed.query.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { askedIn, forTheQuery, type ListDefinition } from '../../web/lists/listing.js';
import { RememberedList } from '../../web/lists/remembered-list.js';
import { withoutFilters } from '../../web/lists/without-filters.js';
import { ListDisputesAsCsv } from './list-csv.query.js';
import { DisputesCsvQuery, type DisputesPageDto, DisputesQuery } from './list.dto.js';
import { ListDisputes } from './list.query.js';
import { type DisputesListed, disputesList, presentDisputes } from './present-list.js';

@PageRoute('disputes')
export class DisputesListPage {
  constructor(
    private readonly queries: QueryBus,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly words: WordsNow,
  ) {}

  @Get()
  @Permits('dispute.read', 'dispute.read-outline', 'dispute.read-figures')
  @Opens('list')
  @Page('disputes/list/list', presentDisputes)
  async list(
    @Query() query: unknown,
    @Asking() asker: Asker,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DisputesListed | SeeOther> {
    const says = await this.words.now();
    const definition = this.definition(says);
    const asked = askedIn(query, definition);
    const before = new RememberedList('disputes', definition).turn(request, reply, asked);
    if (before !== undefined) return before;
    const read = await queryOfAddress(forTheQuery(asked), DisputesQuery);
    const { items, next } = await this.queries.execute<ListDisputes, DisputesPageDto>(new ListDisputes(read, asker));
    const open = items.filter(({ awaiting }) => awaiting !== null).map(({ reference }) => reference);
    const withWhom = await this.queries.execute<ReadWhoHasListed, ReadonlyMap<string, WithWhom>>(
      new ReadWhoHasListed(open, asker),
    );
    const all = { limit: String(LARGEST_PAGE) };
    const without = await withoutFilters({ items, filters: forTheQuery(asked) }, () =>
      this.queries.execute<ListDisputes, DisputesPageDto>(new ListDisputes(all, asker)),
    );
    return { items, next, asked, definition, says, withWhom, withoutFilters: without };
  }

  @Get('csv')
  @Permits('dispute.read', 'dispute.read-outline', 'dispute.read-figures')
  @ExportsFile()
  @Opens('list')
  async csv(
    @Query() query: unknown,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { initials } = (query ?? {}) as { initials?: unknown };
    const asked = forTheQuery(askedIn(query, this.definition(await this.words.now())));
    const read = await queryOfAddress(initials === 'true' ? { ...asked, initials } : asked, DisputesCsvQuery);
    const text = await this.queries.execute<ListDisputesAsCsv, string>(new ListDisputesAsCsv(read, asker));
    void reply.headers(asAttachment('disputes.csv'));
    return text;
  }

  private definition(says: DisputesListed['says']): ListDefinition {
    return disputesList(this.directory, londonDate(this.clock.now()), says);
  }
}
