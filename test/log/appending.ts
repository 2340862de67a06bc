import { openSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { systemClock } from '../../src/platform/clock/clock.js';
import type { EventToAppend } from '../../src/platform/event-store/event-store.js';
import { SqliteEventStore } from '../../src/platform/event-store/sqlite/sqlite-event-store.js';

/**
 * A program that appends without end, several at a time, and writes down which appends it was told are stored: one line for each,
 * before anything else happens. It waits for a line on its input before it begins. It is made to be killed.
 *
 * Arguments: the file of the log, the file to write lines to, and a name that no other run on that log has.
 */
const [path, acknowledgements, run] = process.argv.slice(2) as [string, string, string];
const acknowledged = openSync(acknowledgements, 'a');
const EVENTS_TOGETHER = 3;
const WRITERS = 4;

const events = (append: string): EventToAppend[] =>
  Array.from({ length: EVENTS_TOGETHER }, (_, index) => ({
    id: `${append}-${index}`,
    type: 'NoteAdded',
    data: { text: `Event ${index} of ${append}: ${'Żółć '.repeat(index * 40)}` },
    metadata: {
      commandId: append,
      commandDigest: 'a-digest',
      $correlationId: append,
      $causationId: append,
      actor: { person: 'ines-iro', post: null, role: null },
      occurredAt: '2022-06-01T08:00:00.000Z',
      schemaVersion: 1,
    },
  }));

const appendForEver = async (store: SqliteEventStore, writer: number): Promise<never> => {
  const stream = `dispute-${run}-${writer}`;
  for (let turn = 0; ; turn++) {
    const append = `${run}-${writer}-${turn}`;
    await store.append(stream, turn === 0 ? 'no_stream' : turn * EVENTS_TOGETHER - 1, events(append));
    writeSync(acknowledged, `${append}\n`);
  }
};

process.stdin.once('data', () => {
  const store = SqliteEventStore.open(path, { clock: systemClock });
  void Promise.all(Array.from({ length: WRITERS }, (_, writer) => appendForEver(store, writer)));
});
// A killed program keeps nothing that it has compiled unless it says so, and the next one would compile it again.
flushCompileCache();
process.stdout.write('ready\n');
