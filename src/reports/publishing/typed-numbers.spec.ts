import { describe, expect, it } from '@jest/globals';
import { typedNumbers } from './typed-numbers.js';

const numbersIn = (text: string): string[] => typedNumbers(text).map(({ written }) => written);

describe('Numbers that somebody typed', () => {
  it.each<[string, string[]]>([
    ['Two of the three children moved.', ['Two', 'three']],
    ['In 2022/23 there were 1,752 contacts.', ['2022', '23', '1,752']],
    ['It rose from 93.5% to 97%.', ['93.5%', '97%']],
    ['Twenty-one plans, of which a third were late.', ['Twenty-one', 'a third']],
    ['Three quarters of them, and both teams, asked twice.', ['Three quarters', 'both', 'twice']],
    ['A single child and a couple of others, none of them new.', ['single', 'a couple', 'none']],
    ['Half of them waited.', ['Half']],
    ['Someone attended often and was weightless.', []],
    ['', []],
  ])('of "%s" are %j', (text, found) => expect(numbersIn(text)).toEqual(found));

  it('stand with their sentence', () => {
    expect(typedNumbers('Plans move. Two did not, by 1.5 weeks!\nNobody minded')).toEqual([
      { written: 'Two', sentence: 'Two did not, by 1.5 weeks!' },
      { written: '1.5', sentence: 'Two did not, by 1.5 weeks!' },
      { written: 'Nobody', sentence: 'Nobody minded' },
    ]);
  });
});
