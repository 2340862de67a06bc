import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../../platform/decider.js';
import type { CheckKind } from '../events.js';
import { mustFitTheAge } from './fits-the-age.js';

const refused = (kind: CheckKind, heldOn: string, bornOn: string | null): string | null => {
  try {
    mustFitTheAge(kind, heldOn, bornOn);
    return null;
  } catch (error) {
    return error instanceof Refusal ? error.code : 'none';
  }
};

describe('The kind of a check', () => {
  it('fits the age on its day: preparation and midway before 18, the assessment of needs from then on', () => {
    const bornOn = '2004-04-14';
    for (const kind of ['preparation', 'midway'] as const) {
      expect(refused(kind, '2022-04-13', bornOn)).toBeNull();
      expect(refused(kind, '2022-04-14', bornOn)).toBe('is-18');
    }
    expect(refused('post-18', '2022-04-13', bornOn)).toBe('not-yet-18');
    expect(refused('post-18', '2022-04-14', bornOn)).toBeNull();
  });

  it('is not held against a birth that nobody knows', () => {
    expect(refused('post-18', '2022-04-13', null)).toBeNull();
    expect(refused('preparation', '2022-04-13', null)).toBeNull();
  });
});
