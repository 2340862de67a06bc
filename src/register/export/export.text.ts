import { BYTE_ORDER_MARK, csvLines } from './csv.js';
import type { RegisterExported } from './export.query.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import type { RegisterFact } from '../../disputes/events.js';
import { exportMapping, headingsIn, type Layout, type LayoutMapped } from './layout.js';

export interface FileOfRegister {
  readonly name: string;
  readonly text: string;
  /** Facts for which it has no column, since the registers of its rows had none. */
  readonly lacks: readonly RegisterFact[];
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
    lacks: [],
  },
});

type Layouts<Field extends string> = readonly Layout<Field, Readonly<Record<Field, string>>>[];

const mapped = <Field extends string>(holds: LayoutMapped['holds'], layouts: Layouts<Field>): LayoutMapped[] =>
  layouts.map(({ columns }) => ({ holds, columns }));

const filesOf = <Field extends string>(name: string, layouts: Layouts<Field>, says: Says): FileOfRegister[] =>
  layouts.map(({ columns, lacks, rows }, at) => ({
    name: `${name}${at === 0 ? '' : `-${at + 1}`}.csv`,
    text: table(headingsIn(columns, says), rows),
    lacks,
  }));

const table = <Field extends string>(
  headings: Readonly<Record<Field, string>>,
  rows: readonly Readonly<Record<Field, string>>[],
): string => {
  const fields = Object.keys(headings) as Field[];
  const lines = rows.map((row) => fields.map((field) => row[field]));
  return BYTE_ORDER_MARK + csvLines([fields.map((field) => headings[field]), ...lines]);
};
