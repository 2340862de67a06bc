import { describe, expect, it } from '@jest/globals';
import { notUtf8In } from './utf8.js';

describe('the place at which bytes stop being UTF-8', () => {
  it.each([
    ['nowhere', Buffer.from('id: café\ntitle: \uFFFD\n'), undefined],
    ['nowhere in nothing', Buffer.alloc(0), undefined],
    ['at the first letter of another encoding', Buffer.from('id: x\ntitle: Café\nsource: é\n', 'latin1'), [2, 17]],
    ['after a letter that stands for one that could not be read', Buffer.from([0xef, 0xbf, 0xbd, 10, 0xe9]), [2, 5]],
    ['at the first byte of UTF-16', Buffer.from('\u{FEFF}id: x\n', 'utf16le'), [1, 1]],
    ['at the end, which is half a letter', Buffer.from([97, 10, 0xc3]), [2, 3]],
    ['at the end, which is half of the letter that replaces others', Buffer.from([97, 10, 0xef, 0xbf]), [2, 4]],
  ])('%s', (_where, bytes, [line, byte] = []) => {
    expect(notUtf8In(bytes)).toEqual(line === undefined ? undefined : { line, byte });
  });
});
