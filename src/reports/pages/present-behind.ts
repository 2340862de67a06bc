import type { About } from '../../web/frame/page.js';
import { rowOfCase } from '../over-time/present-cases.js';
import type { CaseListed } from '../themes/theme-cases.query.js';
import type { FigureFound } from './report-shown.js';

export interface BehindFigure {
  readonly figure: FigureFound;
  /** Disputes of the year, and where it needs them of the year before, that its reader may know of. */
  readonly items: readonly CaseListed[];
  /** Of the report. */
  readonly title: string;
  /** Path of the report. */
  readonly back: string;
}

/** The records behind a figure of a report, each once, also where it counts several answers or actions of one. */
export const presentBehind = ({ figure, items, title, back }: BehindFigure, about: About): object => {
  const { said } = about.words;
  const { name, counted } = figure;
  const references = new Set(counted.references);
  const rows = items.filter(({ reference }) => references.has(reference));
  return {
    title: 'What a figure counts',
    place: { text: title, href: back },
    says: `${name}: ${counted.count}.`,
    kept: said(keptInWords(counted.count, counted.references.length, rows.length)),
    dayHead: 'Raised',
    stageHead: said('Stage'),
    rows: rows.map((item) => rowOfCase(item, about)),
  };
};

/** @param known of those counted, how many are in records that the reader may know of; and in how many records */
const keptInWords = (counted: number, known: number, records: number): string => {
  const here = records === 1 ? '1 dispute' : `${records} disputes`;
  if (known < counted) return `You may see ${here} of them by your post; the others are only counted for you.`;
  return records === counted ? '' : `They stand in ${here}.`;
};
