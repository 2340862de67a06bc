import 'reflect-metadata';
import { Agent, request } from 'node:http';
import { CATEGORIES } from '../src/event-catalogue.js';
import { systemClock } from '../src/platform/clock/clock.js';
import { EventStoreDbEventStore } from '../src/platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { Instances } from '../test/instances/instances.js';
import { tokensFor } from '../test/instances/tokens.js';
import { aConcernOf, Council } from '../test/journeys/council.js';
import { RedisServer } from '../test/support/redis.js';
import { today } from '../test/support/today.js';
import { eventStoreDb } from './support/eventstoredb.js';
import { line, type Rate } from './support/figures.js';

/**
 * Disputes raised over HTTP with three instances behind a proxy, beside one behind the same proxy: everything signed in, looked up,
 * decided and kept in EventStoreDB before it is answered, with deadlines and notices going on in the background. The client and the
 * proxy run in this process. More instances are for the day that one dies; on a machine with few processors they are not faster.
 */
const SECONDS_A_TURN = 6;
const TURNS = 3;
const CONNECTIONS = 16;

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
const body = JSON.stringify(aConcernOf(today(), { kind: 'informal' }));

const raise = (address: string, token: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const sent = request(`${address}/api/v1/disputes`, { method: 'POST', agent, headers });
    sent.once('error', reject);
    sent.once('response', (answer) => {
      answer.resume();
      if (answer.statusCode !== 201) reject(new Error(`Answered ${answer.statusCode}`));
      answer.once('end', resolve);
    });
    sent.end(body);
  });

const rateFor = async (seconds: number, address: string, token: string): Promise<Rate> => {
  const start = performance.now();
  const end = start + seconds * 1_000;
  let done = 0;
  const client = async (): Promise<void> => {
    for (; performance.now() < end; done++) await raise(address, token);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  return (done * 1_000) / (performance.now() - start);
};

const server = await eventStoreDb();
const redis = await RedisServer.begin();
const log = EventStoreDbEventStore.open(server.connectionString, { categories: CATEGORIES });
const council = await Council.begin('house', { store: () => log });
const token = (await tokensFor(['Iris'], council, systemClock.now())).get('Iris')!;
const rates: Record<'one' | 'three', Rate[]> = { one: [], three: [] };
try {
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [name, count] of [
      ['one', 1],
      ['three', 3],
    ] as const) {
      const instances = await Instances.begin(count, { FOOTPRINT_LOG: server.connectionString, REDIS_URL: redis.url });
      try {
        await rateFor(1, instances.proxy.address, token);
        rates[name].push(await rateFor(SECONDS_A_TURN, instances.proxy.address, token));
      } finally {
        await instances.remove();
      }
    }
  }
  const middle = (all: Rate[]): Rate => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
  line(
    'commands over HTTP, three instances',
    middle(rates.three),
    middle(rates.one),
    `one instance, on ${server.kind}`,
  );
} finally {
  agent.destroy();
  await council.end();
  await redis.end();
  server.end();
}
