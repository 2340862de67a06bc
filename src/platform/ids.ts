import { createHash } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Namespace of every id derived here; made once, never to change. */
const NAMESPACE = Buffer.from('5f0f7e7b1c3d4c0e9a512f6d1d1b7a10', 'hex');

/** UUIDv5 of some parts: the same parts give the same id on every machine. */
export const derivedId = (...parts: (string | number)[]): string => {
  const digest = createHash('sha1').update(NAMESPACE).update(parts.join('\u0000')).digest().subarray(0, 16);
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/**
 * A reference that can be read over a telephone: a prefix and eight Crockford base-32 characters, the last a check character,
 * for example `DRP-7K4M-2QXH`. It is worked out from the command id, so no counter is needed. `attempt` gives the next
 * candidate in the rare case that another command already has this one.
 */
export const referenceFor = (prefix: string, commandId: string, attempt = 0): string => {
  const digest = createHash('sha256').update(`${prefix}\u0000${commandId}\u0000${attempt}`).digest();
  let bits = digest.readBigUInt64BE() >> 29n; // 35 bits, seven characters
  const values: number[] = [];
  for (let i = 0; i < 7; i++) {
    values.unshift(Number(bits & 31n));
    bits >>= 5n;
  }
  const characters = [...values, checkValue(values)].map((value) => CROCKFORD[value]!).join('');
  return `${prefix}-${characters.slice(0, 4)}-${characters.slice(4)}`;
};

/** Letters of the references that a council may show with letters of its own. */
export const MAIN_PREFIX = 'DRP';

/** Letters of all other references. They are the same in every council. */
export const OTHER_PREFIXES: ReadonlySet<string> = new Set([
  ...['PA', 'RVW', 'REC', 'CM', 'MS', 'PRP', 'ACC', 'TOK', 'CLH', 'RPT', 'DLE'],
]);

/**
 * Puts a reference as a person may write it (lower case, spaces, O for 0, I or L for 1) into its one form, or gives undefined if
 * it is not one: the check character finds every single wrong character and every swap of two neighbours.
 *
 * Letters that no other kind of record has are those by which some council shows, or showed, its main references: they are read as
 * {@link MAIN_PREFIX}, which alone is ever kept, so that no adoption of other letters changes what an old one stands for.
 */
export const readReference = (written: string): string | undefined => {
  const match = /^\s*([a-z]{2,4})[\s-]*([0-9a-z]{4})[\s-]*([0-9a-z]{4})\s*$/i.exec(written);
  if (!match) return undefined;
  const characters = (match[2]! + match[3]!).toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  const values = [...characters].map((character) => CROCKFORD.indexOf(character));
  if (values.includes(-1) || values[7] !== checkValue(values.slice(0, 7))) return undefined;
  const prefix = match[1]!.toUpperCase();
  return `${OTHER_PREFIXES.has(prefix) ? prefix : MAIN_PREFIX}-${characters.slice(0, 4)}-${characters.slice(4)}`;
};

/** Every reference that stands in a text, however its letters are shown, in its one form. */
export const referencesIn = (text: string): string[] =>
  (text.match(/\b[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g) ?? []).flatMap((written) => readReference(written) ?? []);

/** Of a reference in its one form. */
export const prefixOf = (reference: string): string => reference.slice(0, reference.indexOf('-'));

/** Whether a text is a reference in its one form, as it is kept: nothing that a person called something else by. */
export const isReference = (text: string): boolean => readReference(text) === text;

/**
 * Damm's scheme over the 32 characters: one step is `(interim * 2) xor value` in the field of 32 elements, which finds every
 * single wrong character and every swap of two neighbours.
 */
const checkValue = (values: readonly number[]): number => values.reduce((interim, value) => twice(interim ^ value), 0);

const twice = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;
