import { Get, Inject, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { rowOf } from '../../access/access-table.js';
import { actingForCode } from '../../access/acting-for.js';
import { type Asker, ownerOf } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { ChildrenPageDto } from '../../directory/children/children.dto.js';
import { ListChildren } from '../../directory/children/children.query.js';
import type { CoversDto } from '../../directory/covers/covers.dto.js';
import { ListCoversToCome } from '../../directory/covers/covers.query.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import type { PostKind } from '../../protocol/protocol.js';
import { queryOf } from '../../web/forms/forms.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { ReadMyWork } from './my-work.query.js';
import { type HandoverAsRead, presentHandover } from './present-handover.js';
import type { MyWork } from './work.js';

/** Children on the page: more than any IRO holds. */
const MOST = '200';

/** All that is somebody's, on one page: for the person who goes on leave, and for the one who stands in. */
@PageRoute('my-work/handover')
export class HandoverPage {
  constructor(
    private readonly queries: QueryBus,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
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
      // An act that they do in the place of others is not theirs to hand over.
      waiting: work.waitingForOthers.filter(({ heldBy }) => heldBy?.id === owner),
      items: work.items.filter(({ actingFor }) => actingFor === null || actingFor.id === owner),
      covers: covers
        .filter(({ iro }) => iro === owner)
        .map((cover) => ({ ...cover, by: this.directory.person(cover.by)?.name ?? cover.by })),
      arrangers: this.arrangers(londonDate(this.clock.now())),
      codeOf: { [owner]: actingForCode(owner) },
      query: queryOf(request),
    };
  }

  /** Those who arrange covers, each once, with the address at which they can be written to. */
  private arrangers(today: LocalDate): HandoverAsRead['arrangers'] {
    const held = (Object.keys(rowOf('cover.arrange')) as PostKind[]).flatMap((kind) =>
      this.directory.postsHeld(kind, today),
    );
    const people = new Set(held.flatMap(({ person }) => person ?? []));
    return [...people].flatMap((person) => {
      const known = this.directory.person(person);
      return known === undefined ? [] : [{ name: known.name, email: known.email }];
    });
  }
}
