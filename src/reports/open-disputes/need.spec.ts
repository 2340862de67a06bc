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
    waiting: fc.option(dueDay, { nil: null }).map((since) => (since === null ? null : { since })),
    raisedOn: dueDay,
    takenOn: fc.boolean(),
  });
  const dayOf = ({ due, waiting, takenOn }: Needed): string | null =>
    due.dueAt ?? (takenOn && waiting !== null ? waiting.since : null);
  const ranksOf = (needed: Needed): (string | number)[] => {
    const at = dayOf(needed);
    const { takenOn, raisedOn, reference } = needed;
    return [at !== null ? 0 : takenOn ? 1 : 2, at ?? '', takenOn ? 0 : 1, raisedOn ?? '', reference];
  };
  const comesBefore = (a: (string | number)[], b: (string | number)[]): boolean => {
    const place = a.findIndex((rank, index) => rank !== b[index]);
    return place === -1 || a[place]! < b[place]!;
  };

  it('is by date, and by the day since which it waits, then with neither, then not taken on', () => {
    fc.assert(
      fc.property(fc.array(needed, { maxLength: 12 }), (items) => {
        const ranks = [...items].sort(byNeed).map(ranksOf);
        for (const [index, rank] of ranks.entries())
          if (index > 0) expect(comesBefore(ranks[index - 1]!, rank)).toBe(true);
      }),
      { numRuns: ORDERS },
    );
  });

  it('puts what has waited since Monday before what is due on Tuesday, and after what was due on Friday', () => {
    const raised = { raisedOn: '2023-10-01', takenOn: true };
    const friday = { ...raised, reference: 'A', due: { dueAt: endOfDay('2023-09-29') }, waiting: null };
    const waits = { ...raised, reference: 'B', due: { dueAt: null }, waiting: { since: '2023-10-02' } };
    const tuesday = { ...raised, reference: 'C', due: { dueAt: endOfDay('2023-10-03') }, waiting: null };
    expect([tuesday, waits, friday].sort(byNeed).map(({ reference }) => reference)).toEqual(['A', 'B', 'C']);
  });
});
