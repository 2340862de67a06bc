import { describe, expect, it } from '@jest/globals';
import { howLateInWords, standsInWords } from './late-in-words.js';

describe('Lateness, in words', () => {
  it('counts working days, and says of a weekend that none has gone by', () => {
    expect([0, 1, 13].map(howLateInWords)).toEqual([
      'late by less than a working day',
      '1 working day late',
      '13 working days late',
    ]);
  });

  it('says how a date stands before its day, on it and after it', () => {
    expect(standsInWords(false, 1)).toBe('1 working day left');
    expect(standsInWords(false, 0)).toBe('due today');
    expect(standsInWords(true, 2)).toBe('2 working days late');
  });
});
