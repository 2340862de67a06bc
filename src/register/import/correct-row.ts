import { acknowledgementDecider } from '../../acknowledgements/acknowledgement.js';
import type { AcknowledgementEvent } from '../../acknowledgements/events.js';
import { disputeDecider } from '../../disputes/decide.js';
import type { DisputeEvent, RegisterFact } from '../../disputes/events.js';
import { type Recorded, Refusal } from '../../platform/decider.js';
import type { Actor, RecordedEvent } from '../../platform/event-store/event-store.js';
import { digestOf, type Envelope, type Execution } from '../../platform/executor.js';
import { derivedId } from '../../platform/ids.js';
import { type Holds, streamOf } from '../check/on-record.js';
import { columnsOf, EXPORTED_ACKNOWLEDGEMENTS, EXPORTED_DISPUTES, exportMapping } from '../export/layout.js';
import { acknowledgementCells, disputeCells, namesFrom } from '../export/write-row.js';
import type { AcknowledgementShape, DisputeShape } from '../mapping/mapping.js';
import { readMapping } from '../mapping/read-mapping.js';
import { sameHeading } from '../reading/spreadsheet.js';
import { Cells } from '../rows/cells.js';
import type { Council } from '../rows/council.js';
import { harmless } from '../rows/formulas.js';
import { readAcknowledgement, readDispute, type RowResult } from '../rows/read-row.js';
import { acknowledgementOfRow, disputeOfRow } from './facts-of-row.js';
import { findRow } from './find-row.js';
import type { ImportServices } from './import-register.js';
import { makeNewcomers } from './newcomers.js';

export interface Correction {
  /** The council's own reference, or Footprint's. */
  readonly reference: string;
  /** New cells by heading or field of the exported register: `Theme` is `LIFE`. */
  readonly cells: ReadonlyMap<string, string>;
  readonly reason: string;
  readonly actor: Actor;
  readonly occurredAt: string;
  /** Of the request, where a person sent one; left out it is worked out, so that the same correction is made once. */
  readonly sent?: Pick<Envelope, 'commandId' | 'ifRevision' | 'asSent'>;
}

/**
 * Corrects an imported row: the row is written out as an export would write it, the cells are changed, and it is read again by the
 * rules of every row. The row as it was stays in the log.
 * @returns Footprint's reference of the row, and what was recorded: nothing, if the row says so already
 * @throws Refusal `row-not-found`, `not-a-column`, `correction-refused` with what is expected
 */
export const correctRow = async (
  services: ImportServices & { readonly council: Council },
  { reference: written, cells, reason, actor, occurredAt, sent }: Correction,
): Promise<{ readonly reference: string; readonly execution: Execution<unknown> }> => {
  const { executor, context } = services;
  const { holds, reference, events } = await findRow(services.store, written);
  const read = reread(services, holds, events, cells);
  if ('problems' in read) throw refusal(read.problems.map(({ column, reason: why }) => `${column}: ${why}`).join(' '));
  const step = digestOf({ facts: read.facts, reason, after: events.length });
  const envelope = (name: string): Envelope => ({ commandId: derivedId('correct', step, name), actor, occurredAt });
  await makeNewcomers(services, [read], envelope);
  const stream = streamOf(holds, reference);
  const act = { type: 'correct-imported', reason } as const;
  const ofTheRow = { ...envelope('row'), ...sent };
  const execution: Execution<unknown> =
    read.holds === 'disputes'
      ? await executor.execute(stream, disputeDecider, { ...act, facts: read.facts }, context, ofTheRow)
      : await executor.execute(stream, acknowledgementDecider, { ...act, facts: read.facts }, context, ofTheRow);
  return { reference, execution };
};

const mappingOfExports = () => readMapping(exportMapping(), 'mapping.yaml');

const reread = (
  { directory, council }: ImportServices & { readonly council: Council },
  holds: Holds,
  events: readonly RecordedEvent[],
  changes: ReadonlyMap<string, string>,
): RowResult => {
  const mapping = mappingOfExports();
  const names = namesFrom(directory, council.today);
  const rowCells = <Field extends string>(
    layout: Readonly<Record<Field, string>>,
    cells: Record<Field, string>,
    lacks: readonly RegisterFact[],
  ) => {
    const changed = withChanges(layout, cells, changes);
    // A row says nothing of what its file had no column for, unless this correction does.
    const unsaid: readonly string[] = columnsOf(lacks).filter((field) => changed[field as Field] === '');
    const fields = (Object.keys(layout) as Field[]).filter((field) => !unsaid.includes(field));
    const columns = Object.fromEntries(fields.map((field, at) => [field, { at, heading: layout[field] }]));
    return new Cells<Field>(
      fields.map((field) => harmless(changed[field])),
      columns as { [Each in Field]: { at: number; heading: string } },
      mapping,
      council.today,
    );
  };
  if (holds === 'disputes') {
    const row = disputeOfRow(events as unknown as Recorded<DisputeEvent>[]) ?? noRow(events);
    const cells = rowCells(EXPORTED_DISPUTES, disputeCells(row, names), row.lacks);
    return readDispute(cells, mapping.shapes[0] as DisputeShape, mapping, council);
  }
  const row = acknowledgementOfRow(events as unknown as Recorded<AcknowledgementEvent>[]) ?? noRow(events);
  const cells = rowCells(EXPORTED_ACKNOWLEDGEMENTS, acknowledgementCells(row, names), row.lacks);
  return readAcknowledgement(cells, mapping.shapes[1] as AcknowledgementShape, mapping, council);
};

const withChanges = <Field extends string>(
  layout: Readonly<Record<Field, string>>,
  cells: Record<Field, string>,
  changes: ReadonlyMap<string, string>,
): Record<Field, string> => {
  const fields = (Object.keys(layout) as Field[]).filter((field) => field !== 'reference');
  const changed = { ...cells };
  for (const [name, value] of changes) {
    const field = fields.find((each) => sameHeading(each, name) || sameHeading(layout[each], name));
    if (field === undefined)
      throw new Refusal(
        'invalid',
        'not-a-column',
        `"${name}" is not a column that can be corrected; these can: ${fields.map((each) => layout[each]).join(', ')}.`,
      );
    changed[field] = value;
  }
  return changed;
};

const refusal = (problems: string): Refusal =>
  new Refusal('invalid', 'correction-refused', `The row would not be right. ${problems}`);

/** @throws Refusal `import-withdrawn`, `not-imported` */
const noRow = (events: readonly RecordedEvent[]): never => {
  if (events.some(({ type }) => type.endsWith('Imported')))
    throw new Refusal(
      'rule',
      'import-withdrawn',
      'This row belongs to an import that has been withdrawn, and counts no more. Mend it in its file, and read that in again.',
    );
  throw new Refusal('rule', 'not-imported', 'Only a row of an imported register is corrected like this.');
};
