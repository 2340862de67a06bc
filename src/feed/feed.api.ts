import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../access/asker.js';
import { Asking } from '../access/asking.js';
import { Permits } from '../access/permission.js';
import { OpensNothing } from '../access/view-log/opens.js';
import { asAttachment } from '../platform/http/attachment.js';
import { Reads } from '../platform/http/docs.js';
import { feedCsv } from './feed-csv.js';
import type { FeedTable } from './feed-table.js';
import { FeedTablePipe } from './feed-table-pipe.js';
import { FEED_TABLES } from './feed-tables.js';
import { FeedDto, FeedPageDto, FeedPageQuery } from './feed.dto.js';
import { type FeedPageAsAt, ReadFeed } from './feed.query.js';

const NO_CASE = 'Rows with no child, no person and nothing that was written.';
const TABLE = { name: 'table', enum: FEED_TABLES.map(({ name }) => name) };

/** The routes at which spreadsheets and reporting tools read the rows that the figures are counted from. */
@ApiTags('Feed')
@Controller('api/v1/feed')
export class FeedApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('feed.read')
  @OpensNothing('Names of tables and fields.')
  @Reads({ operationId: 'describeFeed', summary: 'The tables of the feed and what each field says' }, FeedDto)
  describe(): FeedDto {
    return {
      tables: FEED_TABLES.map(({ name, row, fields }) => ({
        name,
        rowIs: row,
        fields: fields.map((field) => ({ name: field.name, type: field.type, meaning: field.meaning })),
      })),
    };
  }

  @Get(':table')
  @Permits('feed.read')
  @OpensNothing(NO_CASE)
  @ApiParam(TABLE)
  @Reads({ operationId: 'readFeed', summary: 'A page of a table of the feed' }, FeedPageDto)
  async read(
    @Param('table', FeedTablePipe) table: FeedTable,
    @Query() query: FeedPageQuery,
    @Asking() asker: Asker,
  ): Promise<FeedPageDto> {
    return (await this.pageOf(table, query, asker)) as unknown as FeedPageDto;
  }

  /** The next page is named in the header `Link`, as there is no room for it in a table. */
  @Get(':table/csv')
  @Permits('feed.read')
  @OpensNothing(NO_CASE)
  @ApiParam(TABLE)
  @ApiProduces('text/csv')
  @Reads({ operationId: 'readFeedAsCsv', summary: 'A page of a table of the feed, as CSV' }, String)
  async csv(
    @Param('table', FeedTablePipe) table: FeedTable,
    @Query() query: FeedPageQuery,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const page = await this.pageOf(table, query, asker);
    void reply.headers(asAttachment(`${table.name}.csv`));
    if (page.next !== null) void reply.header('link', linkTo(table, query, page.next));
    return feedCsv(table, page);
  }

  private pageOf(table: FeedTable, { after, limit }: FeedPageQuery, asker: Asker): Promise<FeedPageAsAt> {
    const asked = { after, limit: limit === undefined ? undefined : Number(limit) };
    return this.queries.execute(new ReadFeed(asker, table, asked));
  }
}

/** RFC 8288. */
const linkTo = ({ name }: FeedTable, { limit }: FeedPageQuery, after: string): string => {
  const asked = new URLSearchParams({ ...(limit === undefined ? {} : { limit }), after });
  return `</api/v1/feed/${name}/csv?${asked.toString()}>; rel="next"`;
};
