import { acknowledgementDecider } from '../../acknowledgements/acknowledgement.js';
import { disputeDecider } from '../../disputes/decide.js';
import { refuse } from '../../platform/decider.js';
import { type Actor, categoryOf, type EventStore } from '../../platform/event-store/event-store.js';
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
 * @returns the number of rows withdrawn by this run, and what was recorded last
 * @throws Refusal `import-not-found`, `import-withdrawn`, `rows-taken-on` when people are already working on some of its disputes
 */
export const withdrawImport = async (
  { store, executor, context }: Omit<ImportServices, 'directory'>,
  importId: string,
  reason: string,
  actor: Actor,
  occurredAt: string,
): Promise<{ readonly rows: number; readonly execution: Execution<ImportState> }> => {
  const stream = importStream(importId);
  const envelope = (step: string): Envelope => ({
    commandId: derivedId(importId, 'withdraw', step),
    correlationId: importId,
    actor,
    occurredAt,
    asSent: step,
  });
  const rows = await rowsOf(store, importId);
  const takenOn = rows.filter((row) => row.takenOn).length;
  if (takenOn > 0)
    refuse(
      'rows-taken-on',
      `${takenOn} of its disputes have been taken on and are being worked on, so the import cannot be withdrawn. Correct its rows instead.`,
      { takenOn },
    );
  await executor.execute(stream, importDecider, { type: 'start-withdrawal', reason }, null, envelope('start'));
  const standing = rows.filter((row) => !row.withdrawn);
  const act = { type: 'withdraw-imported', importId, reason } as const;
  await sideBySide(standing, AT_ONCE, async (row) =>
    categoryOf(row.stream) === 'dispute'
      ? executor.execute(row.stream, disputeDecider, act, context, envelope(row.stream))
      : executor.execute(row.stream, acknowledgementDecider, act, context, envelope(row.stream)),
  );
  const done = { type: 'finish-withdrawal', reason, rowsWithdrawn: rows.length } as const;
  const execution = await executor.execute(stream, importDecider, done, null, envelope('finish'));
  return { rows: standing.length, execution };
};

interface RowOnRecord {
  readonly stream: string;
  readonly withdrawn: boolean;
  readonly takenOn: boolean;
}

/** The rows that an import brought, as their own streams tell it. */
const rowsOf = async (store: EventStore, importId: string): Promise<RowOnRecord[]> => {
  const rows = new Map<string, RowOnRecord>();
  for await (const { stream, type, data } of eventsOf(store, ['dispute', 'acknowledgement'])) {
    if (data.importId === importId) rows.set(stream, { stream, withdrawn: type.endsWith('Withdrawn'), takenOn: false });
    else if (type === 'ImportedDisputeTakenOn' && rows.has(stream))
      rows.set(stream, { ...rows.get(stream)!, takenOn: true });
    else if (data.importId !== undefined) rows.delete(stream);
  }
  return [...rows.values()];
};
