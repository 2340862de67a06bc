import { NOT_COLLECTED } from './coverage.js';
import type { Definition } from './definitions.js';
import { textTable } from './text-table.js';
import type { Shared, SharedOf } from './yearly.js';

/** A yearly report for people: its figures, what they count, and what must be known before comparing. */
export const yearlyText = (
  title: string,
  lines: readonly string[] | null,
  definitions: readonly Definition[],
  notes: readonly string[],
): string =>
  [
    title,
    '',
    ...(lines ?? ['Nothing is known of this year; the notes say why.']),
    '',
    'What is counted',
    ...definitions.map(({ label, definition }) => `- ${label}: ${definition}`),
    ...notes.map((note) => `Note: ${note}.`),
  ].join('\n');

/** Counts and their shares as a table of their own. */
export const shares = <Figure extends Shared>(
  title: string,
  figures: readonly Figure[],
  label: (figure: Figure) => string,
): string =>
  textTable(
    [{ heading: title }, { heading: 'Count', figures: true }, { heading: 'Share', figures: true }],
    figures.map((figure) => [label(figure), String(figure.count), figure.percent === null ? '' : `${figure.percent}%`]),
  );

export { NOT_COLLECTED };

/** "2 (5%) of 40 recorded in the service". */
export const amongInWords = (shared: SharedOf | null, base: string): string =>
  shared === null ? NOT_COLLECTED : `${inWords(shared)} of ${shared.of} ${base}`;

/** "12 (40%)". */
export const inWords = (shared: Shared | null): string => {
  if (shared === null) return NOT_COLLECTED;
  return shared.percent === null ? String(shared.count) : `${shared.count} (${shared.percent}%)`;
};
