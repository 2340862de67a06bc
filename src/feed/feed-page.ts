import type { Instant } from '../calendar/calendar.js';
import { malformed } from '../platform/http/problem.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { FeedField, FeedRow, FeedTable, FeedValue } from './feed-table.js';

/** Rows a page: a tool that reads all of it asks seldom, and nobody waits for one page. */
export const FEED_PAGE = 1_000;
export const LARGEST_FEED_PAGE = 10_000;

export interface FeedPage {
  readonly rows: readonly FeedRow[];
  /** The place at which the next page begins; null on the last. */
  readonly next: string | null;
}

export interface FeedPageAsked {
  /** As a page before gave it. */
  readonly after?: string;
  readonly limit?: number;
}

/** Gives the pseudonym under which a child stands in the feed. */
export type PseudonymOf = (child: string) => string;

/**
 * A page of a table, in the order of its key, so that a row is on one page and no other however many are added meanwhile.
 * @throws Problem `malformed` where `after` is none that a page gave
 */
export const feedPage = (
  table: FeedTable,
  { after, limit = FEED_PAGE }: FeedPageAsked,
  { readModels, now, pseudonymOf }: { readModels: ReadModels; now: Instant; pseudonymOf: PseudonymOf },
): FeedPage => {
  const from = after === undefined ? undefined : keyIn(after, table);
  const found = readModels.all<Record<string, unknown>>(queryOf(table, from !== undefined), {
    ...(from === undefined ? {} : Object.fromEntries(from.map((value, at) => [`after${at}`, value]))),
    now,
    most: limit + 1,
  });
  const shown = found.slice(0, limit);
  return {
    rows: shown.map((row) =>
      Object.fromEntries(table.fields.map((field) => [field.name, valueOf(field, row[field.name], pseudonymOf)])),
    ),
    next: found.length > limit ? writtenKey(table.key.map((_, at) => shown.at(-1)![`key${at}`] as KeyPart)) : null,
  };
};

const queryOf = ({ fields, key, from }: FeedTable, isLaterPage: boolean): string => {
  const shown = fields.map(({ name, sql }) => `${sql} AS "${name}"`);
  const keys = key.map((column, at) => `${column} AS key${at}`);
  const later = isLaterPage ? `WHERE (${key.join(', ')}) > (${key.map((_, at) => `:after${at}`).join(', ')})` : '';
  return `SELECT ${[...shown, ...keys].join(', ')} FROM ${from} ${later} ORDER BY ${key.join(', ')} LIMIT :most`;
};

const valueOf = ({ type }: FeedField, kept: unknown, pseudonymOf: PseudonymOf): FeedValue => {
  if (kept === null || kept === undefined) return null;
  switch (type) {
    case 'yes-no':
      return kept === 1 || kept === true;
    case 'list':
      return listIn(kept);
    case 'pseudonym':
      return pseudonymOf(kept as string);
    case 'pseudonyms':
      return listIn(kept).map(pseudonymOf);
    default:
      return kept as string | number;
  }
};

const listIn = (kept: unknown): readonly string[] => (typeof kept === 'string' ? JSON.parse(kept) : kept) as string[];

type KeyPart = string | number;

const writtenKey = (parts: readonly KeyPart[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

const keyIn = (written: string, { key }: FeedTable): readonly KeyPart[] => {
  try {
    const parts = JSON.parse(Buffer.from(written, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(parts) && parts.length === key.length && parts.every(isKeyPart)) return parts;
  } catch {
    // Not one that a page gave: said below.
  }
  throw malformed('/after', 'is not one that a page of this table gave: begin again without it');
};

const isKeyPart = (part: unknown): part is KeyPart => typeof part === 'string' || typeof part === 'number';
