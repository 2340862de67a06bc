import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/platform/clock/clock.js';
import { copyLog } from '../src/platform/event-store/copy-log.js';
import type { EventStore } from '../src/platform/event-store/event-store.js';
import { SqliteEventStore } from '../src/platform/event-store/sqlite/sqlite-event-store.js';
import { fillLog } from './support/long-log.js';

/*
 * Copies a log of so many events into a new file with the proof that the copy is the same, beside the same copy with one commit for each
 * append, which is what a log can do that takes no appends in order. Aim: 5,000 events a second.
 */
const EVENTS = Number(process.argv[2] ?? 50_000);
/** Of the log that is copied append by append: every one of them waits for the disk. */
const FEW = Math.min(EVENTS, 5_000);

const folder = await mkdtemp(join(tmpdir(), 'footprint-bench-copy-'));
const open = (name: string): SqliteEventStore =>
  SqliteEventStore.open(join(folder, `${name}.sqlite`), { clock: systemClock });

const filled = async (name: string, events: number): Promise<SqliteEventStore> => {
  const store = open(name);
  await fillLog(store, { events });
  return store;
};

/** Only what every log can do. */
const plain = (store: EventStore): EventStore => ({
  append: (stream, expected, events) => store.append(stream, expected, events),
  read: (stream, from) => store.read(stream, from),
  readAll: (after, options) => store.readAll(after, options),
  subscribe: (after, options) => store.subscribe(after, options),
  head: () => store.head(),
  certainHead: () => store.certainHead(),
  close: () => store.close(),
});

const eventsASecond = async (source: EventStore, target: EventStore): Promise<number> => {
  const begun = performance.now();
  const { copied } = await copyLog(source, target);
  const rate = (copied * 1_000) / (performance.now() - begun);
  await Promise.all([source.close(), target.close()]);
  return rate;
};

try {
  const theirs = await eventsASecond(await filled('few', FEW), plain(open('copy-of-few')));
  const ours = await eventsASecond(await filled('all', EVENTS), open('copy-of-all'));
  const said = (rate: number): string => `${Math.round(rate).toLocaleString('en-GB')} events/s`;
  console.log(
    `copy of ${EVENTS.toLocaleString('en-GB')} events with its proof: ours ${said(ours)}, with a commit for each append ` +
      `${said(theirs)}, ratio ${(ours / theirs).toFixed(1)}`,
  );
} finally {
  await rm(folder, { recursive: true });
}
