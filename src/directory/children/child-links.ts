import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { ChildAddresses } from './child-addresses.js';
import type { ChildrenPageDto } from './children.dto.js';
import { ListChildren } from './children.query.js';

/** More than the children of one record. */
const MOST = '100';

/** The way from a record to the page of each child that it names, for those whom the reader may see. */
@Injectable()
export class ChildLinks {
  constructor(
    private readonly queries: QueryBus,
    private readonly addresses: ChildAddresses,
  ) {}

  /** Paths by record number; a child whose page is not the asker's to open is left out. */
  async to(children: readonly { readonly id: string }[], asker: Asker): Promise<Readonly<Record<string, string>>> {
    if (children.length === 0) return {};
    const among = {
      sql: 'child IN (SELECT value FROM json_each(:linked))',
      parameters: { linked: JSON.stringify(children.map(({ id }) => id)) },
    };
    const listed = new ListChildren({ limit: MOST }, asker, among);
    const { items } = await this.queries.execute<ListChildren, ChildrenPageDto>(listed);
    return Object.fromEntries(items.map(({ childId }) => [childId, this.addresses.pathOf(childId)]));
  }
}
