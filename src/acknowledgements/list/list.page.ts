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
import { Page, PageRoute } from '../../web/frame/page.js';
import { askedIn, forTheQuery, type ListDefinition } from '../../web/lists/listing.js';
import { RememberedList } from '../../web/lists/remembered-list.js';
import { withoutFilters } from '../../web/lists/without-filters.js';
import { ListWhatToPraise } from '../thank/well-done.query.js';
import { ListAcknowledgementsAsCsv } from './list-csv.query.js';
import { AcknowledgementsCsvQuery, type AcknowledgementsPageDto, AcknowledgementsQuery } from './list.dto.js';
import { ListAcknowledgements } from './list.query.js';
import { type AcknowledgementsListed, acknowledgementsList, presentAcknowledgements } from './present-list.js';

@PageRoute('acknowledgements')
export class AcknowledgementsListPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly words: WordsNow,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('acknowledgement.read', 'acknowledgement.read-outline', 'acknowledgement.read-figures')
  @Opens('list')
  @Page('acknowledgements/list/list', presentAcknowledgements)
  async list(
    @Query() query: unknown,
    @Asking() asker: Asker,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcknowledgementsListed | SeeOther> {
    const definition = await this.definition();
    const asked = askedIn(query, definition);
    const before = new RememberedList('acknowledgements', definition).turn(request, reply, asked);
    if (before !== undefined) return before;
    const read = await queryOfAddress(forTheQuery(asked), AcknowledgementsQuery);
    const { items, next } = await this.queries.execute<ListAcknowledgements, AcknowledgementsPageDto>(
      new ListAcknowledgements(read, asker),
    );
    const all = { limit: String(LARGEST_PAGE) };
    const without = await withoutFilters({ items, filters: forTheQuery(asked) }, () =>
      this.queries.execute<ListAcknowledgements, AcknowledgementsPageDto>(new ListAcknowledgements(all, asker)),
    );
    const references = items.map(({ reference }) => reference);
    const praise = await this.queries.execute(new ListWhatToPraise(references, asker));
    return { items, next, asked, definition, withoutFilters: without, praise };
  }

  @Get('csv')
  @Permits('acknowledgement.read', 'acknowledgement.read-outline', 'acknowledgement.read-figures')
  @ExportsFile()
  @Opens('list')
  async csv(
    @Query() query: unknown,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { initials } = (query ?? {}) as { initials?: unknown };
    const asked = forTheQuery(askedIn(query, await this.definition()));
    const read = await queryOfAddress(initials === 'true' ? { ...asked, initials } : asked, AcknowledgementsCsvQuery);
    const text = await this.queries.execute<ListAcknowledgementsAsCsv, string>(
      new ListAcknowledgementsAsCsv(read, asker),
    );
    void reply.headers(asAttachment('acknowledgements.csv'));
    return text;
  }

  private async definition(): Promise<ListDefinition> {
    return acknowledgementsList(this.directory, londonDate(this.clock.now()), await this.words.now());
  }
}
