import { describe, expect, it } from '@jest/globals';
import type { ReviewStandard } from '../protocol/protocol.js';
import { DEFAULT_STANDARDS, DEFAULT_STANDARDS_AFTER_18, standardsUnder } from './standards.js';

const own: ReviewStandard = { code: 'visits', text: 'The child was visited.', theme: 'VISIT' };
const ownAfter18: ReviewStandard = { code: 'home', text: 'There is a home.', theme: 'PLACE', after18: true };

describe('The standards of a check', () => {
  it('are those of the program where a council has none, others before 18 than after', () => {
    expect(standardsUnder({})).toBe(DEFAULT_STANDARDS);
    expect(standardsUnder({}, 'midway')).toBe(DEFAULT_STANDARDS);
    expect(standardsUnder({}, 'post-18')).toBe(DEFAULT_STANDARDS_AFTER_18);
  });

  it('are those of the council, each list by itself', () => {
    expect(standardsUnder({ reviewStandards: [own, ownAfter18] }, 'preparation')).toEqual([own]);
    expect(standardsUnder({ reviewStandards: [own, ownAfter18] }, 'post-18')).toEqual([ownAfter18]);
    expect(standardsUnder({ reviewStandards: [own] }, 'post-18')).toBe(DEFAULT_STANDARDS_AFTER_18);
  });

  it('have a code of their own each', () => {
    for (const standards of [DEFAULT_STANDARDS, DEFAULT_STANDARDS_AFTER_18])
      expect(new Set(standards.map(({ code }) => code)).size).toBe(standards.length);
  });
});
