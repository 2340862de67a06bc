import { describe, expect, it } from '@jest/globals';
import { methodFor, type PublishedBy } from './method.js';

const hidden: PublishedBy = { report: 'RPT-7K4M-2QXH', method: 'hidden' };
const rounded: PublishedBy = { report: 'RPT-8K4M-2QXJ', method: 'rounded' };

describe('How the small numbers of a report are kept', () => {
  it('is as it was asked, and hidden where nobody asks', () => {
    expect(methodFor(10, null, [])).toBe('hidden');
    expect(methodFor(10, 'rounded', [])).toBe('rounded');
  });

  it('goes on as the series was published', () => {
    expect(methodFor(10, null, [rounded])).toBe('rounded');
    expect(methodFor(10, 'hidden', [hidden])).toBe('hidden');
  });

  it('is one in a series', () => {
    const going = (asked: 'hidden' | 'rounded' | null, published: readonly PublishedBy[]) => () =>
      methodFor(10, asked, published);
    expect(going('rounded', [hidden])).toThrow('RPT-7K4M-2QXH, which was published with small numbers hidden');
    expect(going('hidden', [rounded])).toThrow('published with every number rounded to the nearest 5');
    expect(going(null, [hidden, rounded])).toThrow('go on in the same way');
  });

  it('is nothing to choose inside the service, where nothing is hidden', () => {
    expect(methodFor(1, null, [rounded])).toBe('hidden');
    expect(() => methodFor(1, 'rounded', [])).toThrow('nothing is rounded');
  });
});
