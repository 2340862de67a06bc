import { fileTypeFromBuffer } from 'file-type';
import { type DocumentKind, kindOf } from '../document.js';
import { endingOf } from '../document-name.js';
import { isDamaged, isNotUtf8, isOfNoKindTaken, isOldOffice } from '../refusals.js';

const BOXED = 'application/x-cfb';

/**
 * The kind of a file, by its content: its name says only whether a text is a table.
 * @throws Refusal `document-kind-not-taken`, `document-damaged`
 */
export const kindFound = async (bytes: Buffer, name: string): Promise<DocumentKind> => {
  const found = await typeOf(bytes);
  if (found === undefined) return kindOfText(bytes, name);
  if (found === BOXED) throw isOldOffice();
  const kind = kindOf(found);
  if (kind === undefined) throw isOfNoKindTaken();
  return kind;
};

const typeOf = async (bytes: Buffer): Promise<string | undefined> => {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime;
  } catch {
    // It begins as something, and goes on as nothing that could be read.
    throw isDamaged();
  }
};

/** A text has no mark by which it is known: it must be named as one, and hold nothing but text. A page or a picture in letters is neither. */
const kindOfText = (bytes: Buffer, name: string): DocumentKind => {
  const ending = endingOf(name);
  if (ending !== 'txt' && ending !== 'csv') throw isOfNoKindTaken();
  if (!isText(bytes)) throw isNotUtf8();
  return kindOf(ending === 'csv' ? 'text/csv' : 'text/plain')!;
};

const isText = (bytes: Buffer): boolean => {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};
