import { csvLines } from '../register/export/csv.js';
import type { FeedPage } from './feed-page.js';
import type { FeedTable, FeedValue } from './feed-table.js';

/** A page as CSV: a heading for each field, `true` and `false`, nothing for what is empty, and a list with semicolons between. */
export const feedCsv = ({ fields }: FeedTable, { rows }: FeedPage): string =>
  csvLines([fields.map(({ name }) => name), ...rows.map((row) => fields.map(({ name }) => cellOf(row[name] ?? null)))]);

const cellOf = (value: FeedValue): string => {
  if (value === null) return '';
  return typeof value === 'object' ? value.join('; ') : String(value);
};
