import { expect, it } from '@jest/globals';
import { once } from './once.js';

it('works out the answer to each question once, that there is none too', () => {
  const asked: unknown[] = [];
  const halfOf = once((number: number, of: { readonly what: string }) => {
    asked.push([number, of]);
    return number % 2 === 0 ? number / 2 : undefined;
  });
  expect([halfOf(4, { what: 'a' }), halfOf(4, { what: 'a' }), halfOf(4, { what: 'b' })]).toEqual([2, 2, 2]);
  expect([halfOf(3, { what: 'a' }), halfOf(3, { what: 'a' })]).toEqual([undefined, undefined]);
  expect(asked).toEqual([
    [4, { what: 'a' }],
    [4, { what: 'b' }],
    [3, { what: 'a' }],
  ]);
});
