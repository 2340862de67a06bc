import { describe, expect, it } from '@jest/globals';
import type { Edition, FigureEntered } from './edition.js';
import { enteredAsPrinted, enteredOf } from './entered-figures.js';
import type { Method } from './events.js';

const figure = (label: string, value: number, partOf: string | null = null): FigureEntered => ({
  ...{ section: 'caseloads', label, partOf, ...enteredOf({ label, value }, [], 10) },
  ...{ source: 'Return', asAt: '2023-03-31', definition: 'On the day.', by: 'iro' },
});
const printed = (entered: readonly FigureEntered[], method: Method = 'hidden') =>
  enteredAsPrinted({ entered, figures: { method } as Edition['figures'] }, 10).map(({ shown }) => shown);

describe('Figures that are entered', () => {
  it('print where they are not small, and are hidden alone where they are part of nothing', () => {
    expect(printed([figure('Audits', 64), figure('On leave', 2), figure('Vacant', 0)])).toEqual([64, 'c', 0]);
  });

  it('are hidden with a small part, or the whole would tell it', () => {
    const parts = [figure('Good', 40, 'Audits'), figure('Fair', 21, 'Audits'), figure('Poor', 3, 'Audits')];
    expect(printed([figure('Audits', 64), ...parts])).toEqual([64, 40, 'c', 'c']);
  });

  it('are hidden until what is left of the whole says nothing of a small part', () => {
    // 11 and 3 together are 14, of which either could be 13 at most: no other number of theirs is far enough from the true one.
    const parts = [figure('Good', 40, 'Audits'), figure('Fair', 11, 'Audits'), figure('Poor', 3, 'Audits')];
    expect(printed([figure('Audits', 54), ...parts])).toEqual([54, 'c', 'c', 'c']);
  });

  it('lose their whole where all parts are small', () => {
    const parts = [figure('Good', 4, 'Audits'), figure('Fair', 5, 'Audits'), figure('Poor', 3, 'Audits')];
    expect(printed([figure('Audits', 12), ...parts])).toEqual(['c', 'c', 'c', 'c']);
  });

  it('print as they are where no part is small', () => {
    const parts = [figure('Good', 40, 'Audits'), figure('Fair', 21, 'Audits')];
    expect(printed([figure('Audits', 61), ...parts])).toEqual([61, 40, 21]);
  });

  it('are rounded with the rest, and lose a whole that leaves its parts no choice', () => {
    const some = [figure('Audits', 64), figure('Good', 41, 'Audits'), figure('Poor', 2, 'Audits')];
    expect(printed(some, 'rounded')).toEqual([65, 40, 0]);
    const four = ['A', 'B', 'C', 'D'].map((label) => figure(label, 2, 'Audits'));
    expect(printed([figure('Audits', 8), ...four], 'rounded')).toEqual(['c', 0, 0, 0, 0]);
  });

  it('read “revised” where a number near to it was published', () => {
    const before = { published: {}, figures: null, entered: [figure('Audits', 64)] } as unknown as Edition;
    expect(enteredOf({ label: 'Audits', value: 66 }, [before], 10).shown).toBe('revised');
    expect(enteredOf({ label: 'Audits', value: 74 }, [before], 10).shown).toBe(74);
    expect(enteredOf({ label: 'Audits', value: 64 }, [before], 10).shown).toBe(64);
  });
});
