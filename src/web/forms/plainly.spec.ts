import { describe, expect, it } from '@jest/globals';
import { afterLabel, plainly } from './plainly.js';

describe('An answer of the API, in the words of a page', () => {
  it('has its dates in words, and what is no date as it is', () => {
    expect(plainly('must not be before today, 2026-11-29')).toBe('must not be before today, Sunday 29 November 2026');
    expect(plainly('The last day, 2026-12-01, is before the first, 2026-12-04.')).toBe(
      'The last day, Tuesday 1 December 2026, is before the first, Friday 4 December 2026.',
    );
    expect(plainly('The number is 2026-13-45.')).toBe('The number is 2026-13-45.');
  });

  it('asks for a day as a person writes one', () => {
    expect(plainly('must be a day that exists, written YYYY-MM-DD, for example 2026-03-31')).toBe(
      'must be a real date, such as 27 3 2026',
    );
  });

  it('leaves out what only a program can do', () => {
    expect(plainly('is no team: see GET /api/v1/teams')).toBe('is no team');
    expect(
      plainly(
        'You cover for Iris today. To act on it, say so: send it again with the header Footprint-Acting-For: A. Hartwell.',
      ),
    ).toBe('You cover for Iris today. To act on it, open it from My work, where what is theirs is listed.');
    expect(plainly('must be the id or the name of a person')).toBe('must be the name of a person');
    expect(plainly('must be a whole number from 1 to 24, without quotation marks')).toBe(
      'must be a whole number from 1 to 24',
    );
  });

  it('stands after the label of a field, and alone where it is a sentence', () => {
    expect(afterLabel('From', 'must not be before 2026-11-29')).toBe('From must not be before Sunday 29 November 2026');
    expect(afterLabel('From which day', 'Give a later day.')).toBe('Give a later day.');
  });

  it('is a sentence beside a question', () => {
    expect(afterLabel('For how many hours?', 'must be a whole number')).toBe(
      'For how many hours? It must be a whole number',
    );
    expect(afterLabel('To which stage?', 'Choose a higher stage.')).toBe('Choose a higher stage.');
  });
});
