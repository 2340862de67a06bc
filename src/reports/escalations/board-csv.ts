import { inCouncilWords, referenceShown } from '../../protocol/council-words.js';
import { MAIN_LADDER } from '../../protocol/protocol.js';
import { themeShown } from '../../protocol/theme-shown.js';
import { saidOn } from '../../protocol/said-on.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import { ladderInWords } from '../../disputes/list/ladder-and-level.js';
import { BYTE_ORDER_MARK, csvLines } from '../../register/export/csv.js';
import type { BoardRead, BoardRow } from './escalations.query.js';
import { whoOf } from './escalations.text.js';

type Column = readonly [head: string, cell: (row: BoardRow, says: CouncilSays) => string];

const COLUMNS: readonly Column[] = [
  ['Reference', ({ reference }, { words }) => referenceShown(reference, words)],
  ['Kind', ({ kind, ladder }, says) => saidOn(ladder, says)(kind)],
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

const LADDER: Column = ['Ladder', ({ ladder }, says) => ladderInWords(ladder, says)];

/** The rows of the board for a spreadsheet, without a child: what is due, since when, and with whom. */
export const boardCsv = ({ rows }: BoardRead, says: CouncilSays): string => {
  const hasLadders = says.ladders.length > 0 || rows.some(({ ladder }) => ladder !== MAIN_LADDER);
  const columns = COLUMNS.flatMap((column) => (hasLadders && column[0] === 'Stage' ? [LADDER, column] : [column]));
  const heads = columns.map(([head]) => inCouncilWords(head, says.words, says.kept));
  return BYTE_ORDER_MARK + csvLines([heads, ...rows.map((row) => columns.map(([, cell]) => cell(row, says)))]);
};
