import { describe, expect, it } from '@jest/globals';
import { answersForInWords } from './answers-for.js';
import { forBeside } from './present-directory.js';

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

  it('is not said again beside a title that ends with it', () => {
    expect(forBeside('Team manager, Locality South', 'Locality South')).toBe('');
    expect(forBeside('Team manager', 'Locality South')).toBe('Locality South');
    expect(forBeside('Team manager, South', 'Locality South')).toBe('Locality South');
  });
});
