import { Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ChallengeRoute } from '../challenge-route.js';
import { ItemsPageDto, ItemsQuery } from './items.dto.js';
import { ListItems } from './items.query.js';

@ChallengeRoute('items')
export class ItemsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('challenge.read', 'challenge.read-own', 'challenge.read-outline')
  @OpensNothing('Reasons and decisions by their codes: no initials and no word.')
  @Reads({ operationId: 'listItems', summary: 'The items of every agenda you may see' }, ItemsPageDto)
  list(@Query() query: ItemsQuery, @Asking() asker: Asker): Promise<ItemsPageDto> {
    return this.queries.execute(new ListItems(query, asker));
  }
}
