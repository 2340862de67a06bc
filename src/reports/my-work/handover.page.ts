import { Get, Inject, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { actingForCode } from '../../access/acting-for.js';
import { type Asker, ownerOf } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import type { ChildrenPageDto } from '../../directory/children/children.dto.js';
import { ListChildren } from '../../directory/children/children.query.js';
import type { CoversDto } from '../../directory/covers/covers.dto.js';
import { ListCoversToCome } from '../../directory/covers/covers.query.js';
import type { Directory } from '../../directory/directory.js';
import { DIRECTORY } from '../../platform/tokens.js';
import { queryOf } from '../../web/forms/forms.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { ReadMyWork } from './my-work.query.js';
import { type HandoverAsRead, presentHandover } from './present-handover.js';
import type { MyWork } from './work.js';

/** Children on the page: more than any IRO holds. */
const MOST = '200';

/** All that is somebody's, on one page: for whoever goes on leave, and for whoever stands in. */
@PageRoute('my-work/handover')
export class HandoverPage {
  constructor(
    private readonly queries: QueryBus,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  @Get()
  @Permits('work.read')
  @Opens('list')
  @Page('reports/my-work/handover', presentHandover)
  async read(@Asking() asker: Asker, @Req() request: FastifyRequest): Promise<HandoverAsRead> {
    const owner = ownerOf(asker);
    const work = await this.queries.execute<ReadMyWork, MyWork>(new ReadMyWork(asker));
    const query = { limit: MOST, iro: owner };
    const { items: children } = await this.queries.execute<ListChildren, ChildrenPageDto>(
      new ListChildren(query, asker),
    );
    const { items: covers } = await this.queries.execute<ListCoversToCome, CoversDto>(new ListCoversToCome());
    return {
      children,
      // What they do in the place of others is not theirs to hand over.
      waiting: work.waitingForOthers.filter(({ heldBy }) => heldBy?.id === owner),
      items: work.items.filter(({ actingFor }) => actingFor === null || actingFor.id === owner),
      covers: covers
        .filter(({ iro }) => iro === owner)
        .map((cover) => ({ ...cover, by: this.directory.person(cover.by)?.name ?? cover.by })),
      codeOf: { [owner]: actingForCode(owner) },
      query: queryOf(request),
    };
  }
}
