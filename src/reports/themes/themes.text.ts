import type { Dimension, ThemeFigures } from './theme-figures.js';
import { themeOf } from '../../protocol/themes.js';
import { textTable } from '../text-table.js';

const HEADINGS: Record<Dimension, string> = {
  kind: 'Kind',
  team: 'Team',
  iro: 'IRO',
  service: 'Service',
  quarter: 'Quarter',
  theme: 'Theme',
  themeGroup: 'Theme group',
  stage: 'Stage',
};

/** The themes table for people: the counts with their shares, then what they mean and what must be known before comparing. */
export const themesText = ({ year, by, rows, notes }: ThemeFigures): string =>
  [
    `Themes of ${year}`,
    '',
    textTable(
      [
        ...by.map((dimension) => ({ heading: HEADINGS[dimension] })),
        ...['Count', 'Share', 'Children', 'Withdrawn'].map((heading) => ({ heading, figures: true as const })),
      ],
      rows.map(({ dimensions, count, note, share, children, withdrawn }) => [
        ...by.map((dimension) => inWords(dimension, dimensions[dimension] ?? null)),
        ...(count === null
          ? [note ?? '', '', '', '']
          : [count, share === null ? '' : `${share}%`, children, withdrawn]
        ).map(String),
      ]),
    ),
    '',
    'Count: records by the date raised or given, under the team of that day; voided left out, withdrawn included.',
    'Share: of all records of that kind in the year, whole per cent, half up. Children: each once in each line.',
    ...notes.map((note) => `Note: ${note}.`),
  ].join('\n');

const inWords = (dimension: Dimension, value: string | number | null): string => {
  if (value === null) return '-';
  if (dimension === 'theme' || dimension === 'themeGroup')
    return `${value} ${themeOf(String(value))?.label ?? ''}`.trim();
  return String(value);
};

/** One figure. `count` is null, and `note` says why, where nothing is known: "no register", "not collected". */
export type ThemeRow = { readonly [dimension in Dimension]?: string | number | null } & {
  readonly count: number | null;
  readonly note?: string;
};

/** The JSON that programs get: the dimensions asked for and the count. */
export interface Themes extends Pick<ThemeFigures, 'year' | 'by' | 'notes'> {
  readonly rows: readonly ThemeRow[];
}

/** For programs: no more than the dimensions and the count of each figure. */
export const plainThemes = ({ year, by, rows, notes }: ThemeFigures): Themes => ({
  year,
  by,
  rows: rows.map(({ dimensions, count, note }) => ({ ...dimensions, count, ...(note === null ? {} : { note }) })),
  notes,
});
