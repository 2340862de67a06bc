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
}

/** The way in which rows are written that are beside one another. */
export interface Writing {
  /** Told the number of rows written so far and in all, now and then. */
  readonly progress?: (written: number, all: number) => void;
  /** Ends it between two rows; another run finishes it. */
  readonly signal?: AbortSignal;
}

/** An import that is on record as begun, and the rows that are still to be written. */
export interface ImportBegun {
  readonly importId: string;
  readonly covers: readonly Coverage[];
  /** Rows of this import in all. */
  readonly rows: number;
  readonly missing: readonly AcceptedRow[];
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
/** After so many rows it is looked whether the import still stands: meanwhile another process may take it back. */
const ROWS_BETWEEN_LOOKS = 100;

/**
 * Writes the accepted rows, each one event on its own stream. All ids are worked out from the rows, so a run that was cut short is
 * finished by running it again, and a finished one adds nothing.
 * @throws Refusal `earlier-import-cut-short` when other files brought some of these rows and never finished
 */
export const importRegister = async (
  services: ImportServices,
  request: ImportRequest,
  writing: Writing = {},
): Promise<ImportOutcome> => {
  const begun = await beginImport(services, request);
  if (begun === null) return { importId: null, covers: coversOf(request), rowsWritten: 0 };
  return writeRows(services, request, begun, writing);
};

/**
 * Puts it on record that an import begins, before any row of it.
 * @returns null when there is nothing that the log does not have already
 * @throws Refusal `earlier-import-cut-short`
 */
export const beginImport = async (
  { executor }: ImportServices,
  request: ImportRequest,
): Promise<ImportBegun | null> => {
  const { checked } = request;
  const covers = coversOf(request);
  const { importId, state } = await importOf(executor, checked.rows, covers);
  const own = checked.rows.filter((row) => row.importedBy === null || row.importedBy === importId);
  await refuseWhereAnotherWasCutShort(executor, checked.rows, importId);
  if (state.status === 'finished' || (state.status === 'not-started' && own.length === 0 && request.covers === null))
    return null;
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
  await executor.execute(importStream(importId), importDecider, { type: 'start-import', ...started }, null, {
    ...envelopeOf(importId, request)('start'),
    asSent: importId,
  });
  return { importId, covers, rows: own.length, missing: own.filter((row) => row.importedBy === null) };
};

/** Writes the rows of an import that is begun, and puts it on record that all of them are there. */
export const writeRows = async (
  services: ImportServices,
  request: ImportRequest,
  { importId, covers, rows, missing }: ImportBegun,
  { progress, signal }: Writing = {},
): Promise<ImportOutcome> => {
  const { executor } = services;
  const envelope = envelopeOf(importId, request);
  await makeNewcomers(services, missing, envelope);
  let written = rows - missing.length;
  await sideBySide(missing, AT_ONCE, async (row) => {
    signal?.throwIfAborted();
    await importRow(services, importId, row, envelope(row.reference));
    if (++written % ROWS_BETWEEN_REPORTS === 0) progress?.(written, rows);
    if (written % ROWS_BETWEEN_LOOKS === 0) await refuseWhereTakenBack(executor, importId);
  });
  const finished = { type: 'finish-import', rowsWritten: rows } as const;
  await executor.execute(importStream(importId), importDecider, finished, null, envelope('finish'));
  return { importId, covers, rowsWritten: missing.length };
};

const coversOf = ({ checked, covers }: ImportRequest): readonly Coverage[] =>
  covers ?? proposedCoverage(checked).covers;

const envelopeOf =
  (importId: string, { actor, occurredAt }: ImportRequest) =>
  (step: string): Envelope => ({
    commandId: derivedId(importId, step),
    correlationId: importId,
    actor,
    occurredAt,
  });

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

const refuseWhereTakenBack = async (executor: Executor, importId: string): Promise<void> => {
  const { state } = await executor.load(importStream(importId), importDecider);
  if (state.status === 'being-withdrawn') refuseHalfWithdrawn(importId);
  if (state.status === 'withdrawn') refuse('import-withdrawn', 'This import was taken back while it was read in.');
};

const refuseHalfWithdrawn = (importId: string): never =>
  refuse(
    'withdrawal-cut-short',
    `The withdrawal of import ${importId} was cut short. Run "footprint register withdraw ${importId}" again to finish it.`,
    { importId },
  );
