import { describe, expect, it } from '@jest/globals';
import { inCouncilWords } from './council-words.js';
import type { Words } from './protocol.js';

const ALERTS: Words = {
  dispute: 'alert',
  disputes: 'alerts',
  informal: 'early alert',
  formal: 'challenge',
  acknowledgement: 'praise note',
  acknowledgements: 'notes of praise',
};

describe('a text of the program in the council’s words', () => {
  it.each([
    ['Disputes raised in the year', 'Alerts raised in the year'],
    ['A dispute is counted once.', 'An alert is counted once.'],
    ['an informal dispute', 'an early alert'],
    ['Formal disputes and informal disputes', 'Challenges and early alerts'],
    ['Practice acknowledgements: children', 'Notes of praise: children'],
    ['a practice acknowledgement', 'a praise note'],
    ['disputes/DRP-1 and dispute-register stay', 'disputes/DRP-1 and dispute-register stay'],
    ['undisputed', 'undisputed'],
  ])('%s', (plain, said) => {
    expect(inCouncilWords(plain, ALERTS)).toBe(said);
  });
});
