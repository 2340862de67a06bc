import { beforeEach, describe, expect, it } from '@jest/globals';
import { SettableClock } from '../clock/clock.js';
import type { EventStore, EventToAppend, RecordedEvent } from './event-store.js';
import { readHead, writtenHead } from './log-head.js';
import { MemoryEventStore } from './memory/memory-event-store.js';
import { positionAt } from './positions.js';
import { verifyByReading } from './verify-by-reading.js';

const event = (id: string): EventToAppend => ({
  id,
  type: 'NoteAdded',
  data: { text: `Text of ${id}` },
  metadata: {
    commandId: id,
    commandDigest: 'a-digest',
    $correlationId: id,
    $causationId: id,
    actor: { person: 'ines-iro', post: 'iro-north', role: 'iro' },
    occurredAt: '2022-06-01T08:00:00.000Z',
    schemaVersion: 1,
  },
});

describe('Verifying a log that keeps no hashes, by reading it', () => {
  let events: RecordedEvent[];
  let store: EventStore;
  /** The store as somebody has left it who could change what it holds. */
  const holding = (held: readonly RecordedEvent[]): EventStore =>
    Object.assign(Object.create(store) as EventStore, {
      readAll: (after: string | undefined) =>
        Promise.resolve(held.filter(({ position }) => after === undefined || position > after)),
    });

  beforeEach(async () => {
    store = new MemoryEventStore(new SettableClock('2022-06-01T09:00:00.000Z'));
    for (let revision = 0; revision < 3; revision++) {
      const expected = revision === 0 ? 'no_stream' : revision - 1;
      await store.append('dispute-1', expected, [event(`a${revision}`)]);
      await store.append('dispute-2', expected, [event(`b${revision}`)]);
    }
    events = await store.readAll(undefined);
  });

  it('gives a head that can be noted down, and finds it again in a log that went on', async () => {
    const { ok, head, events: found } = await verifyByReading(store);
    expect({ ok, found, position: head!.position }).toEqual({ ok: true, found: 6, position: positionAt(6) });
    expect(readHead(writtenHead(head!))).toEqual(head);
    await store.append('dispute-1', 2, [event('a3')]);
    expect(await verifyByReading(store, head!)).toMatchObject({ ok: true, events: 7 });
  });

  it('finds nothing wrong with an empty log', async () => {
    expect(await verifyByReading(holding([]))).toEqual({ ok: true, events: 0, head: null, fault: null });
  });

  it('finds an event that is missing from the middle of its stream, and where', async () => {
    const without = events.filter(({ id }) => id !== 'b1');
    expect(await verifyByReading(holding(without))).toMatchObject({
      ok: false,
      fault: { position: positionAt(6), what: expect.stringContaining('number 2 of its stream, where number 1') },
    });
  });

  it('finds an end that was cut off, and an event that was changed or stands elsewhere, only against a head', async () => {
    const { head } = await verifyByReading(store);
    const changed = events.map((each) => (each.id === 'a1' ? { ...each, data: { text: 'Kinder words' } } : each));
    const elsewhere = events.map((each) => (each.id === 'b2' ? { ...each, position: positionAt(9) } : each));
    for (const [held, what] of [
      [events.slice(0, 4), 'is cut off'],
      [[], 'The log is empty'],
      [changed, 'is not what it was'],
      [elsewhere, `No event stands at ${positionAt(6)}`],
    ] as const) {
      expect((await verifyByReading(holding(held))).ok).toBe(true);
      const { ok, fault } = await verifyByReading(holding(held), head!);
      expect({ ok, what: fault?.what }).toEqual({ ok: false, what: expect.stringContaining(what) });
    }
  });

  it.each([
    '',
    '7:abc',
    `${'0'.repeat(16)}:${'g'.repeat(64)}`,
    `${'a'.repeat(64)}`,
    `${'0'.repeat(16)}:${'a'.repeat(64)}:`,
  ])('takes no head that is none: %s', (written) => {
    expect(readHead(written)).toBeUndefined();
  });
});
