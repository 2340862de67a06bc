import type { About } from '../../web/frame/page.js';
import { rowOfCase } from '../over-time/present-cases.js';
import type { CaseListed } from '../themes/theme-cases.query.js';
import type { FigureFound } from './report-shown.js';

export interface BehindFigure {
  readonly figure: FigureFound;
  /** The records of the figure that its reader may know of. */
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
  const isPraise = items.length > 0 && items.every(({ kind }) => kind === 'acknowledgement');
  return {
    title: 'What a figure counts',
    place: { text: title, href: back },
    says: `${name}: ${counted.count}.`,
    kept: said(keptInWords(counted.count, counted.references.length, items.length, isPraise)),
    dayHead: isPraise ? 'Given' : 'Raised',
    stageHead: said('Stage'),
    rows: items.map((item) => rowOfCase(item, about)),
  };
};

/** @param known of those counted, how many are in records that the reader may know of; and in how many records */
const keptInWords = (counted: number, known: number, records: number, isPraise: boolean): string => {
  const one = isPraise ? 'acknowledgement' : 'dispute';
  const here = records === 1 ? `1 ${one}` : `${records} ${one}s`;
  if (known < counted) return `You may see ${here} of them by your post; the others are only counted for you.`;
  return records === counted ? '' : `They stand in ${here}.`;
};
