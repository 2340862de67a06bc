import { describe, expect, it } from '@jest/globals';
import { answersForInWords } from './answers-for.js';

const called = (team: string): string => `Locality ${team}`;

describe('the cases for which a post answers, in words', () => {
  it('is its team, else its service', () => {
    expect(answersForInWords({ kind: 'team-manager', team: 'North', service: null }, called)).toBe('Locality North');
    expect(answersForInWords({ kind: 'service-manager', team: null, service: 'Permanence' }, called)).toBe(
      'Permanence',
    );
  });

  it('is the whole council where it names neither, but for posts that need a team or a service', () => {
    expect(answersForInWords({ kind: 'iro-manager', team: null, service: null }, called)).toBe('the whole council');
    expect(answersForInWords({ kind: 'team-manager', team: null, service: null }, called)).toBe(
      'nothing, for it names no team or service',
    );
  });
});
