import { describe, expect, it } from '@jest/globals';
import { meantPerhaps } from './people-in-office.js';

const people = ['L. Kemp', 'R. Kemp', 'H. Shaw', 'O’Hara'].map((name) => ({ name, posts: 'IRO' }));

describe('Whom a name may mean that nobody has', () => {
  it('is everybody in office who shares a word with it', () => {
    expect(meantPerhaps('Kemp', people)).toEqual(['L. Kemp', 'R. Kemp']);
    expect(meantPerhaps('helen SHAW', people)).toEqual(['H. Shaw']);
  });

  it('is nobody where initials alone are the same', () => {
    expect(meantPerhaps('L. Barlow', people)).toEqual([]);
  });
});
