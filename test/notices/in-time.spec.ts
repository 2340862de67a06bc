import { describe, expect, it } from '@jest/globals';
import { chanceFrom, type Chance } from '../../src/demonstration/chance.js';
import type { NoticeWritten } from '../../src/notices/events.js';
import { casesOf, patienceFor, report, seed } from '../faults/cases.js';
import { aConcernOf, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

/*
 * Promise D2: every notice goes within 5 minutes of the moment from which it may go, and of the provider's return, once, and never before
 * that moment. From Thursday 4 to Wednesday 10 May 2023; Monday 8 May is a bank holiday. London is an hour ahead of UTC all the time.
 */

const CASES = casesOf('in-time');
const MINUTE = 60_000;
const IN_TIME = 5 * MINUTE;
const DAYS = ['2023-05-04', '2023-05-05', '2023-05-06', '2023-05-07', '2023-05-08', '2023-05-09', '2023-05-10'];
const WORKED = ['2023-05-04', '2023-05-05', '2023-05-09', '2023-05-10', '2023-05-11'];
const END = Date.parse('2023-05-10T18:30:00.000Z');

const momentOf = (day: string, time: string): number => Date.parse(`${day}T${time}:00.000Z`);

/** From when it may go, apart from the program: at once from seven to seven of a day that is worked, and at once where it is urgent. */
const mayGoFrom = (writtenAt: number, isUrgent: boolean): number => {
  if (isUrgent) return writtenAt;
  const opens = WORKED.map((day) => [momentOf(day, '06:00'), momentOf(day, '18:00')] as const);
  const [from] = opens.find(([, to]) => writtenAt < to)!;
  return Math.max(writtenAt, from);
};

interface Outage {
  readonly from: number;
  readonly to: number;
}

const anyMoment = (chance: Chance): number =>
  momentOf(chance.oneOf(DAYS), `${String(chance.number(0, 23)).padStart(2, '0')}:${String(chance.number(10, 59))}`);

const anOutage = (chance: Chance): Outage => {
  const from = anyMoment(chance);
  return { from, to: from + chance.number(1, 90) * MINUTE };
};

/** Five minutes from a moment, one by one. */
const after = (moment: number): number[] => [0, 1, 2, 3, 4, 5].map((minutes) => moment + minutes * MINUTE);

/** Minutes in which something happens, may happen for the first time, or is tried again in vain. */
const timelineOf = (acts: readonly number[], outages: readonly Outage[]): number[] => {
  const hours = DAYS.flatMap((day) => ['00:00', '06:00', '07:00'].map((time) => momentOf(day, time)));
  const tried = outages.flatMap(({ from, to }) =>
    Array.from({ length: Math.floor((to - from) / (7 * MINUTE)) }, (_, index) => from + index * 7 * MINUTE),
  );
  const moments = [...[...acts, ...hours, ...outages.map(({ to }) => to)].flatMap(after), ...tried];
  return [...new Set(moments)].filter((moment) => moment <= END).sort((a, b) => a - b);
};

const lived = async (chance: Chance): Promise<number> => {
  const postbox = new Postbox();
  const council = await Council.begin('house', { notices: postbox });
  const acts = Array.from({ length: 8 }, () => anyMoment(chance)).filter((moment) => moment < END);
  const outages = [anOutage(chance), anOutage(chance)];
  const isAwayAt = (moment: number): boolean => outages.some(({ from, to }) => from <= moment && moment < to);
  const returnedBefore = (moment: number): number =>
    Math.max(0, ...outages.map(({ to }) => to).filter((to) => to <= moment));

  const lookAt = async (moment: number): Promise<void> => {
    const all = await council.store.readAll(undefined, { categories: ['notice'], limit: 100_000 });
    const settledAt = new Map(
      all.flatMap(({ stream, type, metadata }) =>
        type === 'NoticeSent' || type === 'NoticeNotNeeded' ? [[stream, [type, metadata.occurredAt]] as const] : [],
      ),
    );
    for (const { stream, type, data, metadata } of all) {
      if (type !== 'NoticeWritten') continue;
      const { urgency, kind } = data as unknown as NoticeWritten;
      const from = mayGoFrom(Date.parse(metadata.occurredAt), urgency !== null);
      const waits = !settledAt.has(stream) && !isAwayAt(moment);
      const isLate = waits && moment - Math.max(from, returnedBefore(moment)) >= IN_TIME;
      const [became, at] = settledAt.get(stream) ?? [];
      const isEarly = became === 'NoticeSent' && Date.parse(at!) < from;
      const now = new Date(moment).toISOString();
      expect({ now, kind, written: metadata.occurredAt, isLate, isEarly }).toMatchObject({
        isLate: false,
        isEarly: false,
      });
    }
  };

  try {
    for (const moment of timelineOf(acts, outages)) {
      const now = new Date(moment).toISOString();
      postbox.isAway = isAwayAt(moment);
      await sweepAt(council, now);
      for (const _ of acts.filter((each) => each === moment)) {
        const about = { theme: chance.oneOf(['EDUC', 'HEALTH', 'PLAN', 'VISIT', 'LIFE']), urgent: chance.happens(30) };
        await council.done('Iris', '/disputes', aConcernOf(now.slice(0, 10), about));
      }
      await lookAt(moment);
    }
    const ids = postbox.sent.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    return ids.length;
  } finally {
    await council.end();
  }
};

describe('Every notice', () => {
  it(
    'goes within five minutes of when it may go, once, whenever the provider is away',
    async () => {
      let sent = 0;
      for (let run = 0; run < CASES; run++) sent += await lived(chanceFrom(seed + run));
      expect(sent).toBeGreaterThan(0);
      report('Notices in time', { weeks: CASES, sent });
    },
    patienceFor(CASES, 60_000),
  );
});
