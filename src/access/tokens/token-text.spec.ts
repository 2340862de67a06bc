import { describe, expect, it } from '@jest/globals';
import { referenceFor } from '../../platform/ids.js';
import { idInTokenText, newTokenText, readTokenId } from './token-text.js';

const ID = referenceFor('TOK', 'a command');

describe('the text of a token', () => {
  it('holds its id and a secret of 256 bits, another each time', () => {
    const text = newTokenText(ID);
    expect(text).toMatch(new RegExp(`^fpt_${ID}_[\\w-]{43}$`));
    expect(newTokenText(ID)).not.toBe(text);
    expect(idInTokenText(text)).toBe(ID);
  });

  it.each(['', 'fpt_', `fpt_${ID}`, `fpt_${ID}_`, `fpt_${ID}_short`, `fpt_${ID.toLowerCase()}_${'x'.repeat(43)}`])(
    'is not %p',
    (text) => {
      expect(idInTokenText(text)).toBeUndefined();
    },
  );

  it('has an id that a person may write as it comes over the telephone', () => {
    expect(readTokenId(` ${ID.toLowerCase().replaceAll('-', ' ')} `)).toBe(ID);
    expect(readTokenId('DRP-7K4M-2QXH')).toBeUndefined();
    expect(readTokenId('TOK-0000-0001')).toBeUndefined();
  });
});
