import { describe, expect, it } from '@jest/globals';
import type { Position, RecordedEvent } from '../../platform/event-store/event-store.js';
import { receiptOf } from './receipt.js';

const event = (revision: number, over: Partial<RecordedEvent> = {}): RecordedEvent => ({
  id: `00000000-0000-4000-8000-00000000000${revision}`,
  type: 'NoteAdded',
  stream: 'dispute-DRP-0000-0000',
  revision,
  position: `000${revision}` as Position,
  recordedAt: '2023-04-03T09:00:00.000Z',
  data: { text: `Note ${revision}` },
  metadata: {
    commandId: `c${revision}`,
    commandDigest: 'd',
    $correlationId: 'c',
    $causationId: 'c',
    actor: { person: 'iris', post: 'p-iris', role: 'iro' },
    occurredAt: '2023-04-03T09:00:00.000Z',
    schemaVersion: 1,
  },
  ...over,
});

describe('The receipt of a record', () => {
  const events = [event(0), event(1), event(2)];

  it('is 64 hexadecimal digits, says at which revision, and is the same each time', () => {
    expect(receiptOf(events)).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), revision: 2 });
    expect(receiptOf(events)).toEqual(receiptOf([event(0), event(1), event(2)]));
  });

  it('is another where a word is changed, an event is left out, or two have changed places', () => {
    const changed = [event(0), event(1, { data: { text: 'Another note' } }), event(2)];
    const receipts = [events, changed, [event(0), event(2)], [event(1), event(0), event(2)]].map(
      (each) => receiptOf(each).sha256,
    );
    expect(new Set(receipts).size).toBe(4);
  });

  it('stays the same in a log that was copied to another store', () => {
    const copied = events.map((each) => ({
      ...each,
      position: `9${each.position}` as Position,
      recordedAt: '2024-01-01T00:00:00.000Z',
    }));
    expect(receiptOf(copied)).toEqual(receiptOf(events));
  });
});
