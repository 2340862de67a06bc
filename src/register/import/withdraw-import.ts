import { acknowledgementDecider } from '../../acknowledgements/acknowledgement.js';
import { disputeDecider } from '../../disputes/decide.js';
import { refuse } from '../../platform/decider.js';
import { type Actor, categoryOf, type EventStore, type JsonObject } from '../../platform/event-store/event-store.js';
import { eventsOf } from '../../platform/event-store/events-of.js';
import type { Envelope, Execution } from '../../platform/executor.js';
import { derivedId } from '../../platform/ids.js';
import type { ImportServices } from './import-register.js';
import { importDecider, type ImportState, importStream } from './register-import.js';
import { sideBySide } from './side-by-side.js';

const AT_ONCE = 64;

/**
 * Takes a whole import back, as recorded acts with a reason: its rows are counted no more, and stay readable. Run again after it was
 * cut short, it finishes.
 * @returns the number of rows withdrawn by this run
 * @throws Refusal `import-not-found`, `import-withdrawn`, `rows-taken-on` when people are already working on some of its disputes
 */
export const withdrawImport = async (
  services: WithdrawalServices,
  importId: string,
  reason: string,
  actor: Actor,
  occurredAt: string,
): Promise<{ readonly rows: number }> => {
  const begun = await beginWithdrawal(services, importId, reason, actor, occurredAt);
  await withdrawRows(services, begun);
  return { rows: begun.standing.length };
};

type WithdrawalServices = Omit<ImportServices, 'directory'>;

/** A withdrawal that is on record as begun, and the rows that still stand. */
export interface WithdrawalBegun {
  readonly importId: string;
  readonly reason: string;
  readonly actor: Actor;
  readonly occurredAt: string;
  /** Rows of the import in all. */
  readonly rows: number;
  readonly standing: readonly RowOnRecord[];
  readonly execution: Execution<ImportState>;
}

/**
 * Puts it on record that an import is taken back, before any row of it.
 * @throws Refusal `import-not-found`, `import-withdrawn`, `rows-taken-on`
 */
export const beginWithdrawal = async (
  { store, executor }: WithdrawalServices,
  importId: string,
  reason: string,
  actor: Actor,
  occurredAt: string,
): Promise<WithdrawalBegun> => {
  const rows = await rowsOf(store, importId);
  const takenOn = rows.filter((row) => row.takenOnAt !== null).length;
  if (takenOn > 0)
    refuse(
      'rows-taken-on',
      `${takenOn} of its disputes have been taken on and are being worked on, so the import cannot be withdrawn. ` +
        'Where one was taken on by mistake, take that back first; void each that is wrong.',
      { takenOn },
    );
  const named = { importId, reason, actor, occurredAt };
  const act = { type: 'start-withdrawal', reason } as const;
  const execution = await executor.execute(
    importStream(importId),
    importDecider,
    act,
    null,
    envelopeOf(named)('start'),
  );
  return { ...named, execution, rows: rows.length, standing: rows.filter((row) => !row.withdrawn) };
};

/**
 * Takes back the rows of an import of which that is begun, and puts it on record that all of them are.
 * @param signal ends it between two rows; another run finishes it
 */
export const withdrawRows = async (
  { executor, context }: WithdrawalServices,
  begun: WithdrawalBegun,
  signal?: AbortSignal,
): Promise<Execution<ImportState>> => {
  const { importId, reason } = begun;
  const envelope = envelopeOf(begun);
  const act = { type: 'withdraw-imported', importId, reason } as const;
  await sideBySide(begun.standing, AT_ONCE, async (row) => {
    signal?.throwIfAborted();
    return categoryOf(row.stream) === 'dispute'
      ? executor.execute(row.stream, disputeDecider, act, context, envelope(row.stream))
      : executor.execute(row.stream, acknowledgementDecider, act, context, envelope(row.stream));
  });
  const done = { type: 'finish-withdrawal', reason, rowsWithdrawn: begun.rows } as const;
  return executor.execute(importStream(importId), importDecider, done, null, envelope('finish'));
};

const envelopeOf =
  ({ importId, actor, occurredAt }: Pick<WithdrawalBegun, 'importId' | 'actor' | 'occurredAt'>) =>
  (step: string): Envelope => ({
    commandId: derivedId(importId, 'withdraw', step),
    correlationId: importId,
    actor,
    occurredAt,
    asSent: step,
  });

interface RowOnRecord {
  readonly stream: string;
  readonly withdrawn: boolean;
  /** The place in its history at which somebody took it on; null where nobody has, or that was taken back. */
  readonly takenOnAt: number | null;
}

/** The rows that an import brought, as their own streams tell it. */
const rowsOf = async (store: EventStore, importId: string): Promise<RowOnRecord[]> => {
  const rows = new Map<string, RowOnRecord>();
  for await (const { stream, type, data, revision } of eventsOf(store, ['dispute', 'acknowledgement'])) {
    const row = rows.get(stream);
    if (data.importId === importId)
      rows.set(stream, { stream, withdrawn: type.endsWith('Withdrawn'), takenOnAt: null });
    else if (type === 'ImportedDisputeTakenOn' && row !== undefined) rows.set(stream, { ...row, takenOnAt: revision });
    else if (type === 'EntryTakenBack' && row !== undefined && takesBack(data, row.takenOnAt))
      rows.set(stream, { ...row, takenOnAt: null });
    else if (data.importId !== undefined) rows.delete(stream);
  }
  return [...rows.values()];
};

const takesBack = ({ revisions }: JsonObject, revision: number | null): boolean =>
  Array.isArray(revisions) && revisions.includes(revision);
