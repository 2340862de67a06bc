import { describe, expect, it } from '@jest/globals';
import { meantPerhaps } from './people-in-office.js';

const people = ['L. Kemp', 'R. Kemp', 'H. Shaw', 'O’Hara'].map((name) => ({ name, posts: 'IRO' }));

describe('The people whom a misspelt name may mean', () => {
  it('are everybody in office who shares a word with it', () => {
    expect(meantPerhaps('Kemp', people)).toEqual(['L. Kemp', 'R. Kemp']);
    expect(meantPerhaps('helen SHAW', people)).toEqual(['H. Shaw']);
  });

  it('are nobody if initials alone are the same', () => {
    expect(meantPerhaps('L. Barlow', people)).toEqual([]);
  });
});
