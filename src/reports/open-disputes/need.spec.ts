import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endOfDay } from '../../calendar/dates.js';
import { byNeed, type Needed } from './need.js';

const ORDERS = 500;
const day = fc.integer({ min: 0, max: 1_500 }).map((days) => new Date(Date.UTC(2022, 2, 1) + days * 86_400_000));
const dueDay = day.map((date) => date.toISOString().slice(0, 10));

describe('the order of need', () => {
  const needed = fc.record({
    reference: fc.string({ minLength: 1, maxLength: 4 }),
    due: fc.option(dueDay, { nil: null }).map((dueOn) => ({ dueAt: dueOn === null ? null : endOfDay(dueOn) })),
    raisedOn: dueDay,
    takenOn: fc.boolean(),
  });
  const ranksOf = ({ due, takenOn, raisedOn, reference }: Needed, now: number): (string | number)[] => {
    const at: Needed['due']['dueAt'] = due.dueAt;
    const rank = at === null ? (takenOn ? 2 : 3) : Date.parse(at) <= now ? 0 : 1;
    return [rank, at === null ? 0 : Date.parse(at), takenOn ? 0 : 1, raisedOn ?? '', reference];
  };
  const comesBefore = (a: (string | number)[], b: (string | number)[]): boolean => {
    const place = a.findIndex((rank, index) => rank !== b[index]);
    return place === -1 || a[place]! < b[place]!;
  };

  it(`is late ones first, then by date, then with none set, then not taken on, at ${ORDERS} moments`, () => {
    fc.assert(
      fc.property(fc.array(needed, { maxLength: 12 }), day, (items, at) => {
        const ranks = [...items].sort(byNeed).map((item) => ranksOf(item, at.getTime()));
        for (const [index, rank] of ranks.entries())
          if (index > 0) expect(comesBefore(ranks[index - 1]!, rank)).toBe(true);
      }),
      { numRuns: ORDERS },
    );
  });
});
