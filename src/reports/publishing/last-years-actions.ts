import { dayInWords } from '../../calendar/in-words.js';
import type { Edition } from './edition.js';
import { PROGRESS_IN_WORDS } from './in-words.js';

/** A table whose cells are words. */
export interface TableOfWords {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

/** What became of what an earlier report announced, as every paper and file of an edition says it; null where nothing was entered. */
export const actionsTable = ({ actions }: Pick<Edition, 'actions'>): TableOfWords | null =>
  actions.length === 0
    ? null
    : {
        title: 'Last year’s actions',
        columns: ['Who holds it', 'Progress', 'What was done', 'As of'],
        rows: actions.map(({ what, holder, progress, sentence, asAt }) => ({
          label: what,
          cells: [holder, PROGRESS_IN_WORDS[progress], sentence, dayInWords(asAt)],
        })),
      };

/** The sign before a line of a list: a dash, a point, a number. */
const BEFORE_A_LINE = /^(?:[-–—*•·]|\(?\d{1,2}[.)])\s+/u;

/** What a section of priorities announces: each of its lines, without the sign of a list before it. */
export const prioritiesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replace(BEFORE_A_LINE, ''))
    .filter((line) => line !== '');
