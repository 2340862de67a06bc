import { describe, expect, it } from '@jest/globals';
import { calendarDecider, CALENDAR_STREAM } from '../calendar/council-days.js';
import { CouncilCalendar } from '../calendar/council-calendar.js';
import { SettableClock } from '../platform/clock/clock.js';
import { MemoryEventStore } from '../platform/event-store/memory/memory-event-store.js';
import { Executor } from '../platform/executor.js';
import { adoptionDecider, PROTOCOL_STREAM } from './adoption.js';
import { ProtocolLibrary } from './protocol-library.js';
import { readProtocol } from './read-protocol.js';
import { IN_SET_UP } from '../roles/agreed.js';

const { protocol } = readProtocol(
  'id: a\ntitle: A\nstages: [{ name: One, addressees: team-manager, clock: 5 working-days }]',
  'a.yaml',
);
const envelope = (commandId: string) => ({
  commandId,
  actor: { person: 'command-line', post: null, role: null },
  occurredAt: '2022-04-14T09:00:00.000Z',
});
const emptyLog = () => {
  const store = new MemoryEventStore(new SettableClock('2022-04-14T09:00:00.000Z'));
  const read: number[] = [];
  const watched = Object.assign(Object.create(store) as MemoryEventStore, {
    read: async (stream: string, from?: number) => {
      const events = await store.read(stream, from);
      read.push(events.length);
      return events;
    },
  });
  return { store, watched, read, executor: new Executor(store) };
};
const adopt = (executor: Executor, from: string, fileSha256: string) =>
  executor.execute(
    PROTOCOL_STREAM,
    adoptionDecider,
    { type: 'adopt-protocol', from, protocol, file: 'id: a', fileSha256, warnings: [], agreed: IN_SET_UP },
    null,
    envelope(fileSha256),
  );

describe('the library of protocols', () => {
  it('has what the log has, and what was added since', async () => {
    const { store, executor } = emptyLog();
    const library = new ProtocolLibrary(store);
    const before = await library.current();
    expect(() => before.inForceOn('2022-04-14')).toThrow('No protocol was in force');
    await adopt(executor, '2022-04-01', 'first');
    expect((await library.current()).inForceOn('2022-04-14')).toMatchObject({ version: 1, protocol });
    await adopt(executor, '2022-04-10', 'second');
    expect((await library.current()).inForceOn('2022-04-14').version).toBe(2);
    expect((await library.versions()).map((version) => version.fileSha256)).toEqual(['first', 'second']);
  });

  it('reads every event once, and gives the same book until something changes', async () => {
    const { watched, read, executor } = emptyLog();
    await adopt(executor, '2022-04-01', 'first');
    const library = new ProtocolLibrary(watched);
    const [book, sameBook] = await Promise.all([library.current(), library.current()]);
    expect(sameBook).toBe(book);
    expect(await library.current()).toBe(book);
    expect(read).toEqual([1, 1, 0]);
    expect(await library.versions()).toHaveLength(1);
  });
});

describe('the calendar of the council', () => {
  it('knows the closing days that the log has', async () => {
    const { store, executor } = emptyLog();
    const council = new CouncilCalendar(store);
    const before = await council.current();
    expect(before.addWorkingDays('2022-12-23', 1).day).toBe('2022-12-28');
    expect(await council.current()).toBe(before);
    await executor.execute(
      CALENDAR_STREAM,
      calendarDecider,
      { type: 'set-closing-days', dates: ['2022-12-28'], reason: 'Offices closed' },
      null,
      envelope('closing'),
    );
    expect((await council.current()).addWorkingDays('2022-12-23', 1).day).toBe('2022-12-29');
  });
});
