import { expect, it } from '@jest/globals';
import { canonical } from './canonical.js';

it('writes equal values alike, whatever the order of their fields', () => {
  const text = '{"a":[1,{"b":"é","c":null}],"d":false}';
  expect(canonical({ d: false, a: [1, { c: null, b: 'é' }] })).toBe(text);
  expect(canonical({ a: [1, { b: 'é', c: null }], d: false, e: undefined })).toBe(text);
});
