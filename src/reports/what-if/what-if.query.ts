import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { THE_OPERATOR } from '../../access/asker.js';
import type { FinancialYear, Instant } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { disputeStream } from '../../disputes/act-on-dispute.js';
import { disputeDecider } from '../../disputes/decide.js';
import type { AnswerDeadlineSet, DisputeKind } from '../../disputes/events.js';
import { namedInLists } from '../../disputes/list/visible-disputes.js';
import type { EventStore, RecordedEvent } from '../../platform/event-store/event-store.js';
import { fold } from '../../platform/executor.js';
import { EVENT_STORE } from '../../platform/store-tokens.js';
import type { Protocol } from '../../protocol/protocol.js';
import { Readings } from '../../reading/readings.js';
import { type Played, playedAgain } from './what-if.js';
import { type YearPlayedAgain, yearPlayedAgain } from './year-again.js';

/** The disputes of a year, as they would have stood under another protocol. For the command line, which counts all of them. */
export class PlayYearAgain extends Query<YearPlayedAgain> {
  constructor(
    readonly asker: typeof THE_OPERATOR,
    readonly year: FinancialYear,
    readonly protocol: Protocol,
  ) {
    super();
  }
}

@QueryHandler(PlayYearAgain)
export class PlayYearAgainHandler implements IQueryHandler<PlayYearAgain> {
  constructor(
    private readonly readings: Readings,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ asker, year, protocol }: PlayYearAgain): Promise<YearPlayedAgain> {
    const reading = await this.readings.now();
    const { readModels, directory, now } = reading;
    const named = namedInLists(asker, directory, londonDate(now));
    const rows = readModels.all<PartOfDispute & { reference: string; named: number }>(
      `SELECT counted.reference, counted.kind, counted.first_round AS firstRound, counted.last_round AS lastRound,
              coalesce((${named.sql}), 0) AS named
        FROM counted_register AS counted JOIN dispute_register AS register ON register.reference = counted.reference
        WHERE counted.year = :year AND counted.kind <> 'conversation' AND counted.status <> 'voided'
        ORDER BY counted.reference, counted.part`,
      { ...named.parameters, year },
    );
    const disputes = [];
    for (const { reference, ...part } of rows) {
      const played = playedOf(reference, await this.store.read(disputeStream(reference)));
      if (played !== null) disputes.push(playedAgain(partPlayed(played, part), protocol, reading));
    }
    const isNamed = new Set(rows.filter((row) => row.named === 1).map(({ reference }) => reference));
    const leftOut = rows.length - disputes.length;
    return yearPlayedAgain({ year, protocol: protocol.title, leftOut }, disputes, (each) => isNamed.has(each));
  }
}

/** The rounds of a dispute that are counted together, as informal or as formal; the last is null where they go on. */
interface PartOfDispute {
  readonly kind: DisputeKind;
  readonly firstRound: number;
  readonly lastRound: number | null;
}

/** A dispute that became formal in its own record is played as the two that it is counted as; the limit over all stages is of the formal one. */
const partPlayed = (played: Played, { kind, firstRound, lastRound }: PartOfDispute): Played => {
  const { rounds, totalCap } = played.matter;
  const ofPart = rounds.filter(({ number }) => number >= firstRound && number <= (lastRound ?? number));
  if (ofPart.length === rounds.length) return played;
  const limit = kind === 'formal' ? totalCap : null;
  return { ...played, matter: { ...played.matter, kind, rounds: ofPart, totalCap: limit } };
};

/** A dispute by its events; null of one that has no clocks, or was read in from a register. */
export const playedOf = (reference: string, events: readonly RecordedEvent[]): Played | null => {
  const state = fold(disputeDecider, events);
  if (!('matter' in state) || events[0]?.type === 'DisputeImported') return null;
  const beganAt = new Map<number, Instant>();
  for (const { type, data, metadata } of events) {
    if (type !== 'AnswerDeadlineSet') continue;
    const { round } = data as unknown as AnswerDeadlineSet;
    if (!beganAt.has(round)) beganAt.set(round, metadata.occurredAt);
  }
  return { reference, matter: state.matter, beganAt };
};
