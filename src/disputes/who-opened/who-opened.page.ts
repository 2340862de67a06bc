import { Body, Get, Inject, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import { peopleInOffice } from '../../directory/people-in-office.js';
import { mustBeOne } from '../../directory/who-is-meant.js';
import type { Clock } from '../../platform/clock/clock.js';
import { problemFrom } from '../../platform/http/problem.js';
import { SeeOther } from '../../platform/http/see-other.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { SearchAddresses } from '../../search/search-addresses.js';
import { OtherPage, Page, PageRoute } from '../../web/frame/page.js';
import { plainly } from '../../web/forms/plainly.js';
import { type OpeningsAsRead, type OpeningsForm, openingsForm, presentOpenings } from './present-who-opened.js';
import { LONGEST_RECORD, type OpeningsDto } from './who-opened.dto.js';
import { ReadWhoOpened } from './who-opened.query.js';

const VIEW = 'disputes/who-opened/who-opened';
const FOUND = '/views/found';

const NOBODY = 'Nobody in the directory has this name. Check how it is written.';

const ENDED = 'What you looked for is not kept for long. Look for it again.';

/** The words that somebody typed: neither stands in an address as it is. */
interface Typed {
  readonly record: string;
  readonly person: string;
}

const NOTHING: Typed = { record: '', person: '' };

/** Who opened what, for information governance: all of it, and by POST that of one record or of one person. */
@PageRoute('views')
export class WhoOpenedPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly addresses: SearchAddresses,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('views.read')
  @OpensNothing('Who opened what, by references: no child and no word.')
  @Page(VIEW, presentOpenings)
  all(@Query() query: unknown): Promise<OpeningsAsRead> {
    return this.read(NOTHING, undefined, cursorIn(query), '/views?');
  }

  @Post()
  @Permits('views.read')
  @Page(VIEW)
  find(@Body() body: unknown, @Asking() asker: Asker): SeeOther | OtherPage {
    const typed = typedIn(body);
    const wrong = this.wrongIn(typed);
    if (wrong !== undefined) return new OtherPage(VIEW, openingsForm(this.form(typed), wrong), 422);
    if (typed.record === '' && typed.person === '') return new SeeOther('/views');
    return new SeeOther(this.addresses.pathOf(JSON.stringify(typed), asker.person, FOUND));
  }

  @Get('found')
  @Permits('views.read')
  @OpensNothing('Who opened what, by references: no child and no word.')
  @Page(VIEW, presentOpenings)
  async found(@Query() query: unknown, @Asking() asker: Asker): Promise<OpeningsAsRead | OtherPage> {
    const { in: sealed } = (query ?? {}) as { in?: unknown };
    const words = typeof sealed === 'string' ? this.addresses.wordsIn(sealed, asker.person) : null;
    const typed = words === null ? null : typedIn(JSON.parse(words));
    if (typed === null || this.wrongIn(typed) !== undefined)
      return new OtherPage(VIEW, openingsForm(this.form(NOTHING), { record: ENDED }), 422);
    const person = typed.person === '' ? undefined : mustBeOne(typed.person, this.directory, this.today()).personId;
    const path = `${FOUND}?${new URLSearchParams({ in: sealed as string }).toString()}&`;
    return this.read(typed, person, cursorIn(query), path);
  }

  private async read(
    typed: Typed,
    person: string | undefined,
    cursor: string | undefined,
    path: string,
  ): Promise<OpeningsAsRead> {
    const asked = { record: typed.record, ...(person ? { person } : {}), ...(cursor ? { cursor } : {}) };
    const found = await this.queries.execute<ReadWhoOpened, OpeningsDto>(new ReadWhoOpened(asked));
    return { ...this.form(typed), found, isFirst: cursor === undefined, path };
  }

  private form(typed: Typed): OpeningsForm {
    return { typed, people: peopleInOffice(this.directory, this.today()) };
  }

  private wrongIn({ record, person }: Typed): Record<string, string> | undefined {
    if (record.length > LONGEST_RECORD)
      return { record: `Enter no more than ${LONGEST_RECORD} characters: a reference or a record number` };
    if (person === '') return undefined;
    try {
      mustBeOne(person, this.directory, this.today());
      return undefined;
    } catch (error) {
      const problem = problemFrom(error);
      if (problem === undefined) throw error;
      return { person: problem.status === 404 ? NOBODY : plainly(problem.detail) };
    }
  }

  private today(): LocalDate {
    return londonDate(this.clock.now());
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const typedIn = (body: unknown): Typed => {
  const { record, person } = (body ?? {}) as Readonly<Record<string, unknown>>;
  return { record: textOf(record), person: textOf(person) };
};

const cursorIn = (query: unknown): string | undefined => {
  const { cursor } = (query ?? {}) as { cursor?: unknown };
  return typeof cursor === 'string' && cursor !== '' ? cursor : undefined;
};
