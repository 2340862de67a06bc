import { describe, expect, it } from '@jest/globals';
import { readFormBody } from './form-body.js';

const read = (form: string) => readFormBody(Buffer.from(form, 'latin1'));

describe('reading a form', () => {
  it('takes names in brackets as groups and lists, without gaps where a row was removed', () => {
    expect(read('verdict=agree&actions[0][what]=Book+it&actions[7][what]=Call&themes=a&themes=b&more[]=x')).toEqual({
      verdict: 'agree',
      actions: [{ what: 'Book it' }, { what: 'Call' }],
      themes: ['a', 'b'],
      more: ['x'],
    });
  });

  it('keeps letters of any script and makes every line break one character', () => {
    expect(read('reasons=%C3%9Cber%0D%0Adas+%E2%80%99Jahr')).toEqual({ reasons: 'Über\ndas ’Jahr' });
  });

  it.each([
    ['bytes that are not UTF-8', 'a=%FF'],
    ['a prototype', '__proto__[x]=1'],
    ['a constructor', 'a[constructor]=1'],
    ['more levels than a form has', 'a[b][c][d][e]=1'],
    ['a name with no letter', '0=1'],
    ['a field that is a value and a group', 'a=1&a[b]=2'],
    ['too many fields', Array.from({ length: 501 }, (_, index) => `a${index}=1`).join('&')],
    ['too many rows', Array.from({ length: 101 }, (_, index) => `a[${index}]=1`).join('&')],
  ])('refuses %s with 400', (_, form) => {
    expect(() => read(form)).toThrow(expect.objectContaining({ status: 400, code: 'malformed-request' }));
  });
});
