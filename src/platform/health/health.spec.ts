import { describe, expect, it } from '@jest/globals';
import type { AlarmsStatus } from '../jobs/alarms-status.js';
import type { NoticesStatus } from '../notices/status.js';
import type { Position } from '../event-store/event-store.js';
import { type HealthPart, healthOf, isReady, worstOf } from './health.js';
import type { ReadModelStatus, Statuses } from './statuses.js';

const NOW = '2026-11-23T10:00:00.000Z';
const ago = (seconds: number): string => new Date(Date.parse(NOW) - seconds * 1000).toISOString();
const GIBIBYTE = 1024 ** 3;

const model: ReadModelStatus = {
  name: 'actions',
  version: 1,
  position: '9' as Position,
  state: 'live',
  failure: null,
  behindSince: null,
};
const alarms: AlarmsStatus = {
  kind: 'redis',
  waiting: 12,
  fired: 3,
  deadLetters: [],
  trouble: null,
  late: 0,
  held: null,
};
const notices: NoticesStatus = {
  provider: 'smtp',
  state: 'working',
  waiting: 0,
  forLater: 0,
  notNeeded: 0,
  failures: 0,
  trouble: null,
  tryAgainAt: null,
  mailboxes: 0,
  undelivered: [],
  skipped: [],
};
const allWell: Statuses = {
  now: NOW,
  log: { reachable: true, head: '9' },
  progress: null,
  readModels: [model],
  alarms,
  lastSweep: ago(20),
  sweepsSince: ago(3_600),
  notices,
  rows: [],
  disk: { freeBytes: 50 * GIBIBYTE, sizeBytes: 100 * GIBIBYTE },
  warnings: [],
  failings: [],
};
const part = (name: string, over: Partial<Statuses>): HealthPart | undefined =>
  healthOf({ ...allWell, ...over }).find((each) => each.name === name);

describe('health, when all is well', () => {
  it('says so of every part, and asks nobody to do anything', () => {
    const parts = healthOf(allWell);
    expect(parts.map(({ name }) => name)).toEqual([
      'log',
      'disk',
      'read model actions',
      'deadlines',
      'Redis',
      'clock',
      'notices',
      'rows',
    ]);
    expect(parts.filter(({ state, toDo }) => state !== 'well' || toDo !== null)).toEqual([]);
    expect(worstOf(parts)).toBe('well');
    expect(isReady(allWell)).toBe(true);
  });

  it('says nothing of a disk or a Redis that there is not', () => {
    const parts = healthOf({ ...allWell, disk: null, alarms: { ...alarms, kind: 'in-process' } });
    const names = parts.map(({ name }) => name);
    expect(names).not.toContain('disk');
    expect(names).not.toContain('Redis');
  });
});

interface Trouble {
  readonly trouble: string;
  readonly name: string;
  readonly over: Partial<Statuses>;
  readonly state: HealthPart['state'];
  readonly what: RegExp;
  readonly toDo: RegExp;
}

