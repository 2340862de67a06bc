import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../access/asker.js';
import { Asking } from '../access/asking.js';
import { Permits } from '../access/permission.js';
import { Opens } from '../access/view-log/opens.js';
import { Reads } from '../platform/http/docs.js';
import { IdPipe } from '../platform/http/reference.js';
import type { Versioned } from '../platform/http/written.dto.js';
import { DraftDto, DraftsDto } from './drafts.dto.js';
import { ListDrafts, ReadDraft } from './drafts.query.js';

@ApiTags('Drafts')
@Controller('api/v1/drafts')
export class DraftsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('work.read')
  @Opens('list')
  @Reads(
    { operationId: 'listDrafts', summary: 'What you have begun and not sent, and what others let you read' },
    DraftsDto,
  )
  list(@Asking() asker: Asker): Promise<DraftsDto> {
    return this.queries.execute<ListDrafts, DraftsDto>(new ListDrafts(asker));
  }

  @Get(':draft')
  @Permits('work.read')
  @Opens('list')
  @Reads({ operationId: 'readDraft', summary: 'One draft, with what was typed' }, DraftDto, { one: true })
  read(@Param('draft', IdPipe) id: string, @Asking() asker: Asker): Promise<Versioned<DraftDto>> {
    return this.queries.execute<ReadDraft, Versioned<DraftDto>>(new ReadDraft(id, asker));
  }
}
