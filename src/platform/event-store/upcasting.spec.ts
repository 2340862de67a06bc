import { beforeEach, describe, expect, it } from '@jest/globals';
import { SettableClock } from '../clock/clock.js';
import { describeEventStoreContract } from './event-store.contract.js';
import type { EventToAppend, JsonObject } from './event-store.js';
import { MemoryEventStore } from './memory/memory-event-store.js';
import { type Upcaster, withUpcasting } from './upcasting.js';

/** An address was one line, then a list of lines, then a list with a country. */
const ADDRESS_STEPS: readonly Upcaster[] = [
  { type: 'AddressGiven', from: 2, upcast: (data) => ({ ...data, country: 'England' }) },
  { type: 'AddressGiven', from: 1, upcast: ({ address }) => ({ lines: String(address).split(', ') }) },
];

const event = (id: string, type: string, schemaVersion: number, data: JsonObject): EventToAppend => ({
  id,
  type,
  data,
  metadata: {
    commandId: id,
    commandDigest: 'a-digest',
    $correlationId: id,
    $causationId: id,
    actor: { person: 'ines-iro', post: null, role: null },
    occurredAt: '2022-06-01T08:00:00.000Z',
    schemaVersion,
  },
});

describe('Upcasting', () => {
  let store: MemoryEventStore;
  const today = { lines: ['1 High Street', 'Worcester'], country: 'England' };

  beforeEach(async () => {
    store = new MemoryEventStore(new SettableClock('2022-06-01T09:00:00.000Z'));
    await store.append('person-1', 'no_stream', [
      event('a', 'AddressGiven', 1, { address: '1 High Street, Worcester' }),
      event('b', 'AddressGiven', 2, { lines: ['1 High Street', 'Worcester'] }),
      event('c', 'AddressGiven', 3, today),
      event('d', 'NameGiven', 1, { address: 'not an address' }),
    ]);
  });

  const shapes = (events: readonly EventToAppend[]) =>
    events.map(({ data, metadata }) => [metadata.schemaVersion, data]);
  const inTodaysShape = [
    [3, today],
    [3, today],
    [3, today],
    [1, { address: 'not an address' }],
  ];

  it('takes an event through every step from its own version on, however it is read', async () => {
    const upcast = withUpcasting(store, ADDRESS_STEPS);
    expect(shapes(await upcast.read('person-1'))).toEqual(inTodaysShape);
    expect(shapes(await upcast.readAll(undefined))).toEqual(inTodaysShape);
    for await (const page of upcast.subscribe(undefined, { signal: AbortSignal.timeout(60_000) })) {
      expect(shapes(page)).toEqual(inTodaysShape);
      break;
    }
  });

  it('leaves what is stored as it was written', async () => {
    await withUpcasting(store, ADDRESS_STEPS).read('person-1');
    expect((await store.read('person-1'))[0]).toMatchObject({
      data: { address: '1 High Street, Worcester' },
      metadata: { schemaVersion: 1 },
    });
  });

  it('refuses two steps for the same version, since only one could be right', () => {
    expect(() => withUpcasting(store, [...ADDRESS_STEPS, ...ADDRESS_STEPS])).toThrow(
      'Two upcasters take AddressGiven in version 2.',
    );
  });
});

describeEventStoreContract('a store with upcasting', (clock) => {
  const store = withUpcasting(new MemoryEventStore(clock), ADDRESS_STEPS);
  return { store, dispose: () => store.close() };
});
