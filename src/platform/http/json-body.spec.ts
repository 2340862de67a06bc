import { describe, expect, it } from '@jest/globals';
import { readJsonBody } from './json-body.js';

const read = (text: string) => readJsonBody(Buffer.from(text));

describe('the body of a request', () => {
  it('is an object, or nothing', () => {
    expect(read('{"a": [1, {"b": null}]}')).toEqual({ a: [1, { b: null }] });
    expect(read('')).toBeUndefined();
  });

  it.each(['[]', '"a"', '1', 'null', 'true'])('is nothing else: %s', (text) => {
    expect(() => read(text)).toThrow('must be a JSON object');
  });

  it.each(['{', '{"a":}', '{a: 1}', 'kind=formal'])('is JSON: %s', (text) => {
    expect(() => read(text)).toThrow('not JSON');
  });

  it('is in UTF-8, so that nothing is replaced unseen', () => {
    expect(() => readJsonBody(Buffer.from('{"a": "\u00e9"}', 'latin1'))).toThrow('not in UTF-8');
  });

  it.each(['{"__proto__": {}}', '{"a": [{"constructor": 1}]}', '{"\\u005f_proto__": 1}'])(
    'has no field that reaches for the prototype: %s',
    (text) => {
      expect(() => read(text)).toThrow('not allowed');
    },
  );

  it('holds at most 5,000 fields and entries of lists, wherever they are', () => {
    const fields = (count: number) => JSON.stringify({ a: { b: Array.from({ length: count - 2 }, () => 1) } });
    expect(read(fields(5_000))).toBeDefined();
    expect(() => read(fields(5_001))).toThrow('more than 5000 fields');
    expect(() => read(JSON.stringify(Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [n, 1]))))).toThrow();
  });

  it('is at most 12 levels deep, however deep it claims to be', () => {
    const deep = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);
    expect(read(deep(12))).toBeDefined();
    expect(() => read(deep(13))).toThrow('12 levels');
    expect(() => read(deep(40_000))).toThrow();
  });
});
