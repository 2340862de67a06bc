import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import type { AcknowledgementsPageDto } from '../acknowledgements/list/list.dto.js';
import { ListAcknowledgements } from '../acknowledgements/list/list.query.js';
import type { AskedBy } from '../access/asker.js';
import type { ChildrenPageDto } from '../directory/children/children.dto.js';
import { ListChildren } from '../directory/children/children.query.js';
import type { DisputesPageDto } from '../disputes/list/list.dto.js';
import { ListDisputes } from '../disputes/list/list.query.js';
import type { FoundDto } from './search.dto.js';
import { casesLookedFor, childrenLookedFor, lookedFor } from './what-is-looked-for.js';

/** Disputes, acknowledgements and children that what was typed may stand for, of those that the asker may see. */
export class Search extends Query<FoundDto> {
  constructor(
    readonly words: string,
    readonly asker: AskedBy,
  ) {
    super();
  }
}

/** Rows of each kind: a person who finds more looks for something longer. */
const MOST = { limit: '50' };

@QueryHandler(Search)
export class SearchHandler implements IQueryHandler<Search> {
  constructor(private readonly queries: QueryBus) {}

  /** Each list settles for itself who may see what: what is looked for only leaves out rows. */
  async execute({ words, asker }: Search): Promise<FoundDto> {
    const sought = lookedFor(words);
    const cases = casesLookedFor(sought);
    const [disputes, acknowledgements, children] = await Promise.all([
      this.queries.execute<ListDisputes, DisputesPageDto>(new ListDisputes(MOST, asker, cases)),
      this.queries.execute<ListAcknowledgements, AcknowledgementsPageDto>(new ListAcknowledgements(MOST, asker, cases)),
      this.queries.execute<ListChildren, ChildrenPageDto>(new ListChildren(MOST, asker, childrenLookedFor(sought))),
    ]);
    return {
      disputes: disputes.items,
      acknowledgements: acknowledgements.items,
      children: children.items,
      hasMore: [disputes, acknowledgements, children].some(({ next }) => next !== null),
    };
  }
}
