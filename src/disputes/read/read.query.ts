import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { type Names, namesFrom } from '../../directory/names.js';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import { fold } from '../../platform/executor.js';
import { takenBackIn } from '../../platform/taking-back.js';
import { notFound } from '../../platform/http/problem.js';
import { Versioned } from '../../platform/http/written.dto.js';
import { stageOf } from '../../protocol/ladder.js';
import type { ProtocolBook } from '../../protocol/protocol.js';
import { notYetOnRecord } from '../../reading/past-readings.js';
import type { Reading } from '../../reading/reading.js';
import { Readings } from '../../reading/readings.js';
import type { DisputeEvent } from '../events.js';
import { DecisionContexts } from '../decision-contexts.js';
import { AuthorisedDisputes, type DisputeAsSeen } from '../authorised-disputes.js';
import { disputeDecider } from '../decide.js';
import { asOfDeath } from '../set-aside.js';
import { AuthorisedLegalAdvice } from '../legal-advice/authorised-legal-advice.js';
import { keptFromAmong } from '../list/visible-disputes.js';
import { answersForTheService } from '../restriction.js';
import { actorShown } from './actor-shown.js';
import { allowedActs } from './allowed-acts.js';
import type { DisputeDto, HistoryDto, HistoryEntryDto } from './dispute.dto.js';
import { councilWords } from './council-words.js';
import { disputeView } from './dispute-view.js';
import { namingActions, type RedactedEntry, sayingWhatWasTakenBack, sentenceOf } from './history-sentence.js';
import { cafcassBeside, linkedFrom } from './linked-from.js';
import {
  entriesUnseen,
  entriesWithoutOthers,
  linkedInHistory,
  othersNamedIn,
  withoutOthers,
} from './other-disputes.js';
import { OtherRecords } from './other-records.js';
import { dataSeen, type Purpose, type Sight, sightFor, standsIn, viewSeen } from './what-a-reader-sees.js';
import { withoutChildren, wrongChildrenIn } from './wrong-child.js';

