/**
 * A table of the feed as data: from which rows it is made, by which key its pages go on, and what each field says. It holds ids and
 * codes, days and counts; a person’s name and what anybody wrote are in no field.
 */
export interface FeedTable {
  readonly name: string;
  /** The meaning of one row. */
  readonly row: string;
  /** SQL after `FROM`. */
  readonly from: string;
  /** SQL of the columns that make the key, which an index gives in order. */
  readonly key: readonly string[];
  readonly fields: readonly FeedField[];
}

export interface FeedField {
  readonly name: string;
  readonly type: FeedType;
  /** SQL of its value. Of pseudonyms it gives the ids of the children. */
  readonly sql: string;
  /** The meaning of the column, in one sentence; the same sentence stands in docs/feed.md. */
  readonly meaning: string;
}

/** `pseudonyms`: of children, the same for a child in every table and at every time. */
export type FeedType = 'text' | 'number' | 'yes-no' | 'day' | 'list' | 'pseudonym' | 'pseudonyms';

export type FeedValue = string | number | boolean | readonly string[] | null;
export type FeedRow = Readonly<Record<string, FeedValue>>;

type Described = readonly [name: string, sql: string, meaning: string];

const fieldOf =
  (type: FeedType) =>
  (...[name, sql, meaning]: Described): FeedField => ({ name, type, sql, meaning });

export const text = fieldOf('text');
export const number = fieldOf('number');
export const yesNo = fieldOf('yes-no');
export const day = fieldOf('day');
export const list = fieldOf('list');
export const pseudonym = fieldOf('pseudonym');
export const pseudonyms = fieldOf('pseudonyms');
