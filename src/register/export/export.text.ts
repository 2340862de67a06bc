import { BYTE_ORDER_MARK, csvLines } from './csv.js';
import type { RegisterExported } from './export.query.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import { EXPORTED_ACKNOWLEDGEMENTS, EXPORTED_DISPUTES, exportMapping, headingsIn } from './layout.js';

export interface FileOfRegister {
  readonly name: string;
  readonly text: string;
}

/** The register as files: its rows as CSV under headings in the council's words, and the mapping by which they can be imported again. */
export const registerFiles = (
  { disputes, acknowledgements }: RegisterExported,
  says: Pick<CouncilSays, 'words' | 'kept'>,
): readonly FileOfRegister[] => [
  { name: 'disputes.csv', text: table(headingsIn(EXPORTED_DISPUTES, says), disputes) },
  { name: 'acknowledgements.csv', text: table(headingsIn(EXPORTED_ACKNOWLEDGEMENTS, says), acknowledgements) },
  { name: 'mapping.yaml', text: exportMapping(says) },
];

const table = <Field extends string>(
  headings: Readonly<Record<Field, string>>,
  rows: readonly Readonly<Record<Field, string>>[],
): string => {
  const fields = Object.keys(headings) as Field[];
  const lines = rows.map((row) => fields.map((field) => row[field]));
  return BYTE_ORDER_MARK + csvLines([fields.map((field) => headings[field]), ...lines]);
};
