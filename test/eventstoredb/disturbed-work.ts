import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../../src/platform/clock/clock.js';
import {
  type EventStore,
  type ExpectedRevision,
  StoreUnavailable,
  WrongExpectedRevision,
} from '../../src/platform/event-store/event-store.js';
import type { AppendFault, ReadFault, SubscriptionFault } from '../support/eventstoredb/faults.js';
import { EventStoreDbServer } from '../support/eventstoredb/server.js';
import { Chance } from './chance.js';
import { noted } from './noted.js';

export interface DisturbedWorkOptions {
  readonly seed: number;
  /** Appends that go wrong. */
  readonly faults: number;
  /** Subscriptions that break. */
  readonly breaks: number;
  /** Opens the store that is tried, for a writer or a reader. */
  open(connectionString: string): EventStore;
}

/** The result of all the work. */
export interface Findings {
  readonly appendsDisturbed: number;
  readonly readsDisturbed: number;
  readonly subscriptionsBroken: number;
  readonly acknowledged: number;
  /** Acknowledged, and not in the log. */
  readonly lost: readonly string[];
  /** In the log more than once. */
  readonly twice: readonly string[];
  /** Milliseconds that the slowest answer took. */
  readonly slowest: number;
  /** Neither an answer nor one of the port's own refusals. */
  readonly strange: readonly string[];
  /** Events of the log in its order, and as the subscriber was given them. */
  readonly written: readonly string[];
  readonly seen: readonly string[];
}

const STREAMS = 24;
const WRITERS_OF_ONE = 2;
/** Milliseconds, once only subscriptions are still to break. */
const BETWEEN_APPENDS = 400;

const APPEND_FAULTS: readonly AppendFault[] = [
  'drop before storing',
  'silence before storing',
  'store, then drop',
  'store, then silence',
  'store late',
  'answer late',
  'answer twice',
  'time out after storing',
  'not leader',
  'cancel',
];
const READ_FAULTS: readonly ReadFault[] = ['unavailable', 'silence', 'not leader', 'cancel'];
const BREAKS: readonly SubscriptionFault['kind'][] = [
  'end',
  'unavailable',
  'cancel',
  'checkpoint ahead',
  'give twice',
  'silence',
  'close',
];

/**
 * Writers on common streams, and a reader, while every third append goes wrong in one way or another, and every eighth reading; now and
 * then every connection is dropped, or the server restarted. Like a person whose page failed, a writer sends the very same again until
 * it is answered.
 */
export const disturbedWork = async ({ seed, faults, breaks, open }: DisturbedWorkOptions): Promise<Findings> => {
  const chance = new Chance(seed);
  const server = await EventStoreDbServer.start({ clock: systemClock });
  let appendsDisturbed = 0;
  let readsDisturbed = 0;
  let subscriptionsBroken = 0;
  server.faults.late = 500;
  server.faults.append = () => {
    if (appendsDisturbed >= faults || chance.below(3) > 0) return undefined;
    appendsDisturbed++;
    if (appendsDisturbed % 100 === 0) return 'close';
    if (appendsDisturbed % 250 === 1) void server.restart();
    return chance.oneOf(APPEND_FAULTS);
  };
  server.faults.read = () => {
    if (appendsDisturbed >= faults || chance.below(8) > 0) return undefined;
    readsDisturbed++;
    return chance.oneOf(READ_FAULTS);
  };
  server.faults.subscription = () => {
    if (subscriptionsBroken >= breaks) return undefined;
    subscriptionsBroken++;
    return { kind: chance.oneOf(BREAKS), after: chance.below(12) };
  };

  const ledger = new Ledger();
  const writing = { goesOn: true, pause: 0 };
  const stop = new AbortController();
  const reader = open(server.connectionString);
  const seen: string[] = [];
  const reading = follow(reader, seen, stop.signal);
  const store = open(server.connectionString);
  const writers = Array.from({ length: STREAMS * WRITERS_OF_ONE }, (_, index) =>
    write(store, `note-${index % STREAMS}`, `${seed}-${index}`, new Chance(seed + index), ledger, writing),
  );
  while (appendsDisturbed < faults || subscriptionsBroken < breaks) {
    await pause(10);
    if (appendsDisturbed >= faults) writing.pause = BETWEEN_APPENDS;
  }
  writing.goesOn = false;
  await Promise.all(writers);
  const written = server.log.events.filter(({ stream }) => stream.startsWith('note-')).map(({ id }) => id);
  for (let waited = 0; seen.length < written.length && waited < 30_000; waited += 10) await pause(10);
  stop.abort();
  await reading;
  await Promise.all([store.close(), reader.close()]);
  server.stop();

  const times = new Map<string, number>();
  for (const id of written) times.set(id, (times.get(id) ?? 0) + 1);
  return {
    appendsDisturbed,
    readsDisturbed,
    subscriptionsBroken,
    acknowledged: ledger.acknowledged.size,
    lost: [...ledger.acknowledged].filter((id) => !times.has(id)),
    twice: [...ledger.wordsTwice(server), ...[...times].filter(([, count]) => count > 1).map(([id]) => id)],
    slowest: ledger.slowest,
    strange: ledger.strange,
    written,
    seen,
  };
};

/** The answers that the writers were given. */
class Ledger {
  readonly acknowledged = new Set<string>();
  readonly strange: string[] = [];
  slowest = 0;

  async timed<Answer>(call: Promise<Answer>): Promise<Answer> {
    const from = performance.now();
    try {
      return await call;
    } catch (error) {
      if (!(error instanceof StoreUnavailable || error instanceof WrongExpectedRevision))
        this.strange.push(String(error));
      throw error;
    } finally {
      this.slowest = Math.max(this.slowest, performance.now() - from);
    }
  }

  /** Events that a writer meant once and the log holds twice, under whatever id. */
  wordsTwice(server: EventStoreDbServer): string[] {
    const words = new Set<string>();
    return server.log.events
      .filter(({ stream }) => stream.startsWith('note-'))
      .map(({ data }) => Buffer.from(data).toString())
      .filter((said) => words.size === words.add(said).size);
  }
}

const write = async (
  store: EventStore,
  stream: string,
  name: string,
  chance: Chance,
  ledger: Ledger,
  writing: { readonly goesOn: boolean; readonly pause: number },
): Promise<void> => {
  let revision: ExpectedRevision = 'no_stream';
  for (let turn = 0; writing.goesOn; turn++) {
    if (writing.pause > 0) await pause(writing.pause);
    const events = Array.from({ length: 1 + chance.below(3) }, (_, index) => noted(`${name}-${turn}-${index}`));
    for (let settled = false; !settled;) {
      try {
        revision = (await ledger.timed(store.append(stream, revision, events))).revision;
        for (const { id } of events) ledger.acknowledged.add(id);
        settled = true;
      } catch (error) {
        if (error instanceof WrongExpectedRevision) revision = error.actual;
        // It would be told the same for ever.
        else if (!(error instanceof StoreUnavailable)) return;
      }
    }
  }
};

const follow = async (store: EventStore, seen: string[], signal: AbortSignal): Promise<void> => {
  for await (const page of store.subscribe(undefined, { signal, limit: 50 })) seen.push(...page.map(({ id }) => id));
};
