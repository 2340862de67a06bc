import type { WhatMoves } from '../../deadlines/what-moves.js';
import { textTable } from '../../reports/text-table.js';

/** The dates that a calendar would move, for people. */
export const whatMovesText = ({ moves }: Pick<WhatMoves, 'moves'>): string => {
  if (moves.length === 0) return 'No date moves; restricted records are left out.';
  const table = textTable(
    [{ heading: 'Of' }, { heading: 'Date' }, { heading: 'From' }, { heading: 'To' }],
    moves.map(({ reference, deadline, from, to }) => [reference, deadline, from, to]),
  );
  return `${table}\n${moves.length} ${moves.length === 1 ? 'date moves' : 'dates move'}; restricted records are left out.`;
};
