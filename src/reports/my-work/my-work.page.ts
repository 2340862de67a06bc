import { Body, Get, Inject, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { postThatMay } from '../../access/access.js';
import { actingForCode } from '../../access/acting-for.js';
import { type Asker, ownerOf } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { type Permission, rowFor } from '../../access/access-table.js';
import { Permits } from '../../access/permission.js';
import { type Condition } from '../../access/scope.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { Opens } from '../../access/view-log/opens.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { ChildAddresses } from '../../directory/children/child-addresses.js';
import type { ChildrenPageDto } from '../../directory/children/children.dto.js';
import { ListChildren, ListUnderAlert } from '../../directory/children/children.query.js';
import type { Directory } from '../../directory/directory.js';
import { NoteFilingDto } from '../../disputes/acts/note-filing/note-filing.dto.js';
import { AuthorisedDisputes } from '../../disputes/authorised-disputes.js';
import type { DisputesPageDto } from '../../disputes/list/list.dto.js';
import { ListDisputes } from '../../disputes/list/list.query.js';
import type { DraftDto, DraftListedDto, DraftsDto } from '../../drafts/drafts.dto.js';
import { firstWordsOf } from '../../drafts/first-words.js';
import { ListDrafts, ReadDraft } from '../../drafts/drafts.query.js';
import type { ToFilePageDto } from '../../disputes/to-file/to-file.dto.js';
import { CountToFile, ListToFile, type ToFileNarrowed } from '../../disputes/to-file/to-file.query.js';
import type { Clock } from '../../platform/clock/clock.js';
import { notFound } from '../../platform/http/problem.js';
import { SeeOther } from '../../platform/http/see-other.js';
import type { Versioned } from '../../platform/http/written.dto.js';
import { bodyOfForm } from '../../platform/http/validation.js';
import { readReference } from '../../platform/ids.js';
import { newSecret } from '../../platform/secret.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { AsAt } from '../../web/frame/as-it-stood.js';
import { addressOf } from '../../web/lists/listing.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { ReadMyWork } from './my-work.query.js';
import { isTab, presentMyWork, type Tab, type WorkAsRead } from './present-my-work.js';
import type { SinceLooked } from './since-looked.js';
import { ReadSinceLooked } from './since-looked.query.js';
import type { MyWork } from './work.js';

/** The place of a copy unless somebody names another. */
const USUAL_PLACE = 'Case notes';

/** Rows of a tab: more than one person holds. */
const MOST = '200';

/** Forms that begin something about a child, by their rows of the access table. */
const BEGINS_ABOUT_A_CHILD: readonly string[] = ['dispute.raise', 'acknowledgement.give'];

/** The acts that somebody may begin from their work, by the row of the access table. */
const BEGINNINGS = ['dispute.raise', 'acknowledgement.give', 'dispute.record-conversation'] as const;

const ENDED: Condition = { sql: `register.status NOT IN ('open', 'recorded')`, parameters: {} };

@PageRoute('my-work')
export class MyWorkPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly addresses: ChildAddresses,
    private readonly authorised: AuthorisedDisputes,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('work.read')
  @Opens('list')
  @Page('reports/my-work/my-work', presentMyWork)
  async read(
    @Asking() asker: Asker,
    @Query() query: unknown,
    @AsAt() asAt: LocalDate | undefined,
  ): Promise<WorkAsRead> {
    const { tab: asked, all, iro, team } = (query ?? {}) as Readonly<Record<string, unknown>>;
    if (asAt !== undefined) return this.asItStood(asker, asAt, asked === 'waiting' ? 'waiting' : 'to-do');
    const tab: Tab = isTab(asked) ? asked : 'to-do';
    const work = await this.queries.execute<ReadMyWork, MyWork>(new ReadMyWork(asker));
    const { items: listed } = await this.queries.execute<ListDrafts, DraftsDto>(new ListDrafts(asker));
    const drafts = tab === 'drafts' ? await Promise.all(listed.map((draft) => this.asBegun(draft, asker))) : listed;
    const news = await this.queries.execute<ReadSinceLooked, readonly SinceLooked[]>(new ReadSinceLooked(asker));
    return {
      tab,
      work,
      sinceLooked: news,
      drafts,
      codeOf: Object.fromEntries(
        work.items.flatMap(({ actingFor }) =>
          actingFor === null ? [] : [[actingFor.id, actingForCode(actingFor.id)]],
        ),
      ),
      childPaths: Object.fromEntries(
        work.items
          .filter(({ what }) => what === 'allocate-child' && mayFrom(asker, 'child.write'))
          .map(({ reference }) => [reference, this.addresses.pathOf(reference)]),
      ),
      mayEscalate: mayFrom(asker, 'dispute.escalate'),
      mayHandOver: postThatMay(asker, 'dispute.hand-over') !== undefined,
      begins: BEGINNINGS.filter((permission) => mayFrom(asker, permission)),
      entersFor: this.entersFor(asker),
      holdsChildren: holdsChildren(asker),
      ...(holdsChildren(asker) ? { children: await this.children(asker) } : {}),
      files: mayFrom(asker, 'dispute.note-filing'),
      ...(mayFrom(asker, 'dispute.note-filing') && tab !== 'to-file'
        ? { countToFile: await this.queries.execute<CountToFile, number>(new CountToFile(asker)) }
        : {}),
      ...(tab === 'to-file'
        ? {
            toFile: await this.toFile(asker, narrowedBy({ iro, team })),
            showsAllToFile: all === 'yes',
            readsCopies: mayFrom(asker, 'dispute.read'),
          }
        : {}),
      seesWhatEnded: mayFrom(asker, 'dispute.read') && !readsEverything(asker),
      ...(tab === 'closed' ? { closed: await this.closed(asker) } : {}),
    };
  }

  /** The tasks that waited for them, and for others: nothing is begun or done from it. */
  private async asItStood(asker: Asker, asAt: LocalDate, tab: Tab): Promise<WorkAsRead> {
    const work = await this.queries.execute<ReadMyWork, MyWork>(new ReadMyWork(asker, asAt));
    return {
      ...{ tab, work, asAt, sinceLooked: [], drafts: [], codeOf: {}, mayHandOver: false, begins: [], entersFor: [] },
      ...{ holdsChildren: false, files: false, seesWhatEnded: false },
    };
  }

  /** It is marked as filed today, by the same class as a page of the dispute or a program has it noted. */
  @Post('to-file')
  @Permits('dispute.note-filing')
  @Page('reports/my-work/my-work')
  async markAsFiled(@Body() body: unknown, @Sent() sent: SentWith): Promise<SeeOther> {
    const { reference, child, where, iro, team } = (body ?? {}) as Readonly<Record<string, unknown>>;
    const known = typeof reference === 'string' ? readReference(reference) : undefined;
    if (known === undefined) throw notFound();
    const note = await bodyOfForm(
      {
        child,
        where: typeof where === 'string' && where.trim() !== '' ? where.trim() : USUAL_PLACE,
        filedOn: this.today(),
      },
      NoteFilingDto,
    );
    const written = await this.authorised.act(known, { type: 'note-filing', ...note }, sent);
    const back = addressOf('/my-work', { tab: 'to-file', ...narrowedBy({ iro, team }) });
    return new SeeOther(back, `Filing of ${known} noted.`, written);
  }

  /** The record that they begin is somebody else’s, so that they say first whose: its first page is already that person’s to ask for. */
  private entersFor({ posts }: Asker): WorkAsRead['entersFor'] {
    if (!posts.some(({ kind }) => kind === 'business-support')) return [];
    const held = (['iro', 'conference-chair'] as const).flatMap((kind) => this.directory.postsHeld(kind, this.today()));
    const people = new Set(held.flatMap(({ person }) => person ?? []));
    return [...people]
      .map((person) => ({ code: actingForCode(person), name: this.directory.person(person)?.name ?? person }))
      .sort((one, other) => one.name.localeCompare(other.name));
  }

  /**
   * A draft with what its writer knows it by: its first words; and of one that begins something, which no reference tells from another, the
   * child and the theme that stand in it so far. Whether its act can be done still is said with it.
   */
  private async asBegun(draft: DraftListedDto, asker: Asker): Promise<WorkAsRead['drafts'][number]> {
    if (!draft.isYours || draft.noLongerYours) return draft;
    const { body } = await this.queries.execute<ReadDraft, Versioned<DraftDto>>(new ReadDraft(draft.id, asker));
    if (body.cannotBeOpened) return draft;
    const typed = (name: string): string => body.fields.find((field) => field.name === name)?.value.trim() ?? '';
    const { cannotBeSentNow } = body;
    const known = { ...draft, cannotBeSentNow, firstWords: firstWordsOf(body.fields) };
    if (!BEGINS_ABOUT_A_CHILD.includes(draft.act)) return known;
    return { ...known, beginning: { children: typed('children'), theme: typed('theme') } };
  }

  private today(): LocalDate {
    return londonDate(this.clock.now());
  }

  private async children(asker: Asker): Promise<NonNullable<WorkAsRead['children']>> {
    const query = { limit: MOST, iro: ownerOf(asker) };
    const { items } = await this.queries.execute<ListChildren, ChildrenPageDto>(new ListChildren(query, asker));
    const numbers = items.map(({ childId }) => childId);
    const alerted = await this.queries.execute<ListUnderAlert, ReadonlySet<string>>(new ListUnderAlert(numbers, asker));
    return items.map((child) => ({
      ...child,
      ...{ path: this.addresses.pathOf(child.childId), underAlert: alerted.has(child.childId) },
      teamName: child.team === null ? null : (this.directory.team(child.team, this.today())?.name ?? null),
    }));
  }

  private async toFile(asker: Asker, narrowed: ToFileNarrowed): Promise<WorkAsRead['toFile']> {
    const page = await this.queries.execute<ListToFile, ToFilePageDto>(new ListToFile(asker, narrowed));
    return { ...page, items: page.items.map((item) => ({ ...item, command: newSecret() })), narrowed };
  }

  /** Of an IRO or a chair what they held; of those who answer, what of their teams, or asked of them, has ended. */
  private async closed(asker: Asker): Promise<NonNullable<WorkAsRead['closed']>> {
    const query = { limit: MOST, sort: '-endedOn', ...(holdsChildren(asker) ? { heldBy: ownerOf(asker) } : {}) };
    const { items, next } = await this.queries.execute<ListDisputes, DisputesPageDto>(
      new ListDisputes(query, asker, ENDED),
    );
    return { items, hasMore: next !== null };
  }
}

/** What an address or a form names of an IRO and a team; nothing of what it leaves empty. */
const narrowedBy = (named: { readonly iro: unknown; readonly team: unknown }): ToFileNarrowed =>
  Object.fromEntries(Object.entries(named).filter(([, id]) => typeof id === 'string' && id !== ''));

const holdsChildren = ({ posts }: Asker): boolean =>
  posts.some(({ kind }) => kind === 'iro' || kind === 'conference-chair');

/** The records that have ended in the whole council are a list, and nobody’s work. */
const readsEverything = ({ posts }: Asker): boolean =>
  posts.some(({ kind }) => rowFor('dispute.read', kind)?.includes('any'));

/** Whether there is anything that they may do it to. */
const mayFrom = ({ posts }: Asker, permission: Permission): boolean =>
  posts.some(({ kind }) => rowFor(permission, kind) !== undefined);
