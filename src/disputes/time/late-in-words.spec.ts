import { describe, expect, it } from '@jest/globals';
import { howLateInWords } from './late-in-words.js';

describe('Lateness, in words', () => {
  it('counts working days, and says of a weekend that none has gone by', () => {
    expect([0, 1, 13].map(howLateInWords)).toEqual([
      'late by less than a working day',
      '1 working day late',
      '13 working days late',
    ]);
  });
});
