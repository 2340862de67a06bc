import { Get, Param, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { actingForCode } from '../../access/acting-for.js';
import { postThatMay } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { ViewLog } from '../../access/view-log/view-log.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { ChildLinks } from '../../directory/children/child-links.js';
import { Problem } from '../../platform/http/problem.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { SeeOther } from '../../platform/http/see-other.js';
import { showingNothing } from '../../platform/http/shows-nothing.js';
import type { Versioned } from '../../platform/http/written.dto.js';
import type { Reading } from '../../reading/reading.js';
import { Readings } from '../../reading/readings.js';
import { ladderIn } from '../../protocol/ladder.js';
import { AsAt, onThatDay } from '../../web/frame/as-it-stood.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { AuthorisedDisputes } from '../authorised-disputes.js';
import { ReadOutline } from '../outline/outline.query.js';
import type { DisputeDto, HistoryDto, HistoryEntryDto } from '../read/dispute.dto.js';
import { ReadDispute, ReadDisputeHistory } from '../read/read.query.js';
import { seatOfHolder } from '../seat-of-holder.js';
import { workingDaysApart } from '../time/due.js';
import { answersNow } from './answers-now.js';
import { type DisputeAsRead, presentDispute } from './present-dispute.js';
import { lastDayInCare } from '../to-be-decided/out-of-care.js';
import { leftCare, turning18 } from './turning-18.js';
import { WhoHasIt } from './who-has-it.js';

@PageRoute('disputes')
export class DisputePage {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
    private readonly authorised: AuthorisedDisputes,
    private readonly whoHasIt: WhoHasIt,
    private readonly views: ViewLog,
    private readonly childLinks: ChildLinks,
  ) {}

  @Get(':reference')
  @Permits('dispute.read', 'dispute.read-outline', 'dispute.read-figures')
  @Opens('page')
  @Page('disputes/pages/dispute', presentDispute)
  async read(
    @Param('reference', ReferencePipe) reference: string,
    @Asking() asker: Asker,
    @AsAt() asAt: LocalDate | undefined,
    @Req() request: FastifyRequest,
  ): Promise<DisputeAsRead | SeeOther> {
    try {
      return asAt === undefined
        ? await this.inFull(reference, asker, request)
        : await this.asItStood(reference, asker, asAt);
    } catch (error) {
      if (!isNotThere(error)) throw error;
      return this.whereItStands(reference, asker);
    }
  }

  /**
   * A reader who may know where it stands, and no more, is led there.
   * @throws Problem `not-found` where they may not know of it either
   */
  private async whereItStands(reference: string, asker: Asker): Promise<SeeOther> {
    await this.queries.execute(new ReadOutline(reference, asker));
    return showingNothing(new SeeOther(`/disputes/${reference}/outline`));
  }

  /** It, and what had happened to it, as far as they may read it now. Nothing is done from there. */
  private async asItStood(reference: string, asker: Asker, asAt: LocalDate): Promise<DisputeAsRead> {
    const { body: dispute } = await this.queries.execute<ReadDispute, Versioned<DisputeDto>>(
      new ReadDispute(reference, asker, 'to-read', asAt),
    );
    const entries = await this.historyOf(reference, asker, asAt);
    const childPages = await this.childLinks.to(dispute.children ?? [], asker);
    return this.readings.at(asAt, (then) => ({
      ...this.timesOf(dispute, then),
      ...{ dispute, entries, childPages, asAt, reader: asker.person, query: onThatDay('', asAt) },
      ...{
        standsInBy: null,
        lastLookedAt: null,
        hearsNews: false,
        answersNow: false,
        mayReadViews: false,
        mayWriteLetter: false,
      },
    }));
  }

  private async inFull(reference: string, asker: Asker, request: FastifyRequest): Promise<DisputeAsRead> {
    const [{ body: dispute }, entries, { state, relationsFrom }, reading] = await Promise.all([
      this.queries.execute<ReadDispute, Versioned<DisputeDto>>(new ReadDispute(reference, asker)),
      this.historyOf(reference, asker),
      this.authorised.find(reference, asker),
      this.readings.now(),
    ]);
    return {
      ...this.timesOf(dispute, reading),
      dispute,
      entries,
      childPages: await this.childLinks.to(dispute.children ?? [], asker),
      reader: asker.person,
      standsInBy: standsInBy(dispute, asker),
      lastLookedAt: await this.views.lastOf(reference, asker.person),
      hearsNews: entries.length > 0 && !asker.posts.some(({ kind }) => kind === 'inspector'),
      answersNow: answersNow(state, asker),
      mayReadViews: postThatMay(asker, 'dispute.read-views', relationsFrom) !== undefined,
      mayWriteLetter: postThatMay(asker, 'dispute.read-letter', relationsFrom) !== undefined,
      query: request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '',
    };
  }

  /** With whom it is, until when, and on which ladder: by the people, rules and calendar of the moment that is read. */
  private timesOf(
    dispute: DisputeDto,
    { readModels, protocols, calendar, directory, now }: Reading,
  ): Pick<DisputeAsRead, 'who' | 'seat' | 'daysBetween' | 'stages' | 'ofCare'> {
    const today = londonDate(now);
    const dueOn = dispute.waitingFor?.dueOn ?? null;
    const round = dispute.rounds.at(-1);
    const stages =
      round === undefined
        ? []
        : (ladderIn(protocols.version(round.protocolVersion).protocol, round.ladder)?.stages ?? []);
    return {
      who: this.whoHasIt.of(
        dispute,
        stages.find(({ number }) => number === round?.stage),
        { directory, now },
      ),
      seat:
        dispute.heldBy === null ? null : (seatOfHolder(directory.postsHeldBy(dispute.heldBy.id, today))?.kind ?? null),
      daysBetween: dueOn === null ? null : workingDaysApart(today, dueOn, calendar),
      stages,
      ofCare: [
        ...leftCare(dispute, (child) => lastDayInCare(readModels, child, today)),
        ...turning18(dispute, (child) => directory.child(child, today)?.bornOn ?? null, today),
      ],
    };
  }

  /** Nothing for those who see figures only: what happened to one child step by step is not one. */
  private async historyOf(reference: string, asker: Asker, asAt?: LocalDate): Promise<readonly HistoryEntryDto[]> {
    try {
      const history = new ReadDisputeHistory(reference, asker, 'to-read', asAt);
      return (await this.queries.execute<ReadDisputeHistory, Versioned<HistoryDto>>(history)).body.entries;
    } catch (error) {
      if (isNotThere(error)) return [];
      throw error;
    }
  }
}

/** Whoever covers reads it without a word, and acts on it once they have said for whom. */
const standsInBy = ({ heldBy }: DisputeDto, { covers = [] }: Asker): string | null =>
  heldBy !== null && covers.includes(heldBy.id) ? actingForCode(heldBy.id) : null;

const isNotThere = (error: unknown): boolean => error instanceof Problem && error.status === 404;
