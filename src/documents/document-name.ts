import type { DocumentKind } from './document.js';

/** Characters of a name without its ending. */
const LONGEST = 100;

/** Characters that end a line, steer a terminal, or turn the direction of a text so that a name reads as another. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/**
 * The name under which a document is kept and sent out: what its sender called it, without a path and without what cannot be seen, and with the
 * ending of what it is.
 * @param given as a browser sent it, of any length and with any character
 */
export const documentName = (given: string, { ending, also = [] }: DocumentKind): string => {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const seen = last.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
  const found = endingOf(seen);
  const own = [ending, ...also].find((each) => each === found);
  const stem = (own === undefined ? seen : seen.slice(0, -own.length - 1)).replace(/^[.\s]+|[.\s]+$/g, '');
  const short = [...stem].slice(0, LONGEST).join('').trimEnd();
  return `${short === '' ? 'document' : short}.${own ?? ending}`;
};

/** The ending of a name, in small letters; empty where it has none. */
export const endingOf = (name: string): string => /\.([a-z0-9]{1,10})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