describe('each trouble has its state, its sentence and what to do', () => {
  it.each<Trouble>([
    {
      trouble: 'the log is away',
      name: 'log',
      over: { log: { reachable: false, head: null } },
      state: 'broken',
      what: /cannot be reached/,
      toDo: /EventStoreDB/,
    },
    {
      trouble: 'the disk fills',
      name: 'disk',
      over: { disk: { freeBytes: 8 * GIBIBYTE, sizeBytes: 100 * GIBIBYTE } },
      state: 'look',
      what: /8192 MiB are free .* \(8%\)/,
      toDo: /Make room/,
    },
    {
      trouble: 'the disk is full',
      name: 'disk',
      over: { disk: { freeBytes: 0, sizeBytes: 100 * GIBIBYTE } },
      state: 'broken',
      what: /^0 MiB/,
      toDo: /nothing is lost/,
    },
    {
      trouble: 'a read model has stopped',
      name: 'read model actions',
      over: { readModels: [{ ...model, state: 'failed', failure: 'DisputeRaised at 7@12: no team' }] },
      state: 'broken',
      what: /It has stopped: DisputeRaised at 7@12/,
      toDo: /Report the event/,
    },
    {
      trouble: 'one is made anew',
      name: 'read model actions',
      over: { readModels: [{ ...model, state: 'rebuilding' }] },
      state: 'look',
      what: /made anew/,
      toDo: /Wait/,
    },
    {
      trouble: 'one catches up',
      name: 'read model actions',
      over: { readModels: [{ ...model, state: 'catching-up' }] },
      state: 'look',
      what: /catching up/,
      toDo: /Wait/,
    },
    {
      trouble: 'one falls behind',
      name: 'read model actions',
      over: { readModels: [{ ...model, behindSince: ago(30) }] },
      state: 'look',
      what: /does not keep up/,
      toDo: /disk full/,
    },
    {
      trouble: 'one is far behind',
      name: 'read model actions',
      over: { readModels: [{ ...model, behindSince: ago(600) }] },
      state: 'broken',
      what: /does not keep up/,
      toDo: /start the program again/,
    },
    {
      trouble: 'no sweep comes',
      name: 'deadlines',
      over: { lastSweep: ago(400) },
      state: 'broken',
      what: /Nothing has swept/,
      toDo: /Start the program again/,
    },
    {
      trouble: 'none has come since the start',
      name: 'deadlines',
      over: { lastSweep: null, sweepsSince: ago(200) },
      state: 'broken',
      what: /Nothing has swept/,
      toDo: /Start/,
    },
    {
      trouble: 'alarms cannot be asked',
      name: 'deadlines',
      over: { alarms: null },
      state: 'look',
      what: /cannot be said/,
      toDo: /Ask again/,
    },
    {
      trouble: 'a date is late',
      name: 'deadlines',
      over: { alarms: { ...alarms, late: 1 } },
      state: 'look',
      what: /^1 date has passed and is not on record/,
      toDo: /within a minute/,
    },
    {
      trouble: 'alarms were given up',
      name: 'deadlines',
      over: { alarms: { ...alarms, deadLetters: ['a', 'b'] } },
      state: 'look',
      what: /^2 alarms were given up/,
      toDo: /to see why/,
    },
    {
      trouble: 'Redis is away',
      name: 'Redis',
      over: { alarms: { ...alarms, waiting: null, trouble: 'Redis is away.' } },
      state: 'look',
      what: /Redis is away/,
      toDo: /Put Redis right/,
    },
    {
      trouble: 'clocks differ',
      name: 'clock',
      over: { alarms: { ...alarms, held: 'The clock is 9 minutes ahead.' } },
      state: 'broken',
      what: /9 minutes ahead/,
      toDo: /Put the clock right/,
    },
    {
      trouble: 'a notice does not go',
      name: 'notices',
      over: { notices: { ...notices, state: 'trying-again', failures: 1, trouble: 'ECONNREFUSED' } },
      state: 'look',
      what: /\(ECONNREFUSED\), 1 time in a row/,
      toDo: /tried again/,
    },
    {
      trouble: 'no notice goes',
      name: 'notices',
      over: { notices: { ...notices, state: 'trying-again', failures: 9, trouble: 'EAUTH' } },
      state: 'broken',
      what: /\(EAUTH\), 9 times/,
      toDo: /password/,
    },
    {
      trouble: 'notices fall behind',
      name: 'notices',
      over: { notices: { ...notices, state: 'behind' } },
      state: 'look',
      what: /not at the end of the log/,
      toDo: /Wait/,
    },
    {
      trouble: 'one is not understood',
      name: 'notices',
      over: { notices: { ...notices, skipped: ['x@1'] } },
      state: 'look',
      what: /From 1 event no notice/,
      toDo: /may not have been told/,
    },
    {
      trouble: 'something is not done that should be',
      name: 'failing 1',
      over: { failings: ['Nobody is IRO manager.'] },
      state: 'broken',
      what: /^Nobody is/,
      toDo: /now/,
    },
    {
      trouble: 'somebody warns',
      name: 'warning 1',
      over: { warnings: ['Holidays end in 2027.'] },
      state: 'look',
      what: /Holidays end/,
      toDo: /See to it/,
    },
  ])('$trouble', ({ name, over, state, what, toDo }) => {
    const found = part(name, over);
    expect(found).toMatchObject({ state });
    expect(found!.what).toMatch(what);
    expect(found!.toDo).toMatch(toDo);
    expect(worstOf(healthOf({ ...allWell, ...over }))).toBe(state);
  });

  it('says how far behind', () => {
    const behind = (seconds: number): string | null | undefined =>
      part('read model actions', { readModels: [{ ...model, behindSince: ago(seconds) }] })?.behind;
    expect([behind(20), behind(600), behind(7_200)]).toEqual([
      '20 seconds behind the log',
      '10 minutes behind the log',
      '2 hours behind the log',
    ]);
    expect(part('notices', { notices: { ...notices, waiting: 4, state: 'trying-again' } })?.behind).toBe('4 waiting');
  });
});

describe('readiness', () => {
  it.each([
    ['the log is away', { log: { reachable: false, head: null } }],
    ['a read model catches up', { readModels: [model, { ...model, state: 'catching-up' }] }],
    ['a read model is made anew', { readModels: [{ ...model, state: 'rebuilding' }] }],
    ['a read model has stopped', { readModels: [{ ...model, state: 'failed' }] }],
  ] as [string, Partial<Statuses>][])('is not there while %s', (_why, over) => {
    expect(isReady({ ...allWell, ...over })).toBe(false);
  });

  it('does not depend on what only tells people', () => {
    expect(isReady({ ...allWell, alarms: null, notices: { ...notices, state: 'trying-again' }, disk: null })).toBe(
      true,
    );
  });
});
