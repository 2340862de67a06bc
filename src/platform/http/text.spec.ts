import { describe, expect, it } from '@jest/globals';
import { whyNotText } from './text.js';

const line = (value: unknown) => whyNotText(value, { max: 10 });
const lines = (value: unknown) => whyNotText(value, { max: 10, multiline: true });

describe('a text of a request', () => {
  it.each(['a', ' a ', 'Żółć', 'שלום\u200F', '\u2066x\u2069', '👩🏽‍⚖️', 'e\u0301', '"<script>'])('is taken: %j', (text) => {
    expect(line(text)).toBeUndefined();
  });

  it.each(['a\nb', 'a\r\nb', 'a\tb'])('over several lines only: %j', (text) => {
    expect(lines(text)).toBeUndefined();
    expect(line(text)).toContain('one line');
  });

  it.each([
    ['', 'empty'],
    [' \u00A0\n', 'empty'],
    ['a\u0000', 'control'],
    ['a\u0085', 'control'],
    ['a\u007F', 'control'],
    ['\uDC00', 'surrogate'],
    ['a\uD83D', 'surrogate'],
    [7, 'quotation marks'],
    [null, 'quotation marks'],
    [['a'], 'quotation marks'],
  ])('is refused, saying why: %j', (value, why) => {
    expect(lines(value)).toContain(why);
  });

  it('is measured in characters as people count them', () => {
    expect(line('x'.repeat(10))).toBeUndefined();
    expect(line('x'.repeat(11))).toContain('longer than 10');
    expect(line('😀'.repeat(10))).toBeUndefined();
    expect(line('😀'.repeat(11))).toContain('longer than 10');
  });
});
