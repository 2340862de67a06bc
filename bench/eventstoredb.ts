import { type Credentials, EventStoreDBClient, FORWARDS, jsonEvent, NO_STREAM, START } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import type { EventToAppend } from '../src/platform/event-store/event-store.js';
import { EventStoreDbEventStore } from '../src/platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { eventStoreDb } from './support/eventstoredb.js';
import { line, rateInTurns } from './support/figures.js';

/**
 * Appends and reads through the port, beside the bare client on the same server: with a call for each append as ours has it, and as its
 * documentation has it, over one call whose appends may never be answered. Only ours keeps its own time, checks what it is given, and looks up what became of an append that was not answered. Aim: a ratio of 0.9 or more.
 */
/** Short turns, and many: a machine that is busy with something else is so for all of them alike. */
const TURNS = 90;
const ONE_BY_ONE = 20;
const APPENDS_A_TURN = 96;
const READS_A_TURN = 96;
const TOGETHER = 16;
const EVENTS_A_STREAM = 8;

const run = randomUUID().replaceAll('-', '');
const commandId = 'd74f85ae-8c89-511c-99e0-d57a10dceeb0';
const data = { round: 1, role: 'iro', reason: 'The plan is clear and has a date.' };
const metadata = {
  ...{ commandId, commandDigest: 'hQyjv2lI0A2Yk7bq1SxqXWzJ0mX8nq2Zc5tVv3x4y5E' },
  ...{ $correlationId: commandId, $causationId: commandId },
  actor: { person: commandId, post: '07bdb804-988c-529e-9ae5-5f8431c9d9a7', role: 'iro' },
  occurredAt: '2022-04-14T09:00:00.000Z',
  schemaVersion: 1,
};
const event = (): EventToAppend => ({ id: randomUUID(), type: 'AnswerAccepted', data, metadata });

/** Does it so often, so many at once. */
const often = (together: number, once: (number: number) => Promise<unknown>) => {
  let done = 0;
  return async (count: number): Promise<void> => {
    const end = done + count;
    const one = async (): Promise<void> => {
      while (done < end) await once(done++);
    };
    await Promise.all(Array.from({ length: together }, one));
  };
};

/** With these the client makes a call of its own for each append, which honours its deadline; a server without TLS ignores them. */
const credentials: Credentials = { username: 'admin', password: 'changeit' };

const server = await eventStoreDb();
const store = EventStoreDbEventStore.open(server.connectionString);
const client = EventStoreDBClient.connectionString(server.connectionString);
try {
  const appendOurs = (who: string) => (number: number) =>
    store.append(`dispute-${run}${who}${number}`, 'no_stream', [event()]);
  const appendTheirs = (who: string, options: { credentials?: Credentials } = {}) => {
    return (number: number) => {
      const { id, type } = event();
      const written = jsonEvent({ id, type, data, metadata });
      return client.appendToStream(`dispute-${run}${who}${number}`, written, {
        expectedRevision: NO_STREAM,
        ...options,
      });
    };
  };
  const peer = `the bare client, on ${server.kind}`;
  const one = await rateInTurns(ONE_BY_ONE, TURNS, {
    ours: often(1, appendOurs('a')),
    theirs: often(1, appendTheirs('b')),
    call: often(1, appendTheirs('e', { credentials })),
  });
  line('appends to EventStoreDB, one at a time', one.ours, one.call, `${peer}, a call each as ours`);
  line('appends to EventStoreDB, one at a time', one.ours, one.theirs, `${peer}, over one call that never ends`);
  const many = await rateInTurns(APPENDS_A_TURN, TURNS, {
    ours: often(TOGETHER, appendOurs('c')),
    theirs: often(TOGETHER, appendTheirs('d')),
    call: often(TOGETHER, appendTheirs('f', { credentials })),
  });
  line(`appends to EventStoreDB, ${TOGETHER} at a time`, many.ours, many.call, `${peer}, a call each as ours`);
  line(
    `appends to EventStoreDB, ${TOGETHER} at a time`,
    many.ours,
    many.theirs,
    `${peer}, over one call that never ends`,
  );

  const stream = `dispute-${run}read`;
  await store.append(stream, 'no_stream', Array.from({ length: EVENTS_A_STREAM }, event));
  const readTheirs = (options: { credentials?: Credentials } = {}) => {
    return async (): Promise<void> => {
      const events = [];
      const reading = client.readStream(stream, { direction: FORWARDS, fromRevision: START, ...options });
      for await (const resolved of reading) events.push(resolved);
    };
  };
  const reads = await rateInTurns(READS_A_TURN, TURNS, {
    ours: often(TOGETHER, () => store.read(stream)),
    theirs: often(TOGETHER, readTheirs()),
    account: often(TOGETHER, readTheirs({ credentials })),
  });
  const reading = `reads of ${EVENTS_A_STREAM} events from EventStoreDB, ${TOGETHER} at a time`;
  line(reading, reads.ours, reads.account, `${peer}, with an account as ours`);
  line(reading, reads.ours, reads.theirs, `${peer}, without an account`);
} finally {
  await store.close();
  await client.dispose();
  server.end();
}
