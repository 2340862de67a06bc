import { describe, expect, it } from '@jest/globals';
import { listedInWords } from './listed-in-words.js';

describe('Several names in a sentence', () => {
  it('have commas between them, and the last follows “and”', () => {
    expect(listedInWords([])).toBe('');
    expect(listedInWords(['A. Hartwell'])).toBe('A. Hartwell');
    expect(listedInWords(['A. Hartwell', 'T. Ashdown'])).toBe('A. Hartwell and T. Ashdown');
    expect(listedInWords(['A. Hartwell', 'T. Ashdown', 'H. Shaw'])).toBe('A. Hartwell, T. Ashdown and H. Shaw');
  });
});
