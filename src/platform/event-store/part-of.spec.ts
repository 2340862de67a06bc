import { expect, it } from '@jest/globals';
import { systemClock } from '../clock/clock.js';
import type { EventToAppend } from './event-store.js';
import { eventsOf } from './events-of.js';
import { MemoryEventStore } from './memory/memory-event-store.js';
import { partOf } from './part-of.js';

const event = (id: string): EventToAppend => ({
  id,
  type: 'Happened',
  data: {},
  metadata: {
    commandId: id,
    commandDigest: id,
    $correlationId: id,
    $causationId: id,
    actor: { person: 'test', post: null, role: null },
    occurredAt: '2023-04-03T09:00:00.000Z',
    schemaVersion: 1,
  },
});

it('a part of a log is read to its end, also over pages in which nothing is wanted', async () => {
  const whole = new MemoryEventStore(systemClock);
  for (const [index, category] of ['a', 'b', 'b', 'b', 'a', 'b'].entries())
    await whole.append(`${category}-${index}`, 'no_stream', [event(`${index}`)]);
  const part = partOf(whole, (stream) => stream.startsWith('a-'));
  const paged = { ...part, readAll: (after: Parameters<typeof part.readAll>[0]) => part.readAll(after, { limit: 2 }) };
  const ids: string[] = [];
  for await (const { id } of eventsOf(paged)) ids.push(id);
  expect(ids).toEqual(['0', '4']);
});
