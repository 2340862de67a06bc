import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { postThatMay, type RelationsFrom } from '../../access/access.js';
import type { Permission } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import { ViewLog } from '../../access/view-log/view-log.js';
import { londonDate } from '../../calendar/dates.js';
import { type Names, namesFrom } from '../../directory/names.js';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import { notFound } from '../../platform/http/problem.js';
import { Versioned } from '../../platform/http/written.dto.js';
import { Readings } from '../../reading/readings.js';
import { Deciding } from '../deciding.js';
import { DisputeDesk } from '../dispute-desk.js';
import { LegalAdviceDesk } from '../legal-advice/legal-advice-desk.js';
import { readersOf } from '../restriction.js';
import { actorShown } from './actor-shown.js';
import { allowedActs } from './allowed-acts.js';
import type { DisputeDto, HistoryDto, HistoryEntryDto } from './dispute.dto.js';
import { councilWords } from './council-words.js';
import { disputeView } from './dispute-view.js';
import { type RedactedEntry, sentenceOf } from './history-sentence.js';
import { linkedFrom } from './linked-from.js';
import { othersNamedIn, withoutOthers } from './other-disputes.js';
import { type Extent, seenAs, type Sight } from './seen-as.js';

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
const sightFor = (asker: Asker, relationsFrom: RelationsFrom): Sight => {
  const found = EXTENTS.find(([permission]) => postThatMay(asker, permission, relationsFrom));
  if (!found) throw notFound();
  return { extent: found[1], cafcass: may(asker, 'dispute.read-cafcass', relationsFrom) };
};

const may = (asker: Asker, permission: Permission, relationsFrom: RelationsFrom): boolean =>
  postThatMay(asker, permission, relationsFrom) !== undefined;

@QueryHandler(ReadDispute)
export class ReadDisputeHandler implements IQueryHandler<ReadDispute> {
  constructor(
    private readonly desk: DisputeDesk,
    private readonly legalAdvice: LegalAdviceDesk,
    private readonly views: ViewLog,
    private readonly readings: Readings,
    private readonly deciding: Deciding,
  ) {}

  async execute({ reference, asker }: ReadDispute): Promise<Versioned<DisputeDto>> {
    const found = await this.desk.find(reference, asker);
    const { state, revision, relationsFrom } = found;
    const sight = sightFor(asker, relationsFrom);
    if (readersOf(state)) await this.views.record({ reference, what: 'record' }, asker);
    const reading = await this.readings.now();
    const context = await this.deciding.contextAt(reading.now);
    const recorded = disputeView({ reference, ...found }, reading, namesFrom(reading.directory, context.today));
    const view = seenAs(sight, { ...recorded, linkedFrom: linkedFrom(reference, reading.readModels) });
    const closed = await this.desk.closedTo(asker, othersNamedIn(view, reference));
    return new Versioned(
      {
        ...withoutOthers(view, closed),
        ...(may(asker, 'dispute.read-legal-advice', relationsFrom)
          ? { legalAdvice: [...(await this.legalAdvice.of(reference))] }
          : {}),
        allowedActs: allowedActs(state, asker, relationsFrom, context),
      },
      revision,
    );
  }
}

@QueryHandler(ReadDisputeHistory)
export class ReadDisputeHistoryHandler implements IQueryHandler<ReadDisputeHistory> {
  constructor(
    private readonly desk: DisputeDesk,
    private readonly legalAdvice: LegalAdviceDesk,
    private readonly views: ViewLog,
    private readonly readings: Readings,
  ) {}

  async execute({ reference, asker }: ReadDisputeHistory): Promise<Versioned<HistoryDto>> {
    const { state, events, relationsFrom, revision } = await this.desk.find(reference, asker);
    const sight = sightFor(asker, relationsFrom);
    // De-identified readers count; what happened to one child's dispute step by step is not a figure.
    if (sight.extent === 'figures') throw notFound();
    if (readersOf(state)) await this.views.record({ reference, what: 'history' }, asker);
    const { directory, protocols, now } = await this.readings.now();
    const today = londonDate(now);
    const names = namesFrom(directory, today);
    const seesAdvice = may(asker, 'dispute.read-legal-advice', relationsFrom);
    const advice = seesAdvice ? await this.legalAdvice.eventsOf(reference) : [];
    const seen = withAdviceInItsPlace(events, advice).map((event) => seenEntry(event, sight, names));
    const redacted = withoutOthers(seen, await this.desk.closedTo(asker, othersNamedIn(seen, reference)));
    const words = councilWords(state, protocols, today);
    const entries = redacted.map((entry): HistoryEntryDto => ({ ...entry, sentence: sentenceOf(entry, words, names) }));
    return new Versioned({ reference, entries }, revision);
  }
}

const seenEntry = (event: RecordedEvent, { extent, cafcass }: Sight, names: Names): RedactedEntry => ({
  revision: placeInDispute(event),
  what: event.type,
  occurredAt: event.metadata.occurredAt,
  recordedAt: event.recordedAt,
  by: actorShown(event.metadata.actor, names),
  ...(extent === 'full' ? { data: cafcass ? event.data : withoutCorrespondence(event) } : {}),
});

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
