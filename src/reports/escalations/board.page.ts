import { Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { postThatMay } from '../../access/access.js';
import { actingForCode } from '../../access/acting-for.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { ExportsFile, Permits } from '../../access/permission.js';
import { Opens, OpensNothing } from '../../access/view-log/opens.js';
import { ListWhatToPraise } from '../../acknowledgements/thank/well-done.query.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { ItemListedDto, ItemsPageDto } from '../../challenge/items/items.dto.js';
import { ListItems } from '../../challenge/items/items.query.js';
import { FindNextMeeting } from '../../challenge/meeting/next/next.query.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import { asAttachment } from '../../platform/http/attachment.js';
import { notFound } from '../../platform/http/problem.js';
import { LARGEST_PAGE } from '../../platform/http/paging.js';
import type { SeeOther } from '../../platform/http/see-other.js';
import { queryOfAddress } from '../../platform/http/validation.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { WordsNow } from '../../protocol/words-now.js';
import { AsAt } from '../../web/frame/as-it-stood.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { askedIn, forTheQuery, type ListAsked, type ListDefinition } from '../../web/lists/listing.js';
import { RememberedList } from '../../web/lists/remembered-list.js';
import { ReadMyWork } from '../my-work/my-work.query.js';
import type { MyWork } from '../my-work/work.js';
import { boardCsv } from './board-csv.js';
import { BoardQuery } from './escalations.dto.js';
import { type BoardRead, ReadEscalations } from './escalations.query.js';
import { countedBy, isCountOnBoard } from './counts-of-board.js';
import { boardList, type BoardOfPage, presentBoard } from './present-board.js';
import { type CountedOfPage, presentCounted } from './present-counted.js';

/** The first screen of leaders: what needs them, what waits past its promised date, and every stage. It never refreshes itself. */
@PageRoute('board')
export class BoardPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly words: WordsNow,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('board.read')
  @Opens('list')
  @Page('reports/escalations/board', presentBoard)
  async read(
    @Query() query: unknown,
    @Asking() asker: Asker,
    @AsAt() asAt: LocalDate | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BoardOfPage | SeeOther> {
    const definition = await this.definition();
    const asked = askedIn(query, definition);
    const { view, stage, ladder } = (query ?? {}) as { view?: unknown; stage?: unknown; ladder?: unknown };
    const isPlain = view === undefined && stage === undefined && asAt === undefined;
    const before = isPlain ? new RememberedList('board', definition).turn(request, reply, asked) : undefined;
    if (before !== undefined) return before;
    const work = await this.queries.execute<ReadMyWork, MyWork>(new ReadMyWork(asker, asAt));
    // The next meeting is one of today.
    const agenda = asAt === undefined ? await this.nextAgenda(asker) : [];
    return {
      board: await this.board(
        {
          ...asked,
          ...(typeof stage === 'string' ? { stage } : {}),
          ...(typeof ladder === 'string' ? { ladder } : {}),
        },
        asker,
        asAt,
      ),
      ...{ work, agenda },
      codeOf: Object.fromEntries(
        work.items.flatMap(({ actingFor }) =>
          actingFor === null ? [] : [[actingFor.id, actingForCode(actingFor.id)]],
        ),
      ),
      mayHandOver: postThatMay(asker, 'dispute.hand-over') !== undefined,
      view: view === 'table' ? 'table' : 'stages',
      asked,
      definition,
      asAt,
    };
  }

  /** The rows that a count of the board counts. */
  @Get('counted')
  @Permits('board.read')
  @OpensNothing('Where each stands: no child and no word.')
  @Page('reports/escalations/counted', presentCounted)
  async counted(@Query() query: unknown, @Asking() asker: Asker): Promise<CountedOfPage> {
    const { what } = (query ?? {}) as { what?: unknown };
    if (!isCountOnBoard(what)) throw notFound();
    const asked = askedIn(query, await this.definition());
    const board = await this.board(asked, asker);
    const references = what === 'acknowledged' ? board.thisWeek.acknowledged.map(({ reference }) => reference) : [];
    const praise = await this.queries.execute(new ListWhatToPraise(references, asker));
    return { counted: countedBy(board, what, londonDate(this.clock.now())), what, asked, praise };
  }

  @Get('csv')
  @Permits('board.read')
  @ExportsFile()
  @Opens('list')
  async csv(
    @Query() query: unknown,
    @Asking() asker: Asker,
    @AsAt() asAt: LocalDate | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const board = await this.board(askedIn(query, await this.definition()), asker, asAt);
    void reply.headers(asAttachment('board.csv'));
    return boardCsv(board, await this.words.now());
  }

  /** The items on the agenda of the next meeting that the reader may see, as its page lists them. */
  private async nextAgenda(asker: Asker): Promise<readonly ItemListedDto[]> {
    const meeting = await this.queries.execute<FindNextMeeting, string | null>(new FindNextMeeting(asker));
    if (meeting === null) return [];
    const asked = { meeting, status: 'on-agenda', limit: String(LARGEST_PAGE) };
    return (await this.queries.execute<ListItems, ItemsPageDto>(new ListItems(asked, asker))).items;
  }

  private async board(asked: ListAsked, asker: Asker, asAt?: LocalDate): Promise<BoardRead> {
    const { stage, ...filters } = await queryOfAddress(forTheQuery(asked), BoardQuery);
    const narrowed = stage === undefined ? filters : { ...filters, stage: Number(stage) };
    return this.queries.execute<ReadEscalations, BoardRead>(new ReadEscalations(asker, narrowed, asAt));
  }

  private async definition(): Promise<ListDefinition> {
    const { themes } = await this.words.now();
    return boardList(this.directory, londonDate(this.clock.now()), themes);
  }
}
