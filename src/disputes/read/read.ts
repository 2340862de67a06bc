import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { postThatMay, type RelationsFrom } from '../../access/access.js';
import type { Permission } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import { ViewLog } from '../../access/view-log/view-log.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import { namesFrom } from '../../directory/names.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import { notFound } from '../../platform/http/problem.js';
import { Versioned } from '../../platform/http/written.dto.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import { Deciding } from '../deciding.js';
import { DisputeDesk } from '../dispute-desk.js';
import { LegalAdviceDesk } from '../legal-advice/legal-advice-desk.js';
import { readersOf } from '../restriction.js';
import { actorShown } from './actor-shown.js';
import { allowedActs } from './allowed-acts.js';
import type { DisputeDto, HistoryDto, HistoryEntryDto } from './dispute.dto.js';
import { disputeView, type Extent, seenAs } from './dispute-view.js';
import { withoutHidden } from './without-hidden.js';

/** One dispute as its reader may see it. */
export class ReadDispute extends Query<Versioned<DisputeDto>> {
  constructor(
    readonly reference: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

/** Everything that happened to one dispute, as its reader may see it. */
export class ReadDisputeHistory extends Query<Versioned<HistoryDto>> {
  constructor(
    readonly reference: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

const EXTENTS: readonly (readonly [Permission, Extent])[] = [
  ['dispute.read', 'full'],
  ['dispute.read-outline', 'outline'],
  ['dispute.read-figures', 'figures'],
];

/** @throws Problem `not-found` for what is not for this person to know */
const extentFor = (asker: Asker, relationsFrom: RelationsFrom): Extent => {
  const found = EXTENTS.find(([permission]) => postThatMay(asker, permission, relationsFrom));
  if (!found) throw notFound();
  return found[1];
};

const seesLegalAdvice = (asker: Asker, relationsFrom: RelationsFrom): boolean =>
  postThatMay(asker, 'dispute.read-legal-advice', relationsFrom) !== undefined;

@QueryHandler(ReadDispute)
export class ReadDisputeHandler implements IQueryHandler<ReadDispute> {
  constructor(
    private readonly desk: DisputeDesk,
    private readonly legalAdvice: LegalAdviceDesk,
    private readonly views: ViewLog,
    private readonly deciding: Deciding,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ reference, asker }: ReadDispute): Promise<Versioned<DisputeDto>> {
    const found = await this.desk.find(reference, asker);
    const extent = extentFor(asker, found.relationsFrom);
    if (readersOf(found.state)) await this.views.record({ reference, what: 'record' }, asker);
    const now = this.clock.now();
    const context = await this.deciding.contextAt(now);
    const names = namesFrom(this.directory, context.today);
    const view = disputeView({ reference, ...found }, { protocols: context.protocols, names, now });
    return new Versioned(
      {
        ...withoutHidden(seenAs(extent, view), asker.person, this.readModels),
        ...(seesLegalAdvice(asker, found.relationsFrom)
          ? { legalAdvice: [...(await this.legalAdvice.of(reference))] }
          : {}),
        allowedActs: allowedActs(found.state, asker, found.relationsFrom, context),
      },
      found.revision,
    );
  }
}

@QueryHandler(ReadDisputeHistory)
export class ReadDisputeHistoryHandler implements IQueryHandler<ReadDisputeHistory> {
  constructor(
    private readonly desk: DisputeDesk,
    private readonly legalAdvice: LegalAdviceDesk,
    private readonly views: ViewLog,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ reference, asker }: ReadDisputeHistory): Promise<Versioned<HistoryDto>> {
    const { state, events, relationsFrom, revision } = await this.desk.find(reference, asker);
    const extent = extentFor(asker, relationsFrom);
    // De-identified readers count; what happened to one child's dispute step by step is not a figure.
    if (extent === 'figures') throw notFound();
    if (readersOf(state)) await this.views.record({ reference, what: 'history' }, asker);
    const seesCafcass = postThatMay(asker, 'dispute.read-cafcass', relationsFrom) !== undefined;
    const names = namesFrom(this.directory, londonDate(this.clock.now()));
    const advice = seesLegalAdvice(asker, relationsFrom) ? await this.legalAdvice.eventsOf(reference) : [];
    const entries = withAdviceInItsPlace(events, advice).map((event): HistoryEntryDto => ({
      revision: placeInDispute(event),
      what: event.type,
      occurredAt: event.metadata.occurredAt,
      recordedAt: event.recordedAt,
      by: actorShown(event.metadata.actor, names),
      ...(extent === 'full' ? { data: seesCafcass ? event.data : withoutCorrespondence(event) } : {}),
    }));
    return new Versioned(withoutHidden({ reference, entries }, asker.person, this.readModels), revision);
  }
}

/** What passed between the IRO and Cafcass is for the IRO, the IRO's manager and the director (domain brief 4.5). */
const withoutCorrespondence = ({ type, data }: RecordedEvent): object => {
  if (type !== 'ReferredToCafcass' && type !== 'CafcassReplied') return data;
  const { grounds: _grounds, summary: _summary, ...dates } = data;
  return dates;
};

/** Revision of the dispute at which it happened. Legal advice has a stream of its own, and says how far the dispute had come. */
const placeInDispute = ({ data, revision }: RecordedEvent): number =>
  typeof data.disputeRevision === 'number' ? data.disputeRevision : revision;

const withAdviceInItsPlace = (
  events: readonly RecordedEvent[],
  advice: readonly RecordedEvent[],
): readonly RecordedEvent[] =>
  advice.length === 0 ? events : [...events, ...advice].sort((a, b) => placeInDispute(a) - placeInDispute(b));
