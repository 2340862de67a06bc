import { NOT_COLLECTED } from '../coverage.js';
import type { Dimension, ThemeFigure, ThemeFigures } from './theme-figures.js';
import { themeShown } from '../../protocol/theme-shown.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import { textTable } from '../text-table.js';

const HEADINGS: Record<Dimension, string> = {
  kind: 'Kind',
  team: 'Team',
  iro: 'IRO',
  service: 'Service',
  quarter: 'Quarter',
  theme: 'Theme',
  themeGroup: 'Theme group',
  ladder: 'Ladder',
  stage: 'Stage',
  level: 'Level',
};

/** The themes table for people: the counts with their shares, then what they mean and what must be known before comparing. */
export const themesText = (
  { year, by, rows, notes }: ThemeFigures,
  { themes }: Pick<CouncilSays, 'themes'>,
): string => {
  const bases = [...new Set(rows.flatMap(({ base, of }) => (base === null ? [] : [`${base} (${of})`])))];
  return [
    `Themes of ${year}`,
    '',
    textTable(
      [
        ...(by.includes('kind') ? [] : [{ heading: 'Records' }]),
        ...by.map((dimension) => ({ heading: HEADINGS[dimension] })),
        ...['Count', 'Share', 'Children', 'Withdrawn'].map((heading) => ({ heading, figures: true as const })),
      ],
      rows.map(({ records, dimensions, count, note, share, children, withdrawn }) => [
        ...(by.includes('kind') ? [] : [records]),
        ...by.map((dimension) => inWords(dimension, dimensions[dimension] ?? null, themes)),
        ...(count === null
          ? [note ?? '', '', '', '']
          : [count, share === null ? '' : `${share}%`, children ?? NOT_COLLECTED, withdrawn ?? NOT_COLLECTED]
        ).map(String),
      ]),
    ),
    '',
    'Count: records by the date raised or given, under the team of that day; those raised in error left out, those withdrawn included.',
    'All disputes (records): informal and formal records together; an informal dispute that became formal is one of each.',
    `Share: whole per cent, half up, ${bases.length === 0 ? 'of nothing here' : `each of its own base: ${bases.join('; ')}`}. Children: each once in each line.`,
    ...rows
      .filter(({ count, note }) => count !== null && note !== null)
      .map((row) => `Note: ${lineInWords(by, row, themes)}: ${row.note}.`),
    ...notes.map((note) => `Note: ${note}.`),
  ].join('\n');
};

const lineInWords = (
  by: readonly Dimension[],
  { records, dimensions }: ThemeFigure,
  themes: CouncilSays['themes'],
): string =>
  [
    records,
    ...by
      .filter((dimension) => dimension !== 'kind')
      .map((dimension) => inWords(dimension, dimensions[dimension] ?? null, themes)),
  ].join(', ');

const inWords = (dimension: Dimension, value: string | number | null, themes: CouncilSays['themes']): string => {
  if (value === null) return '-';
  if (dimension === 'theme' || dimension === 'themeGroup') return labelled(String(value), themes);
  return String(value);
};

const labelled = (code: string, themes: CouncilSays['themes']): string => {
  const { label } = themeShown(code, themes);
  return label === code ? code : `${code} ${label}`;
};

/** One figure. `count` is null, and `note` says why, where nothing is known: "no register", "not collected". */
export type ThemeRow = { readonly [dimension in Dimension]?: string | number | null } & {
  /** The kind that is counted, if neither a dimension nor a filter says so. */
  readonly records?: string;
  readonly count: number | null;
  readonly note?: string;
};

/** The JSON that programs get: what is counted, the dimensions asked for and the count. */
export interface Themes extends Pick<ThemeFigures, 'year' | 'by' | 'notes'> {
  readonly rows: readonly ThemeRow[];
}

/** For programs: no more than the dimensions and the count of each figure. */
export const plainThemes = ({ year, by, rows, notes }: ThemeFigures): Themes => {
  const isOneKind = new Set(rows.map(({ records }) => records)).size === 1 && rows[0]!.filters.kind !== 'disputes';
  return {
    year,
    by,
    rows: rows.map(({ records, dimensions, count, note }) => ({
      ...(by.includes('kind') || isOneKind ? {} : { records }),
      ...dimensions,
      count,
      ...(note === null ? {} : { note }),
    })),
    notes,
  };
};
