import { createHash } from 'node:crypto';
import { acknowledgementDecider } from '../../acknowledgements/acknowledgement.js';
import { disputeDecider } from '../../disputes/decide.js';
import type { DisputeContext } from '../../disputes/context.js';
import type { Directory } from '../../directory/directory.js';
import { refuse } from '../../platform/decider.js';
import type { Actor, EventStore } from '../../platform/event-store/event-store.js';
import type { Envelope, Executor } from '../../platform/executor.js';
import { derivedId } from '../../platform/ids.js';
import type { AcceptedRow, CheckedRegister } from '../check/check.js';
import { streamOf } from '../check/on-record.js';
import type { Coverage } from '../events.js';
import { proposedCoverage } from './coverage.js';
import { makeNewcomers } from './newcomers.js';
import { importDecider, type ImportState, importStream } from './register-import.js';
import { sideBySide } from './side-by-side.js';

/** The ports of an import: everything the composition gives out. */
export interface ImportServices {
  readonly store: EventStore;
  readonly executor: Executor;
  readonly directory: Directory;
  readonly context: DisputeContext;
}

export interface ImportRequest {
  readonly checked: CheckedRegister;
  readonly mappingSha256: string;
  /** The period for which the register speaks; proposed from its rows where null. */
  readonly covers: readonly Coverage[] | null;
  readonly actor: Actor;
  readonly occurredAt: string;
  /** Told the number of rows written so far and in all, now and then. */
  readonly progress?: (written: number, all: number) => void;
}

export interface ImportOutcome {
  /** Null when there was nothing that the log does not have already. */
  readonly importId: string | null;
  readonly covers: readonly Coverage[];
  readonly rowsWritten: number;
}

/** So many rows share each commit of the log. */
const AT_ONCE = 64;
const ROWS_BETWEEN_REPORTS = 1_000;

/**
 * Writes the accepted rows, each one event on its own stream. All ids are worked out from the rows, so a run that was cut short is
 * finished by running it again, and a finished one adds nothing.
 * @throws Refusal `earlier-import-cut-short` when other files brought some of these rows and never finished
 */
export const importRegister = async (services: ImportServices, request: ImportRequest): Promise<ImportOutcome> => {
  const { executor } = services;
  const { checked, actor, occurredAt } = request;
  const covers = request.covers ?? proposedCoverage(checked).covers;
  const { importId, state } = await importOf(executor, checked.rows, covers);
  const own = checked.rows.filter((row) => row.importedBy === null || row.importedBy === importId);
  const missing = own.filter((row) => row.importedBy === null);
  await refuseWhereAnotherWasCutShort(executor, checked.rows, importId);
  if (state.status === 'finished' || (state.status === 'not-started' && own.length === 0 && request.covers === null))
    return { importId: null, covers, rowsWritten: 0 };

  const envelope = (step: string): Envelope => ({
    commandId: derivedId(importId, step),
    correlationId: importId,
    actor,
    occurredAt,
  });
  const started = {
    importId,
    files: checked.files.map(({ name, sha256, rows, accepted, duplicates, refused }) => ({
      name,
      sha256,
      rows,
      accepted,
      duplicates: duplicates.length,
      refused: refused.length,
    })),
    mappingSha256: request.mappingSha256,
    rows: own.length,
    covers: [...covers],
  };
  const stream = importStream(importId);
  await executor.execute(stream, importDecider, { type: 'start-import', ...started }, null, {
    ...envelope('start'),
    asSent: importId,
  });
  await makeNewcomers(services, missing, envelope);
  let written = own.length - missing.length;
  await sideBySide(missing, AT_ONCE, async (row) => {
    await importRow(services, importId, row, envelope(row.reference));
    if (++written % ROWS_BETWEEN_REPORTS === 0) request.progress?.(written, own.length);
  });
  await executor.execute(
    stream,
    importDecider,
    { type: 'finish-import', rowsWritten: own.length },
    null,
    envelope('finish'),
  );
  return { importId, covers, rowsWritten: missing.length };
};

/** The number of an import is worked out from what it says; one that was withdrawn is followed by another of its own. */
const importOf = async (
  executor: Executor,
  rows: readonly AcceptedRow[],
  covers: readonly Coverage[],
): Promise<{ importId: string; state: ImportState }> => {
  const said = createHash('sha256');
  for (const reference of rows.map((row) => `${row.reference} ${row.digest}`).sort()) said.update(`${reference}\n`);
  for (const covered of covers.map(({ kind, from, to }) => `${kind} ${from} ${to}`).sort()) said.update(`${covered}\n`);
  const content = said.digest('hex');
  for (let attempt = 0; ; attempt++) {
    const importId = derivedId('import', content, attempt);
    const { state } = await executor.load(importStream(importId), importDecider);
    if (state.status === 'being-withdrawn') return refuseHalfWithdrawn(importId);
    if (state.status !== 'withdrawn') return { importId, state };
  }
};

const importRow = async (
  { executor, context }: ImportServices,
  importId: string,
  { holds, facts, ownReference, source, reference }: AcceptedRow,
  envelope: Envelope,
): Promise<void> => {
  const stream = streamOf(holds, reference);
  const row = { type: 'import-row', importId, reference, ownReference, source } as const;
  const asSent = { importId, facts };
  if (holds === 'disputes')
    await executor.execute(stream, disputeDecider, { ...row, facts }, context, { ...envelope, asSent });
  else await executor.execute(stream, acknowledgementDecider, { ...row, facts }, context, { ...envelope, asSent });
};

/** Rows of an import that never finished are counted as incomplete; taking its other rows over would hide that for ever. */
const refuseWhereAnotherWasCutShort = async (
  executor: Executor,
  rows: readonly AcceptedRow[],
  importId: string,
): Promise<void> => {
  for (const other of new Set(rows.map((row) => row.importedBy))) {
    if (other === null || other === importId) continue;
    const { state } = await executor.load(importStream(other), importDecider);
    if (state.status === 'started')
      refuse(
        'earlier-import-cut-short',
        `Some of these rows came with import ${other}, which was cut short. Run it again with its own files and mapping to finish ` +
          `it, or withdraw it; then import these.`,
        { importId: other },
      );
  }
};

const refuseHalfWithdrawn = (importId: string): never =>
  refuse(
    'withdrawal-cut-short',
    `The withdrawal of import ${importId} was cut short. Run "footprint register withdraw ${importId}" again to finish it.`,
    { importId },
  );
