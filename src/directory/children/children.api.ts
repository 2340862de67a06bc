import { Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { IdPipe } from '../../platform/http/reference.js';
import { DirectoryRoute } from '../directory-route.js';
import { ReadChild } from './child.query.js';
import { ReadChildHistory } from './child-history.query.js';
import { AsAtQuery } from '../../reading/as-at.dto.js';
import { ChildHistoryDto, ChildHistoryQuery, ChildRecordDto, ChildrenPageDto, ChildrenQuery } from './children.dto.js';
import { ListChildren } from './children.query.js';

@DirectoryRoute('children')
export class ChildrenApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('child.read')
  @Opens('list')
  @Reads({ operationId: 'listChildren', summary: 'The children you may see' }, ChildrenPageDto)
  list(@Query() query: ChildrenQuery, @Asking() asker: Asker): Promise<ChildrenPageDto> {
    return this.queries.execute(new ListChildren(query, asker));
  }

  @Get(':id')
  @Permits('child.read')
  @Opens('child')
  @Reads({ operationId: 'readChild', summary: 'One child' }, ChildRecordDto)
  read(@Param('id', IdPipe) id: string, @Query() { asAt }: AsAtQuery, @Asking() asker: Asker): Promise<ChildRecordDto> {
    return this.queries.execute(new ReadChild(id, asker, asAt));
  }

  @Get(':id/history')
  @Permits('child.read')
  @Opens('child')
  @Reads({ operationId: 'readChildHistory', summary: 'What happened for a child, newest first' }, ChildHistoryDto)
  history(
    @Param('id', IdPipe) id: string,
    @Query() { asAt, ...page }: ChildHistoryQuery,
    @Asking() asker: Asker,
  ): Promise<ChildHistoryDto> {
    return this.queries.execute(new ReadChildHistory(id, page, asker, asAt));
  }
}
