import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projections } from '../../../projections/index.js';
import { withoutPrivilegedWords } from '../../disputes/legal-advice/privileged.js';
import { CATEGORIES, UPCASTERS } from '../../event-catalogue.js';
import { systemClock } from '../../platform/clock/clock.js';
import type { Config } from '../../platform/config/config.js';
import { DataFolder } from '../../platform/event-store/data-folder.js';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import { eventsOf } from '../../platform/event-store/events-of.js';
import { EventStoreDbEventStore } from '../../platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { restoreLog } from '../../platform/event-store/sqlite/restore.js';
import { SqliteEventStore } from '../../platform/event-store/sqlite/sqlite-event-store.js';
import { type LogVerification, verifyLog } from '../../platform/event-store/sqlite/verify-log.js';
import { withUpcasting } from '../../platform/event-store/upcasting.js';
import { ProjectionRunner } from '../../platform/projections/projection-runner.js';
import type { TableVerified } from '../../platform/projections/verify.js';
import { type Council, withCouncil } from '../council.js';
import { CommandFailed, counted, printJson, type Terminal } from '../terminal.js';

export const rebuild = async ({ readModels }: Council, terminal: Terminal): Promise<void> => {
  await readModels.rebuild();
  terminal.print(`Made anew: ${counted(readModels.status().length, 'read model')}.\n`);
};

/** For what can be done with a log in the data folder alone. @throws CommandFailed saying what to do instead */
export const mustBeInFolder = ({ log }: Config, instead: string): void => {
  if (log.kind !== 'sqlite')
    throw new CommandFailed(`The log is in EventStoreDB. ${instead} docs/operations.md tells more.`);
};

/**
 * The log by its own chain of hashes (EventStoreDB checks its own), and every read model that serves by a recomputation from the first event. What is wrong is said
 * first, before the tables that are right, and once more as the reason why the command fails.
 */
export const verify = async (config: Config, terminal: Terminal, { json }: { json?: boolean }): Promise<void> => {
  const log = config.log.kind === 'sqlite' ? await verifyLog(join(config.dataDir, 'log.sqlite')) : null;
  const faulty =
    log?.ok === false ? `The log is not as it was written: ${log.fault?.what ?? 'it cannot be read'}` : undefined;
  if (faulty !== undefined && !json) terminal.print(`${faulty}\n`);
  const tables = await verifyReadModels(config);
  const wrong = tables.filter((table) => table.differences > 0 || table.failure !== null);
  const differing =
    wrong.length === 0
      ? undefined
      : `Not as recomputed: ${wrong.map(tableInWords).join(', ')}. "footprint rebuild" makes the read models anew.`;
  const worst = faulty ?? differing;
  if (json) printJson(terminal, { ok: worst === undefined, log, readModels: tables });
  else {
    if (differing !== undefined) terminal.print(`${differing}\n`);
    if (faulty === undefined) terminal.print(log === null ? IN_EVENTSTOREDB : intact(log));
    for (const { name, rows } of tables.filter((table) => !wrong.includes(table)))
      terminal.print(`${name}: ${counted(rows, 'row')}, as recomputed.\n`);
  }
  if (worst !== undefined) throw new CommandFailed(worst);
};

const IN_EVENTSTOREDB = 'Log: in EventStoreDB, which checks what it keeps by itself.\n';
const intact = ({ events, hash }: LogVerification): string =>
  `Log: intact, ${counted(events, 'event')}, hash ${hash}.\n`;

/** Beside a running service its read models are compared where they stand; otherwise they are first brought up to date. */
const verifyReadModels = async (config: Config): Promise<TableVerified[]> => {
  if (!DataFolder.isInUse(config.dataDir))
    return withCouncil('command', config, ({ readModels }) => readModels.verify());
  const { logFile, readModelsFile } = DataFolder.open(config.dataDir, { readOnly: true });
  const store = withUpcasting(
    config.log.kind === 'sqlite'
      ? SqliteEventStore.open(logFile, { clock: systemClock, readOnly: true })
      : EventStoreDbEventStore.open(config.log.connectionString, { categories: CATEGORIES }),
    UPCASTERS,
  );
  const runner = new ProjectionRunner({ store, path: readModelsFile, projections, readOnly: true });
  try {
    return await runner.verify();
  } finally {
    await runner.close();
    await store.close();
  }
};

const tableInWords = ({ name, differences, failure }: TableVerified): string =>
  failure === null ? `${name} (${counted(differences, 'row')})` : `${name} (${failure})`;

export const printEvents = async (
  { store }: Council,
  terminal: Terminal,
  { stream, json }: { stream?: string; json?: boolean },
): Promise<void> => {
  const events = stream === undefined ? eventsOf(store) : await store.read(stream);
  if (json) {
    const all: RecordedEvent[] = [];
    for await (const event of events) all.push(withoutPrivilegedWords(event));
    return printJson(terminal, { events: all });
  }
  for await (const event of events) terminal.print(`${JSON.stringify(withoutPrivilegedWords(event))}\n`);
};

export const backUpTo = async (
  config: Config,
  terminal: Terminal,
  file: string,
  { json }: { json?: boolean },
): Promise<void> => {
  mustBeInFolder(config, 'Back it up with EventStoreDB, or copy it into a folder with "footprint copy-log".');
  const { logFile } = DataFolder.open(config.dataDir, { readOnly: true });
  if (!existsSync(logFile)) throw new CommandFailed(`There is no log in ${config.dataDir} yet: nothing to back up.`);
  const store = SqliteEventStore.open(logFile, { clock: systemClock, readOnly: true });
  try {
    const { events, hash } = await store.backup(file);
    if (json) return printJson(terminal, { file, events, hash });
    terminal.print(`${counted(events, 'event')} copied to ${file} and checked, hash ${hash}.\n`);
  } finally {
    await store.close();
  }
};

/** Into a folder that holds no data: whatever is there, it may be the only copy of it. */
export const restoreFrom = async (
  config: Config,
  terminal: Terminal,
  file: string,
  { json }: { json?: boolean },
): Promise<void> => {
  mustBeInFolder(config, 'Leave FOOTPRINT_LOG out to restore into a folder, then copy that with "footprint copy-log".');
  const { logFile, readModelsFile, path } = DataFolder.open(config.dataDir, { readOnly: true });
  if (existsSync(logFile) || existsSync(readModelsFile))
    throw new CommandFailed(`${path} holds data already and is not overwritten. Name a new folder with --data-dir.`);
  if (!existsSync(file)) throw new CommandFailed(`There is no file ${file}.`);
  const folder = DataFolder.open(path);
  try {
    const { events, hash } = await restoreLog(file, logFile);
    if (json) return printJson(terminal, { folder: path, events, hash });
    terminal.print(
      `${counted(events, 'event')} restored to ${path} and checked, hash ${hash}. Compare it with the one that was printed ` +
        'when the backup was made.\n',
    );
  } finally {
    folder.close();
  }
};
