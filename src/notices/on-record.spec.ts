import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { notices } from '../../projections/notices/notices.js';
import { SettableClock } from '../platform/clock/clock.js';
import type { EventToAppend, JsonObject } from '../platform/event-store/event-store.js';
import { MemoryEventStore } from '../platform/event-store/memory/memory-event-store.js';
import { projection } from '../platform/projections/projection.js';
import { ProjectionRunner } from '../platform/projections/projection-runner.js';
import type { NoticeEvent } from './events.js';
import { NoticesOnRecord } from './on-record.js';

const AT = '2023-04-03T09:00:00.000Z';
const clock = new SettableClock(AT);
const store = new MemoryEventStore(clock);
const readModels = new ProjectionRunner({ store, path: ':memory:', projections: [projection(notices)] });

let written = 0;
const event = ({ type, data }: NoticeEvent): EventToAppend => {
  const id = `event-${written++}`;
  return {
    id,
    type,
    data: data as unknown as JsonObject,
    metadata: {
      ...{ commandId: id, commandDigest: 'a-digest', $correlationId: id, $causationId: id, schemaVersion: 1 },
      ...{ actor: { person: 'program', post: null, role: null }, occurredAt: AT },
    },
  };
};
const onRecord = async (notice: string, ...events: NoticeEvent[]): Promise<void> =>
  void (await store.append(`notice-${notice}`, 'no_stream', events.map(event)));

const line = (about: string) =>
  ({ kind: 'dispute-for-you', about, called: 'dispute', dueOn: null, dueAt: null, actionId: null }) as const;
const toldOf = (notice: string, about: string, revision: number, how: 'at-once' | 'in-digest'): NoticeEvent => ({
  type: 'NoticeWritten',
  data: {
    ...line(about),
    ...{ notice, to: 'tom', theirsToDo: true, how, urgency: null },
    because: { stream: `dispute-${about}`, revision, occasion: 'event' },
  },
});
const sent = (digest: string | null = null): NoticeEvent => ({
  type: 'NoticeSent',
  data: { by: 'smtp', receipt: null, digest },
});

/** The events of the log that a start reads. */
const reads: string[] = [];
let known: NoticesOnRecord;
let last: unknown;

beforeAll(async () => {
  await onRecord('sent', toldOf('sent', 'DRP-1', 0, 'at-once'), sent());
  await onRecord('in-digest', toldOf('in-digest', 'DRP-2', 0, 'in-digest'), sent('digest'));
  await onRecord(
    'digest',
    { type: 'DigestWritten', data: { notice: 'digest', to: 'tom', on: '2023-04-03', notices: [] } },
    sent(),
  );
  await onRecord('failed', toldOf('failed', 'DRP-3', 1, 'at-once'), {
    type: 'NoticeFailed',
    data: { by: 'smtp', because: 'no-address' },
  });
  await onRecord('let-go', toldOf('let-go', 'DRP-3', 2, 'at-once'), {
    type: 'NoticeNotNeeded',
    data: { because: 'over' },
  });
  await onRecord('for-digest', toldOf('for-digest', 'DRP-4', 0, 'in-digest'));
  await onRecord('waiting', toldOf('waiting', 'DRP-5', 3, 'at-once'));
  readModels.start();
  await readModels.catchUp();
  known = new NoticesOnRecord(readModels);
  const reading = {
    read: (stream: string, from?: number) => {
      reads.push(stream);
      return store.read(stream, from);
    },
  };
  last = await known.readFrom(reading);
});
afterAll(async () => {
  await readModels.stop();
  await readModels.close();
});

describe('The notices on record, after a start', () => {
  it('are read from the log only where they wait, the oldest first', () => {
    expect(reads).toEqual(['notice-for-digest', 'notice-waiting']);
    expect(known.waiting()).toBe(1);
  });

  it('name the last event of which anybody was told', () => {
    expect(last).toEqual({ stream: 'dispute-DRP-5', revision: 3, occasion: 'event' });
  });

  it.each([
    ['DRP-1', true],
    ['DRP-2', true],
    ['DRP-3', false],
    ['DRP-5', false],
  ])('say of %s whether a person was sent anything about it: %s', (about, heard) => {
    expect(known.hasHeard('tom', about)).toBe(heard);
    expect(known.hasHeard('ines', about)).toBe(false);
  });

  it('say what reached nobody, what was let go, and when something was last sent', () => {
    expect(known.undeliveredSince(AT)).toEqual([{ notice: 'failed', because: 'no-address' }]);
    expect(known.undeliveredSince('2023-04-03T09:00:00.001Z')).toEqual([]);
    expect(known.letGoSince(AT)).toBe(1);
    expect(known.letGoSince('2023-04-03T09:00:00.001Z')).toBe(0);
    expect(known.lastSentAt()).toBe(AT);
    expect(known.lastDigestOf('tom')).toBe(AT);
    expect(known.lastDigestOf('ines')).toBeNull();
  });
});
