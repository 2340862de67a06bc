import { describe, expect, it } from '@jest/globals';
import { referenceFor } from '../platform/ids.js';
import { lookedFor } from './what-is-looked-for.js';

const REFERENCE = referenceFor('DRP', 'a command');
const [, first, second] = REFERENCE.split('-') as [string, string, string];

describe('A search text', () => {
  it.each([
    REFERENCE,
    REFERENCE.toLowerCase(),
    ` ${REFERENCE.replaceAll('-', ' ')} `,
    `drp${first}${second}`,
    `${first} ${second}`,
    REFERENCE.replace(/0/g, 'O').replace(/1/g, 'l'),
  ])('reads a reference as somebody may write it: %s', (written) => {
    expect(lookedFor(written).references).toContain(REFERENCE);
  });

  it('reads no reference where a character is wrong', () => {
    const wrong = `${first}${second.slice(0, 3)}${second.at(-1) === 'A' ? 'B' : 'A'}`;
    expect(lookedFor(wrong).references).toEqual([]);
  });

  it('reads a number without its spaces, in capitals', () => {
    expect(lookedFor(' i21/ 001 ').number).toBe('I21/001');
  });

  it.each([
    ['ab', 'AB'],
    ['A.B.', 'AB'],
    ['a b-c', 'ABC'],
    ['é.m.', 'ÉM'],
  ])('reads initials however they are marked: %s', (written, initials) => {
    expect(lookedFor(written).initials).toBe(initials);
  });

  it.each(['1004512', 'A1', 'Permanence', ''])('reads no initials in %p', (written) => {
    expect(lookedFor(written).initials).toBeNull();
  });
});
