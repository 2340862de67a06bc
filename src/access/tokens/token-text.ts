import { readReference } from '../../platform/ids.js';
import { newSecret } from '../../platform/secret.js';

/** The beginning of every id of a token. */
export const TOKEN_PREFIX = 'TOK';

/** How every token begins, so that it is known for one wherever it turns up. */
const MARK = 'fpt';
const TOKEN_TEXT = new RegExp(`^${MARK}_(${TOKEN_PREFIX}-[0-9A-Z]{4}-[0-9A-Z]{4})_[\\w-]{43}$`);

/** The text of a new token, `fpt_<id>_<secret>`: 256 bits of chance. Shown once, to the person who made it. */
export const newTokenText = (token: string): string => `${MARK}_${token}_${newSecret()}`;

/** The id in the text of a token; undefined where it has not the form of one. */
export const idInTokenText = (text: string): string | undefined => {
  const id = TOKEN_TEXT.exec(text)?.[1];
  return id !== undefined && readReference(id) === id ? id : undefined;
};

/** The id of a token as a person may write it, put into its one form; undefined where it is none. */
export const readTokenId = (written: string): string | undefined => {
  const id = readReference(written);
  return id?.startsWith(`${TOKEN_PREFIX}-`) ? id : undefined;
};
