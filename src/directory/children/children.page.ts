import { Body, Get, Inject, Param, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { postThatMay } from '../../access/access.js';
import { rowFor } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { Clock } from '../../platform/clock/clock.js';
import { SeeOther } from '../../platform/http/see-other.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { SearchAddresses } from '../../search/search-addresses.js';
import { childrenLookedFor, lookedFor } from '../../search/what-is-looked-for.js';
import { AsAt } from '../../web/frame/as-it-stood.js';
import { OtherPage, Page, PageRoute } from '../../web/frame/page.js';
import type { Directory } from '../directory.js';
import { namesFrom } from '../names.js';
import { ChildAddresses } from './child-addresses.js';
import { ReadChild } from './child.query.js';
import { ReadChildHistory } from './child-history.query.js';
import type {
  ChildDto,
  ChildHistoryDto,
  ChildHistoryEntryDto,
  ChildRecordDto,
  ChildrenPageDto,
} from './children.dto.js';
import { type ChildStanding, ReadChildStanding } from './child-standing.query.js';
import { ListChildren, ListUnderAlert } from './children.query.js';
import { plansInWords } from './holders-in-words.js';
import {
  type ChildAsRead,
  type ChildrenAsRead,
  type ChildToPrint,
  presentChild,
  presentChildren,
  presentChildToPrint,
} from './present-children.js';

/** Rows on one page: more than any IRO holds. */
const MOST = '200';

@PageRoute('children')
export class ChildrenPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly addresses: ChildAddresses,
    private readonly searches: SearchAddresses,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('child.read')
  @Opens('list')
  @Page('directory/children/children', presentChildren)
  async list(@Asking() asker: Asker): Promise<ChildrenAsRead> {
    const { items, next }: ChildrenPageDto = await this.queries.execute(new ListChildren({ limit: MOST }, asker));
    return { ...(await this.listed(items, next !== null, asker)), mayRegister: mayRegister(asker) };
  }

  /** The search is sent in a form, so that no record number stands in an address. If nothing is found the list is shown again. */
  @Post('find')
  @Permits('child.read')
  @Opens('list')
  @Page('directory/children/children', presentChildren)
  async find(@Body() body: unknown, @Asking() asker: Asker): Promise<SeeOther | OtherPage> {
    const written = (body as { number?: unknown } | undefined)?.number;
    const number = typeof written === 'string' ? written.trim() : '';
    if (number !== '' && (await this.isKnown(number, asker))) return new SeeOther(this.addresses.pathOf(number));
    if (lookedFor(number).initials !== null) {
      const of: ChildrenPageDto = await this.queries.execute(
        new ListChildren({ limit: '2' }, asker, childrenLookedFor(lookedFor(number))),
      );
      if (of.items.length === 1) return new SeeOther(this.addresses.pathOf(of.items[0]!.childId));
      return new SeeOther(this.searches.pathOf(number, asker.person));
    }
    const { items, next }: ChildrenPageDto = await this.queries.execute(new ListChildren({ limit: MOST }, asker));
    const found = { ...(await this.listed(items, next !== null, asker)), mayRegister: mayRegister(asker) };
    return new OtherPage(
      'directory/children/children',
      { ...presentChildren(found), notFound: number, errors: errorFor(number) },
      422,
    );
  }

  @Get(':address')
  @Permits('child.read')
  @Opens('child')
  @Page('directory/children/child', presentChild)
  async read(@Param('id') childId: string, @Asking() asker: Asker, @AsAt() asAt?: LocalDate): Promise<ChildAsRead> {
    const child: ChildRecordDto = await this.queries.execute(new ReadChild(childId, asker, asAt));
    const history: ChildHistoryDto = await this.queries.execute(
      new ReadChildHistory(childId, { limit: MOST }, asker, asAt),
    );
    const today = asAt ?? londonDate(this.clock.now());
    // People and teams keep their ids, and are called as they are called now.
    const names = namesFrom(this.directory, today);
    const standing: ChildStanding = await this.queries.execute(new ReadChildStanding(childId, asker, asAt));
    return {
      asAt,
      child,
      items: history.items,
      hasMore: history.next !== null,
      iro: child.iro && names.person(child.iro).name,
      socialWorker: child.socialWorker && names.person(child.socialWorker).name,
      team: child.team && names.team(child.team, today).name,
      standing,
      plans: plansInWords(standing, today, names),
      path: this.addresses.pathOf(childId),
      mayRaise: asAt === undefined && asker.posts.some(({ kind }) => rowFor('dispute.raise', kind) !== undefined),
    };
  }

  /** The whole of it, however long it is. */
  @Get(':address/print')
  @Permits('child.read')
  @Opens('copy')
  @Page('directory/children/print', presentChildToPrint)
  async print(@Param('id') childId: string, @Asking() asker: Asker, @AsAt() asAt?: LocalDate): Promise<ChildToPrint> {
    const read = await this.read(childId, asker, asAt);
    const items = await this.wholeHistoryOf(childId, asker, asAt);
    return { ...read, items, hasMore: false, printedBy: asker.name, printedAt: this.clock.now() };
  }

  private async wholeHistoryOf(childId: string, asker: Asker, asAt?: LocalDate): Promise<ChildHistoryEntryDto[]> {
    const items: ChildHistoryEntryDto[] = [];
    let cursor: string | undefined;
    do {
      const page: ChildHistoryDto = await this.queries.execute(
        new ReadChildHistory(childId, { limit: MOST, ...(cursor === undefined ? {} : { cursor }) }, asker, asAt),
      );
      items.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return items;
  }

  private async listed(
    items: readonly ChildDto[],
    hasMore: boolean,
    asker: Asker,
  ): Promise<Omit<ChildrenAsRead, 'mayRegister'>> {
    const { person, covers = [] } = asker;
    const alerted = await this.queries.execute(
      new ListUnderAlert(
        items.map(({ childId }) => childId),
        asker,
      ),
    );
    const today = londonDate(this.clock.now());
    const names = namesFrom(this.directory, today);
    const listed = items.map((child) => ({
      ...child,
      path: this.addresses.pathOf(child.childId),
      iroName: child.iro && names.person(child.iro).name,
      teamName: child.team && names.team(child.team, today).name,
      underAlert: alerted.has(child.childId),
      isTheirs: child.iro === person || child.socialWorker === person,
      standsInFor: child.iro !== null && covers.includes(child.iro) ? names.person(child.iro).name : null,
    }));
    return { items: listed, hasMore };
  }

  private async isKnown(child: string, asker: Asker): Promise<boolean> {
    try {
      await this.queries.execute(new ReadChild(child, asker));
      return true;
    } catch {
      return false;
    }
  }
}

const mayRegister = (asker: Asker): boolean => postThatMay(asker, 'child.write') !== undefined;

const errorFor = (number: string): object[] => [
  {
    href: '#number',
    text:
      number === ''
        ? 'Enter a record number or initials'
        : 'There is no child with this record number whom you may see. Check the number, or ask the child’s IRO.',
  },
];
