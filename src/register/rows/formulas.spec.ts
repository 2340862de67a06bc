import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asItWas, harmless } from './formulas.js';

describe('a cell that a spreadsheet would run', () => {
  it.each(['=1+1', '+44 1905', '-', '@SUM(A1)', '\t=1', '\r=1', "'=1", "''@x"])(
    '%j gets an apostrophe before it',
    (text) => {
      expect(harmless(text)).toBe(`'${text}`);
    },
  );

  it.each(['', 'plain', "'tis", '’=1', ' =1', '1-2', "it's"])('%j stays as it is', (text) => {
    expect(harmless(text)).toBe(text);
    expect(asItWas(text)).toBe(text);
  });

  it('comes back exactly, whatever it was', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^['=+\-@\t\r]{0,4}.{0,5}$/));
    fc.assert(
      fc.property(anyText, (text) => {
        expect(asItWas(harmless(text))).toBe(text);
      }),
    );
  });
});
