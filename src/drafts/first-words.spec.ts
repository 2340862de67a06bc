import { describe, expect, it } from '@jest/globals';
import { firstWordsOf } from './first-words.js';

describe('the first words of a draft', () => {
  it.each([
    [
      'are those of the first sentence, and of no code or name',
      ['partly-agree', 'K. Lane', 'It came too late.'],
      'It came too late.',
    ],
    ['stand on one line', ['It came\n\ntoo late.'], 'It came too late.'],
    ['are nothing where no sentence was typed', ['partly-agree', 'K. Lane'], ''],
    [
      'end with a whole word where the text is long',
      ['The meeting was held on the day that was promised, and nobody wrote it up'],
      'The meeting was held on the day that was promised, and…',
    ],
    ['end after sixty letters where there is no word to end with', [`a b ${'x'.repeat(80)}`], 'a b…'],
  ])('%s', (_, values, words) => {
    expect(firstWordsOf(values.map((value) => ({ value })))).toBe(words);
  });
});