/** One dispute as its reader may see it. */
export class ReadDispute extends Query<Versioned<DisputeDto>> {
  constructor(
    readonly reference: string,
    readonly asker: Asker,
    readonly purpose: Purpose = 'to-read',
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

/** Everything that happened to one dispute, as its reader may see it. */
export class ReadDisputeHistory extends Query<Versioned<HistoryDto>> {
  constructor(
    readonly reference: string,
    readonly asker: Asker,
    readonly purpose: Purpose = 'to-read',
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ReadDispute)
export class ReadDisputeHandler implements IQueryHandler<ReadDispute> {
  constructor(
    private readonly authorised: AuthorisedDisputes,
    private readonly legalAdvice: AuthorisedLegalAdvice,
    private readonly others: OtherRecords,
    private readonly readings: Readings,
    private readonly contexts: DecisionContexts,
  ) {}

  async execute({ reference, asker, purpose, asAt }: ReadDispute): Promise<Versioned<DisputeDto>> {
    const found = await this.authorised.find(reference, asker);
    return this.readings.at(asAt, async (then, now) => {
      const read = then === now ? found : foundThen(found, then);
      const sight = sightFor(purpose, asker, found);
      const context = await this.contexts.contextAt(now.now);
      const recorded = disputeView({ reference, ...read }, then, namesFrom(then.directory, londonDate(then.now)));
      const view = viewSeen(sight, {
        ...recorded,
        linkedFrom: linkedFrom(reference, then.readModels),
        cafcassBeside: cafcassBeside(reference, then.readModels),
      });
      const named = [...othersNamedIn(view, reference), ...linkedInHistory(read.events)];
      const closed = await this.others.closedTo(asker, named);
      const unseen = entriesUnseen(read.events, closed);
      const acts = then === now ? allowedActs(read.state, asker, found.relationsFrom, context, unseen) : [];
      return new Versioned(
        {
          ...withoutChildren(withoutOthers(view, closed), othersFor(asker, found.events, purpose)),
          ...(sight.legalAdvice ? { legalAdvice: [...(await this.legalAdvice.of(reference, then.now))] } : {}),
          allowedActs: found.openOf(acts),
        },
        read.revision,
      );
    });
  }
}

@QueryHandler(ReadDisputeHistory)
export class ReadDisputeHistoryHandler implements IQueryHandler<ReadDisputeHistory> {
  constructor(
    private readonly authorised: AuthorisedDisputes,
    private readonly legalAdvice: AuthorisedLegalAdvice,
    private readonly others: OtherRecords,
    private readonly readings: Readings,
  ) {}

  async execute({ reference, asker, purpose, asAt }: ReadDisputeHistory): Promise<Versioned<HistoryDto>> {
    const found = await this.authorised.find(reference, asker);
    const sight = sightFor(purpose, asker, found);
    // De-identified readers count; what happened to one child's dispute step by step is not a figure.
    if (sight.extent === 'figures') throw notFound();
    return this.readings.at(asAt, async (then, now) => {
      const { state, events, revision } = then === now ? found : foundThen(found, then);
      const { directory, protocols } = then;
      const today = londonDate(then.now);
      const names = namesFrom(directory, today);
      const advice = sight.legalAdvice ? await this.legalAdvice.eventsOf(reference, then.now) : [];
      const named = [...othersNamedIn(events, reference), ...linkedInHistory(events)];
      const closed = await this.others.closedTo(asker, named);
      const unseen = entriesUnseen(events, closed);
      const seen = withAdviceInItsPlace(
        events.filter((event) => !unseen.has(event.revision) && standsIn(purpose, event)),
        advice,
      ).map((event) => seenEntry(event, takenBackBy(event, events), sight, names));
      const hidden = keptFromAmong(closed, asker, londonDate(now.now), now.readModels);
      const redacted = withoutChildren(
        entriesWithoutOthers(seen, closed, hidden),
        othersFor(asker, found.events, purpose),
      );
      const says = councilWords(state, protocols, today);
      const asksAll = revisionsThatAskAll(events, protocols);
      const entries = redacted.map((entry): HistoryEntryDto => ({
        ...entry,
        sentence: sentenceOf(entry, says, names, asksAll.has(entry.revision)),
      }));
      return new Versioned({ reference, entries: sayingWhatWasTakenBack(namingActions(entries)) }, revision);
    });
  }
}

/**
 * As it stood when another moment ended, by those of its events that were on record.
 * @throws Problem `not-yet-on-record` where it began later
 */
const foundThen = (
  { events: all }: Pick<DisputeAsSeen, 'events'>,
  { directory, now }: Pick<Reading, 'directory' | 'now'>,
): Pick<DisputeAsSeen, 'state' | 'events' | 'revision'> => {
  const events = all.filter(({ recordedAt }) => recordedAt <= now);
  const last = events.at(-1);
  if (last === undefined) throw notYetOnRecord(londonDate(now));
  return { events, state: asOfDeath(fold(disputeDecider, events), directory, now), revision: last.revision };
};

/** Children of whom this reader is told nothing: those for whom it was written down by mistake. */
const othersFor = (asker: Asker, events: readonly RecordedEvent[], purpose: Purpose): readonly string[] =>
  purpose === 'to-read' && answersForTheService(asker) ? [] : wrongChildrenIn(events);

/** Of events that say to which posts it is addressed, those after which each of them must answer. */
const revisionsThatAskAll = (events: readonly RecordedEvent[], protocols: ProtocolBook): ReadonlySet<number> =>
  new Set(
    (events as readonly (RecordedEvent & DisputeEvent)[]).flatMap((event) => {
      const begun = stageBegunIn(event);
      if (begun === null) return [];
      const { protocol } = protocols.version(begun.protocolVersion);
      return stageOf(protocol, begun.number, begun.ladder).answeredBy === 'all' ? [placeInDispute(event)] : [];
    }),
  );

const stageBegunIn = (
  event: DisputeEvent,
): { readonly number: number; readonly ladder: string; readonly protocolVersion: number } | null => {
  switch (event.type) {
    case 'FormalDisputeRaised':
    case 'InformalDisputeRaised':
      return { ...event.data.stage, protocolVersion: event.data.protocolVersion };
    case 'ImportedDisputeTakenOn':
      return { ...event.data, number: event.data.stage };
    default:
      return null;
  }
};

const seenEntry = (event: RecordedEvent, byEntry: number | null, sight: Sight, names: Names): RedactedEntry => {
  const data = dataSeen(sight, event);
  return {
    revision: placeInDispute(event),
    what: event.type,
    occurredAt: event.metadata.occurredAt,
    recordedAt: event.recordedAt,
    by: actorShown(event.metadata.actor, names),
    takenBackBy: byEntry,
    ...(data === undefined ? {} : { data }),
  };
};

/** The entry by which an event of the dispute was taken back. */
const takenBackBy = (event: RecordedEvent, events: readonly RecordedEvent[]): number | null =>
  events.includes(event)
    ? (events.find(({ type, data }) => takenBackIn({ type, data }).includes(event.revision))?.revision ?? null)
    : null;

/** Revision of the dispute at which it happened. Legal advice has a stream of its own, and says how far the dispute had come. */
const placeInDispute = ({ data, revision }: RecordedEvent): number =>
  typeof data.disputeRevision === 'number' ? data.disputeRevision : revision;

const withAdviceInItsPlace = (
  events: readonly RecordedEvent[],
  advice: readonly RecordedEvent[],
): readonly RecordedEvent[] =>
  advice.length === 0 ? events : [...events, ...advice].sort((a, b) => placeInDispute(a) - placeInDispute(b));
