import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDbServer } from '../../../test/support/eventstoredb/server.js';
import { SettableClock } from '../../platform/clock/clock.js';
import { type EventStore, StoreUnavailable } from '../../platform/event-store/event-store.js';
import { EventStoreDbEventStore } from '../../platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { Executor } from '../../platform/executor.js';
import { referenceFor } from '../../platform/ids.js';
import { hashOf } from '../../platform/secret.js';
import { type TokenAct, tokenDecider, tokenStream } from './token.js';
import { newTokenText } from './token-text.js';
import { Tokens } from './tokens.js';

const NOON = '2023-04-03T12:00:00.000Z';
const ID = referenceFor('TOK', 'of the feed');
const TEXT = newTokenText(ID);
const holder = { kind: 'program', program: 'feed', role: 'administrator' } as const;
const create: TokenAct = { type: 'create', token: ID, holder, hash: hashOf(TEXT), days: 30, at: NOON };
const withdraw: TokenAct = { type: 'withdraw', reason: null, at: NOON };

describe('tokens over several instances on EventStoreDB', () => {
  const clock = new SettableClock(NOON);
  let server: EventStoreDbServer;
  let stores: EventStore[];
  const instance = (): EventStore => {
    const store = EventStoreDbEventStore.open(server.connectionString, { timeLimit: 3_000 });
    stores.push(store);
    return store;
  };
  const carryOut = (store: EventStore, act: TokenAct) =>
    new Executor(store).execute(tokenStream(ID), tokenDecider, act, null, {
      commandId: act.type,
      actor: { person: 'command-line', post: null, role: null },
      occurredAt: NOON,
    });

  beforeEach(async () => {
    stores = [];
    server = await EventStoreDbServer.start({ clock });
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    server.stop();
  });

  it('know of one at once, and of its withdrawal on another instance at the next look', async () => {
    const tokens = [new Tokens(instance(), clock), new Tokens(instance(), clock)];
    const holders = () => Promise.all(tokens.map((each) => each.holderOf(TEXT)));
    expect(await holders()).toEqual([undefined, undefined]);
    await carryOut(instance(), create);
    expect(await holders()).toEqual([holder, holder]);
    await carryOut(instance(), withdraw);
    expect(await holders()).toEqual([undefined, undefined]);
  });

  it('are neither right nor wrong while the log is away', async () => {
    const store = instance();
    const tokens = new Tokens(store, clock);
    await carryOut(store, create);
    expect(await tokens.holderOf(TEXT)).toEqual(holder);
    server.stop();
    await expect(tokens.holderOf(TEXT)).rejects.toThrow(StoreUnavailable);
  });
});
