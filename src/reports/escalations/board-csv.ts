import { inCouncilWords, referenceShown } from '../../protocol/council-words.js';
import { themeShown } from '../../protocol/theme-shown.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import { BYTE_ORDER_MARK, csvLines } from '../../register/export/csv.js';
import type { BoardRead, BoardRow } from './escalations.query.js';
import { whoOf } from './escalations.text.js';

type Column = readonly [head: string, cell: (row: BoardRow, says: CouncilSays) => string];

const COLUMNS: readonly Column[] = [
  ['Reference', ({ reference }, { words }) => referenceShown(reference, words)],
  ['Kind', ({ kind }, { words }) => inCouncilWords(kind, words)],
  ['Team', ({ team }) => team.name ?? team.id],
  ['Service', ({ service }) => service ?? ''],
  ['Children', ({ childCount }) => String(childCount)],
  ['Theme', ({ theme }, { themes }) => themeShown(theme, themes).label],
  ['Raised on', ({ raisedOn }) => raisedOn],
  ['Working days since', ({ day }) => String(day)],
  ['Stage', ({ stageName, stage }) => stageName ?? String(stage)],
  ['Stage began on', ({ stageBeganOn }) => stageBeganOn],
  ['Waits for', ({ waitsFor }) => waitsFor],
  ['Who', (row) => whoOf(row)],
  ['First date', ({ firstDueOn }) => firstDueOn ?? ''],
  ['Due', ({ due }) => due.dueOn ?? ''],
  ['Late', ({ due }) => (due.late ? 'yes' : 'no')],
  ['Working days late', ({ due }) => (due.daysLate === null ? '' : String(due.daysLate))],
];

/** The rows of the board for a spreadsheet, without a child: what is due, since when, and with whom. */
export const boardCsv = ({ rows }: BoardRead, says: CouncilSays): string => {
  const heads = COLUMNS.map(([head]) => inCouncilWords(head, says.words, says.kept));
  return BYTE_ORDER_MARK + csvLines([heads, ...rows.map((row) => COLUMNS.map(([, cell]) => cell(row, says)))]);
};
