import { Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { postThatMay } from '../../access/access.js';
import { actingForCode } from '../../access/acting-for.js';
import { type Asker, ownerOf } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { ChildAddresses } from '../../directory/children/child-addresses.js';
import type { ChildDto, ChildrenPageDto } from '../../directory/children/children.dto.js';
import { ListChildren } from '../../directory/children/children.query.js';
import type { DisputeListedDto, DisputesPageDto } from '../../disputes/list/list.dto.js';
import { ListDisputes } from '../../disputes/list/list.query.js';
import type { DraftsDto } from '../../drafts/drafts.dto.js';
import { ListDrafts } from '../../drafts/drafts.query.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { ReadMyWork } from './my-work.query.js';
import { isTab, presentMyWork, type Tab, type WorkAsRead } from './present-my-work.js';
import type { MyWork } from './work.js';

/** Rows of a tab: more than one person holds. */
const MOST = '200';

@PageRoute('my-work')
export class MyWorkPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly addresses: ChildAddresses,
  ) {}

  @Get()
  @Permits('work.read')
  @Opens('list')
  @Page('reports/my-work/my-work', presentMyWork)
  async read(@Asking() asker: Asker, @Query() query: unknown): Promise<WorkAsRead> {
    const asked = (query as { tab?: unknown } | undefined)?.tab;
    const tab: Tab = isTab(asked) ? asked : 'to-do';
    const work = await this.queries.execute<ReadMyWork, MyWork>(new ReadMyWork(asker));
    const { items: drafts } = await this.queries.execute<ListDrafts, DraftsDto>(new ListDrafts(asker));
    return {
      tab,
      work,
      drafts,
      codeOf: Object.fromEntries(
        work.items.flatMap(({ actingFor }) =>
          actingFor === null ? [] : [[actingFor.id, actingForCode(actingFor.id)]],
        ),
      ),
      mayHandOver: postThatMay(asker, 'dispute.hand-over') !== undefined,
      holdsChildren: asker.posts.some(({ kind }) => kind === 'iro' || kind === 'conference-chair'),
      ...(tab === 'children' ? { children: await this.children(asker) } : {}),
      ...(tab === 'closed' ? { closed: await this.closed(asker) } : {}),
    };
  }

  private async children(asker: Asker): Promise<readonly (ChildDto & { path: string })[]> {
    const query = { limit: MOST, iro: ownerOf(asker) };
    const { items } = await this.queries.execute<ListChildren, ChildrenPageDto>(new ListChildren(query, asker));
    return Promise.all(items.map(async (child) => ({ ...child, path: await this.addresses.pathOf(child.childId) })));
  }

  private async closed(asker: Asker): Promise<readonly DisputeListedDto[]> {
    const query = { limit: MOST, heldBy: ownerOf(asker), sort: '-raisedOn' };
    const { items } = await this.queries.execute<ListDisputes, DisputesPageDto>(new ListDisputes(query, asker));
    return items.filter(({ status }) => status !== 'open' && status !== 'recorded');
  }
}
