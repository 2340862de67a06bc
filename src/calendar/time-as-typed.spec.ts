import { describe, expect, it } from '@jest/globals';
import { clockInWords } from './in-words.js';
import { timeAsTyped } from './time-as-typed.js';

describe('A time of day as people type it', () => {
  it.each([
    ['14:00', '14:00'],
    ['9:05', '09:05'],
    ['14.30', '14:30'],
    ['2pm', '14:00'],
    ['9:30pm', '21:30'],
    [' 9.30 PM ', '21:30'],
    ['9 a.m.', '09:00'],
    ['12am', '00:00'],
    ['12:15pm', '12:15'],
    ['midday', '12:00'],
    ['midnight', '00:00'],
  ])('reads %s as %s', (typed, kept) => expect(timeAsTyped(typed)).toBe(kept));

  it.each(['', '9', '25:00', '14:60', '13pm', '0am', 'after lunch', '9:3', '9pmm', '2 o’clock'])(
    'does not take “%s” for a time',
    (typed) => expect(timeAsTyped(typed)).toBeUndefined(),
  );

  it('reads back every time as the pages write it', () => {
    for (let minute = 0; minute < 24 * 60; minute++) {
      const two = (number: number): string => String(number).padStart(2, '0');
      const kept = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
      expect(timeAsTyped(clockInWords(kept))).toBe(kept);
    }
  });
});
