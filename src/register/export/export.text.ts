import { BYTE_ORDER_MARK, csvLines } from './csv.js';
import type { RegisterExported, RowWritten, Written } from './export.query.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import type { RegisterFact } from '../../disputes/events.js';
import { exportMapping, headingsIn, type LayoutMapped } from './layout.js';

export interface FileOfRegister {
  readonly name: string;
  readonly text: string;
  /** Facts for which it has no column, since the registers of its rows had none. */
  readonly lacks: readonly RegisterFact[];
  /** Of each of its rows, the reference under which its record is kept here. */
  readonly references: readonly string[];
}

type Says = Pick<CouncilSays, 'words' | 'kept'>;

/**
 * The register as files: its rows as CSV under headings in the council's words, one file for each layout, and the mapping by which they
 * can be imported again.
 */
export const registerFiles = (
  { disputes, acknowledgements }: RegisterExported,
  says: Says,
): { readonly registers: readonly FileOfRegister[]; readonly mapping: FileOfRegister } => ({
  registers: [...filesOf('disputes', disputes, says), ...filesOf('acknowledgements', acknowledgements, says)],
  mapping: {
    name: 'mapping.yaml',
    text: exportMapping(says, [...mapped('disputes', disputes), ...mapped('acknowledgements', acknowledgements)]),
    ...{ lacks: [], references: [] },
  },
});

const mapped = <Field extends string>(holds: LayoutMapped['holds'], layouts: Written<Field>): LayoutMapped[] =>
  layouts.map(({ columns }) => ({ holds, columns }));

const filesOf = <Field extends string>(name: string, layouts: Written<Field>, says: Says): FileOfRegister[] =>
  layouts.map(({ columns, lacks, rows }, at) => ({
    name: `${name}${at === 0 ? '' : `-${at + 1}`}.csv`,
    text: table(headingsIn(columns, says), rows),
    lacks,
    references: rows.map(({ reference }) => reference),
  }));

const table = <Field extends string>(
  headings: Readonly<Record<Field, string>>,
  rows: readonly RowWritten<Field>[],
): string => {
  const fields = Object.keys(headings) as Field[];
  const lines = rows.map(({ cells }) => fields.map((field) => cells[field]));
  return BYTE_ORDER_MARK + csvLines([fields.map((field) => headings[field]), ...lines]);
};
