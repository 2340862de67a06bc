import { describe, expect, it } from '@jest/globals';
import {
  type AroundADate,
  type DateRuleName,
  isYearOfRecords,
  lifeOfChildren,
  nobodysDate,
  whyImpossible,
} from './date-rules.js';

const TODAY = '2026-11-28';
const why = (rule: DateRuleName, date: string, around: Partial<AroundADate> = {}) =>
  whyImpossible(rule, date, { ...nobodysDate(TODAY), ...around });

describe('The range of possible dates', () => {
  it.each<[DateRuleName, string, Partial<AroundADate>]>([
    ['birth', '2031-01-01', {}],
    ['birth', '1890-01-01', {}],
    ['birth', '2020-01-01', { diedOn: '2019-12-31' }],
    ['death', '2026-11-29', {}],
    ['death', '2012-01-01', { bornOn: '2012-01-02' }],
    ['in-the-life', '2012-01-01', { bornOn: '2012-01-02' }],
    ['in-the-life', '2024-01-01', { diedOn: '2023-12-31' }],
    ['of-the-child', '2010-01-01', { bornOn: '2012-01-02' }],
    ['in-this-matter', '0001-01-01', {}],
    ['in-this-matter', '1999-06-01', {}],
    ['in-this-matter', '2026-11-29', {}],
    ['in-this-matter', '2022-04-01', { raisedOn: '2023-05-01' }],
    ['has-happened', '1991-10-13', {}],
    ['to-come', '2026-11-27', {}],
    ['to-come', '9998-12-31', {}],
    ['to-be-done-by', '2099-01-01', {}],
    ['of-the-council', '1890-01-01', {}],
    ['of-the-rules', '2035-01-01', {}],
    ['not-worked', '2040-12-25', {}],
  ])('refuses as %s the day %s', (rule, date, around) => {
    expect(why(rule, date, around)).toMatch(/^must not be (before|after) .+: check the date$/);
  });

  it.each<[DateRuleName, string, Partial<AroundADate>]>([
    ['birth', TODAY, {}],
    ['birth', '1973-10-14', {}],
    ['death', TODAY, { bornOn: TODAY }],
    // A dispute of a register that was taken on: the call belongs to it however long ago it was.
    ['in-this-matter', '2011-03-01', { raisedOn: '2011-12-05' }],
    ['in-this-matter', '2025-12-01', {}],
    // Before the birth: a child protection conference was held for a child who was not born yet.
    ['in-this-matter', '2026-06-01', { bornOn: '2026-11-01' }],
    ['of-the-child', '2012-01-01', { bornOn: '2012-06-02' }],
    ['has-happened', '1991-10-14', {}],
    ['to-come', TODAY, {}],
    ['to-come', '2028-11-28', {}],
    ['to-be-done-by', '2029-03-31', {}],
    ['any-day', '0001-01-01', {}],
  ])('lets pass as %s the day %s', (rule, date, around) => {
    expect(why(rule, date, around)).toBeUndefined();
  });

  it('says which limit it is, and never the day of a birth or a death', () => {
    expect(why('death', '2026-11-29')).toBe('must not be after today, 2026-11-28: check the date');
    expect(why('death', '2012-01-01', { bornOn: '2012-01-02' })).toBe(
      'must not be before the child’s birth: check the date',
    );
    expect(why('in-the-life', '2024-01-01', { diedOn: '2023-12-31' })).toBe(
      'must not be after the child’s death: check the date',
    );
  });

  it('counts years from 29 February to 1 March', () => {
    expect(whyImpossible('to-come', '2030-03-01', nobodysDate('2028-02-29'))).toBeUndefined();
    expect(whyImpossible('to-come', '2030-03-02', nobodysDate('2028-02-29'))).toBeDefined();
  });

  it('takes several children together, where all of them are known', () => {
    const lives = new Map([
      ['A', { bornOn: '2010-01-01', diedOn: '2020-01-01' }],
      ['B', { bornOn: '2012-01-01', diedOn: null }],
      ['C', { bornOn: '2011-01-01', diedOn: '2022-01-01' }],
    ]);
    const life = (...children: string[]) => lifeOfChildren(children, (child) => lives.get(child));
    expect(life('A', 'C')).toEqual({ bornOn: '2010-01-01', diedOn: '2022-01-01' });
    expect(life('B', 'A')).toEqual({ bornOn: '2010-01-01', diedOn: null });
    expect(life('A', 'unknown')).toEqual({ bornOn: null, diedOn: null });
    expect(life()).toEqual({ bornOn: null, diedOn: null });
  });
});

describe('A financial year', () => {
  it.each([
    ['1899/00', false],
    ['1990/91', false],
    ['1991/92', true],
    ['2023/24', true],
    ['2024/25', false],
  ])('%s can have records, from the Children Act to the year of today: %s', (year, can) => {
    expect(isYearOfRecords(year, '2024-03-31')).toBe(can);
  });
});
