import { Body, Get, Inject, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { rowFor } from '../access/access-table.js';
import type { Asker } from '../access/asker.js';
import { Asking } from '../access/asking.js';
import { Permits } from '../access/permission.js';
import { Opens, OpensNothing } from '../access/view-log/opens.js';
import { londonDate } from '../calendar/dates.js';
import { ChildAddresses } from '../directory/children/child-addresses.js';
import type { Directory } from '../directory/directory.js';
import { namesFrom } from '../directory/names.js';
import type { Clock } from '../platform/clock/clock.js';
import { SeeOther } from '../platform/http/see-other.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import { OtherPage, Page, PageRoute } from '../web/frame/page.js';
import { type FoundAsRead, presentFound, searchForm } from './present-search.js';
import { SearchAddresses } from './search-addresses.js';
import { type FoundDto, LONGEST_SEARCH } from './search.dto.js';
import { SEARCHES } from './search.permits.js';
import { Search } from './search.query.js';

const ENDED = 'What you searched for is not kept for long. Search again.';

@PageRoute('search')
export class SearchPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly addresses: SearchAddresses,
    private readonly children: ChildAddresses,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits(...SEARCHES)
  @OpensNothing('A form in which nothing is written yet.')
  @Page('search/search')
  form(): object {
    return searchForm('');
  }

  @Post()
  @Permits(...SEARCHES)
  @Page('search/search')
  async send(@Body() body: unknown, @Asking() { person }: Asker): Promise<SeeOther | OtherPage> {
    const written = (body as { words?: unknown } | undefined)?.words;
    const words = typeof written === 'string' ? written.trim() : '';
    if (words === '') return new OtherPage('search/search', searchForm('', 'Enter what you look for'), 422);
    if (words.length > LONGEST_SEARCH) {
      const tooLong = `Enter no more than ${LONGEST_SEARCH} characters: a reference, a record number or initials`;
      return new OtherPage('search/search', searchForm(words, tooLong), 422);
    }
    return new SeeOther(this.addresses.pathOf(words, person));
  }

  @Get('found')
  @Permits(...SEARCHES)
  @Opens('list')
  @Page('search/search', presentFound)
  async found(@Query() query: unknown, @Asking() asker: Asker): Promise<FoundAsRead | OtherPage> {
    const sealed = (query as { in?: unknown }).in;
    const words = typeof sealed === 'string' ? this.addresses.wordsIn(sealed, asker.person) : null;
    if (words === null) return new OtherPage('search/search', searchForm('', ENDED), 422);
    const found = await this.queries.execute<Search, FoundDto>(new Search(words, asker));
    const paths = found.children.map(({ childId }) => [childId, this.children.pathOf(childId)] as const);
    // The link is the same for every reference, so that it says of no restricted record that it is there.
    const mayInEmergency = asker.posts.some(({ kind }) => rowFor('dispute.take-emergency-access', kind) !== undefined);
    return { words, found, paths: Object.fromEntries(paths), with: this.withWhom(found), mayInEmergency };
  }

  /** Team and IRO of each child, by which two of the same initials are told apart. */
  private withWhom({ children }: FoundDto): FoundAsRead['with'] {
    const today = londonDate(this.clock.now());
    const names = namesFrom(this.directory, today);
    const named = children.map(({ childId, team, iro }) => {
      const both = [team && names.team(team, today).name, iro && names.person(iro).name];
      return [childId, both.filter((each) => each !== null && each !== '').join(' · ')] as const;
    });
    return Object.fromEntries(named);
  }
}
