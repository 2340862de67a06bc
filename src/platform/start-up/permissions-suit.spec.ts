import { describe, expect, it } from '@jest/globals';
import { mustOnlyAdd } from './permissions-suit.js';

describe('the account with which the log is kept', () => {
  it('is right where it may only read and append', () => {
    expect(mustOnlyAdd({ enforced: true, tooMuch: [] })).toBeUndefined();
  });

  it('is refused where it may take away what was recorded', () => {
    expect(() => mustOnlyAdd({ enforced: true, tooMuch: ['delete streams', 'hide events'] })).toThrow(
      'The account in FOOTPRINT_LOG may delete streams, hide events, so what is recorded could be taken away again.',
    );
  });

  it('is worth a word where nobody is forbidden anything', () => {
    expect(mustOnlyAdd({ enforced: false, tooMuch: [] })).toContain('forbids nobody anything');
  });
});
