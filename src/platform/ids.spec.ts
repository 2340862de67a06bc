import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { derivedId, isReference, OTHER_PREFIXES, readReference, referenceFor, referencesIn } from './ids.js';

const CROCKFORD = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const REFERENCE = 'DRP-CQGG-BXZC';

const anyReference = fc.string({ minLength: 1 }).map((commandId) => referenceFor('DRP', commandId));
const place = fc.integer({ min: 0, max: 7 });

/** The eight characters of a reference, and a reference of eight characters. */
const charactersOf = (reference: string): string[] => [...reference.slice(4).replace('-', '')];
const referenceOf = (characters: readonly string[]): string =>
  `DRP-${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;

describe('A derived id', () => {
  it('is a UUID of version 5', () => {
    expect(derivedId('dispute-1', 'command', 0)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('is the same for the same parts, today and for ever', () => {
    expect(derivedId('golden', 0)).toBe('07bdb804-988c-529e-9ae5-5f8431c9d9a7');
    expect(derivedId('golden', 9)).toBe('90e80f63-2cf9-5c2d-a138-240c89477eb5');
  });

  it('is another one for other parts, however they are cut', () => {
    const ids = [
      derivedId('ab', 'c'),
      derivedId('a', 'bc'),
      derivedId('abc'),
      derivedId('c', 'ab'),
      derivedId('ab', 1),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('A reference', () => {
  it('is worked out from the command, and the next candidate from the attempt', () => {
    expect(referenceFor('DRP', 'a-command')).toBe(referenceFor('DRP', 'a-command'));
    expect(referenceFor('DRP', 'a-command', 1)).not.toBe(referenceFor('DRP', 'a-command'));
    expect(referenceFor('PA', 'a-command').slice(3)).not.toBe(referenceFor('DRP', 'a-command').slice(4));
  });

  it('has a prefix and twice four characters that cannot be mistaken for each other', () => {
    fc.assert(
      fc.property(anyReference, (reference) => /^DRP-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(reference)),
    );
  });

  it('can be read back', () => {
    fc.assert(fc.property(anyReference, (reference) => readReference(reference) === reference));
  });

  it.each(['drp-cqgg-bxzc', ' DRP CQGG BXZC ', 'DRPCQGGBXZC', 'drp  cqgg-bxzc'])('may be written %j', (written) => {
    expect(readReference(written)).toBe(REFERENCE);
  });

  it.each(['QAA-CQGG-BXZC', 'alrt cqgg bxzc', 'OR-CQGG-BXZC'])(
    'may have the letters of a council, of today or of another year: %j',
    (written) => {
      expect(readReference(written)).toBe(REFERENCE);
      expect(isReference(written)).toBe(false);
      expect(isReference(REFERENCE)).toBe(true);
    },
  );

  it.each([...OTHER_PREFIXES])('of another kind of record keeps its letters: %s', (prefix) => {
    const reference = referenceFor(prefix, 'a-command');
    expect(readReference(reference)).toBe(reference);
  });

  it('is found in a text by its check character, however its letters are shown', () => {
    const text = 'See DRP-CQGG-BXZC, QAA-CQGG-BXZC and CM-CQGG-BXZC; not DRP-CQGG-BXZU and not ROOM-1234.';
    expect(referencesIn(text)).toEqual([REFERENCE, REFERENCE, 'CM-CQGG-BXZC']);
  });

  it('may have O for 0, and I or L for 1', () => {
    fc.assert(
      fc.property(anyReference, fc.constantFrom('I', 'i', 'L', 'l'), (reference, one) => {
        const written = `DRP-${reference.slice(4).replaceAll('0', 'O').replaceAll('1', one)}`;
        return readReference(written) === reference;
      }),
    );
  });

  it('with any one character wrong is not a reference', () => {
    const characters = charactersOf(REFERENCE);
    for (const [at, right] of characters.entries()) {
      for (const wrong of CROCKFORD.filter((character) => character !== right)) {
        expect(readReference(referenceOf(characters.with(at, wrong)))).toBeUndefined();
      }
    }
  });

  it('with one character wrong is not a reference, whichever it is', () => {
    fc.assert(
      fc.property(anyReference, place, fc.constantFrom(...CROCKFORD), (reference, at, character) => {
        const characters = charactersOf(reference);
        fc.pre(characters[at] !== character);
        return readReference(referenceOf(characters.with(at, character))) === undefined;
      }),
    );
  });

  it('with two neighbours swapped is not a reference, whichever they are', () => {
    fc.assert(
      fc.property(anyReference, fc.integer({ min: 0, max: 6 }), (reference, at) => {
        const characters = charactersOf(reference);
        const [left, right] = [characters[at]!, characters[at + 1]!];
        fc.pre(left !== right);
        return readReference(referenceOf(characters.with(at, right).with(at + 1, left))) === undefined;
      }),
    );
  });

  it.each(['', 'DRP', 'DRP-CQGG', 'DRP-CQGG-BXZCC', 'DRP-CQGG-BXZU', 'D-CQGG-BXZC', 'DRP-CQGG-BXZC; DROP'])(
    'is not %j',
    (written) => {
      expect(readReference(written)).toBeUndefined();
    },
  );
});
