import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../access/asker.js';
import { Asking } from '../access/asking.js';
import { Permits } from '../access/permission.js';
import { Opens } from '../access/view-log/opens.js';
import { Reads } from '../platform/http/docs.js';
import { FoundDto, SearchDto } from './search.dto.js';
import { SEARCHES } from './search.permits.js';
import { Search } from './search.query.js';

/** It only reads, and is sent by POST: an address stands in logs and histories, and would hold what is looked for. */
@ApiTags('Search')
@Controller('api/v1/search')
export class SearchApi {
  constructor(private readonly queries: QueryBus) {}

  @Post()
  @HttpCode(200)
  @Permits(...SEARCHES)
  @Opens('list')
  @Reads({ operationId: 'search', summary: 'Find by reference, record number or initials' }, FoundDto)
  search(@Body() { words }: SearchDto, @Asking() asker: Asker): Promise<FoundDto> {
    return this.queries.execute(new Search(words, asker));
  }
}
