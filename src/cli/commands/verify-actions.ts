import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projections } from '../../../projections/index.js';
import { CATEGORIES, UPCASTERS } from '../../event-catalogue.js';
import { documentsToVerify } from '../../composition/documents.js';
import { type DocumentFault, type DocumentsVerified, verifyDocuments } from '../../documents/verify-documents.js';
import { systemClock } from '../../platform/clock/clock.js';
import type { Config } from '../../platform/config/config.js';
import { DataFolder } from '../../platform/event-store/data-folder.js';
import type { EventStore, Position } from '../../platform/event-store/event-store.js';
import { openEventStoreDb } from '../../platform/event-store/eventstoredb/open-eventstoredb.js';
import { type LogHead, readHead, writtenHead } from '../../platform/event-store/log-head.js';
import type { LogVerification } from '../../platform/event-store/log-verification.js';
import { isCounted } from '../../platform/event-store/positions.js';
import { isLogAt } from '../../platform/event-store/sqlite/log-file.js';
import { SqliteEventStore } from '../../platform/event-store/sqlite/sqlite-event-store.js';
import { verifyLog } from '../../platform/event-store/sqlite/verify-log.js';
import { withUpcasting } from '../../platform/event-store/upcasting.js';
import { verifyByReading } from '../../platform/event-store/verify-by-reading.js';
import { ProjectionRunner } from '../../platform/projections/projection-runner.js';
import type { TableVerified } from '../../platform/projections/verify.js';
import { withCouncil } from '../council.js';
import { BadUse, CommandFailed, counted, printJson, type Terminal } from '../terminal.js';

export interface VerifyOptions {
  readonly json?: boolean;
  /** A head as it was noted down, or a backup file. */
  readonly against?: string;
}

/**
 * The log as far as it can be seen from itself, and against what was noted before where that is given; and every read model that serves
 * by a recomputation from the first event. The faults are printed first, before the tables that are right, and once more as the reason
 * why the command fails.
 */
export const verify = async (config: Config, terminal: Terminal, { json, against }: VerifyOptions): Promise<void> => {
  const noted = against === undefined ? undefined : await notedHead(against, config);
  const log = await verifyTheLog(config, noted);
  const views = await verifyTheViews(config);
  const documents = log.ok ? await verifyTheDocuments(config) : null;
  const faulty = faultOf('log', log) ?? (views === null ? undefined : faultOf('log of who opened what', views));
  if (faulty !== undefined && !json) terminal.print(`${faulty}\n`);
  const { tables, ahead } = await verifyReadModels(config);
  const wrong = tables.filter((table) => table.differences > 0 || table.failure !== null);
  const differing = ahead ?? (wrong.length === 0 ? undefined : notAsRecomputed(wrong));
  const lost = documents === null ? undefined : lostInWords(documents);
  const worst = faulty ?? lost ?? differing;
  if (json)
    printJson(terminal, {
      ...{ ok: worst === undefined, log: asJson(log, noted) },
      ...{ views: views && asJson(views, undefined), documents, readModels: tables },
    });
  else {
    for (const fault of documents?.faults ?? []) terminal.print(faultInWords(fault));
    if (differing !== undefined) terminal.print(`${differing}\n`);
    if (log.ok) terminal.print(soundInWords(log, noted));
    if (views?.ok)
      terminal.print(`Who opened what: no fault in itself, ${counted(views.events, 'entry', 'entries')}.\n`);
    if (documents !== null && lost === undefined) terminal.print(documentsInWords(documents));
    for (const { name, rows } of tables.filter((table) => !wrong.includes(table)))
      terminal.print(`${name}: ${counted(rows, 'row')}, as recomputed.\n`);
  }
  if (worst !== undefined) throw new CommandFailed(worst);
};

const faultOf = (what: string, { ok, fault }: LogVerification): string | undefined =>
  ok ? undefined : `The ${what} is not as it was written: ${fault?.what ?? 'it cannot be read'}`;

/** Null where nothing was ever opened, or EventStoreDB keeps it, beside the log and by the same rules. */
const verifyTheViews = async ({ log, dataDir }: Config): Promise<LogVerification | null> => {
  const { viewsFile } = DataFolder.open(dataDir, { readOnly: true });
  return log.kind === 'sqlite' && isLogAt(viewsFile) ? verifyLog(viewsFile) : null;
};

/** Every document that an event names, with the key that opens it. */
const verifyTheDocuments = async (config: Config): Promise<DocumentsVerified> => {
  const store = await openToRead(config);
  try {
    return await verifyDocuments(store, documentsToVerify(config));
  } finally {
    await store.close();
  }
};

const openToRead = async ({ log, dataDir }: Config): Promise<EventStore> =>
  log.kind === 'sqlite'
    ? SqliteEventStore.open(join(dataDir, 'log.sqlite'), { clock: systemClock, readOnly: true })
    : await openEventStoreDb(log.connectionString, { categories: CATEGORIES });

/** By its hash and its event, and never by its name. */
const faultInWords = ({ sha256, position, stream, what }: DocumentFault): string =>
  `Document ${sha256}, named by event ${position} of ${stream}, is ${what === 'missing' ? 'missing' : 'damaged, or sealed with another key'}.\n`;

const lostInWords = ({ documents, faults }: DocumentsVerified): string | undefined =>
  faults.length === 0
    ? undefined
    : `${counted(faults.length, 'document is', 'documents are')} not as recorded, of ${documents}: copy what is missing or damaged back into the ` +
      'folder of documents from a backup, and run this again. The log itself is whole.';

const documentsInWords = ({ documents, unnamed }: DocumentsVerified): string =>
  `Documents: ${counted(documents, 'document')}, each as it was recorded.` +
  `${unnamed === 0 ? '' : ` ${counted(unnamed, 'more is', 'more are')} kept that no event names: the act that was to name it was cut short.`}\n`;

const verifyTheLog = async ({ log, dataDir }: Config, noted: LogHead | undefined): Promise<LogVerification> => {
  if (log.kind === 'sqlite') return verifyLog(join(dataDir, 'log.sqlite'), noted);
  const store = await openEventStoreDb(log.connectionString, { categories: CATEGORIES });
  try {
    return await verifyByReading(store, noted);
  } finally {
    await store.close();
  }
};

/** @throws BadUse where it is neither a head of such a log nor a backup of one */
const notedHead = async (written: string, { log }: Config): Promise<LogHead> => {
  const inFolder = log.kind === 'sqlite';
  const head = readHead(written) ?? (inFolder && existsSync(written) ? await headOfBackup(written) : undefined);
  if (head === undefined)
    throw new BadUse(
      `--against takes a head as verify or backup printed it, POSITION:HASH${inFolder ? ', or a backup file' : ''}.`,
    );
  if (isCounted(head.position) !== inFolder)
    throw new BadUse(
      'That head is of another kind of log: one in EventStoreDB and one in a folder have heads of their own, also where one is a ' +
        'copy of the other.',
    );
  return head;
};

const headOfBackup = async (file: string): Promise<LogHead> => {
  const { ok, head, fault } = await verifyLog(file);
  if (!ok) throw new CommandFailed(`The backup ${file} is not sound itself: ${fault?.what}`);
  if (head === null) throw new CommandFailed(`The backup ${file} holds no event: nothing can be compared with it.`);
  return head;
};

/** If it was compared with nothing, `ok` says only that the log agrees with itself. */
const asJson = ({ ok, events, head, fault }: LogVerification, noted: LogHead | undefined) => ({
  ok,
  events,
  head: head === null ? null : writtenHead(head),
  comparedWith: noted === undefined ? null : writtenHead(noted),
  fault,
});

const soundInWords = ({ events, head }: LogVerification, noted: LogHead | undefined): string => {
  const found = `Log: no fault in itself, ${counted(events, 'event')}${head === null ? '' : `, head ${writtenHead(head)}`}.\n`;
  return `${found}${noted === undefined ? NOT_SHOWN : `It holds the head noted at ${noted.position}: up to there nothing was changed, added or taken away.\n`}`;
};

const NOT_SHOWN =
  'This does not show that nothing was cut off its end, or that it was not written anew as a whole: a log cannot show that of ' +
  'itself. Note the head down on another machine, and later give it, or a backup, to verify --against.\n';

const notAsRecomputed = (wrong: readonly TableVerified[]): string =>
  `Not as recomputed: ${wrong.map(tableInWords).join(', ')}. If the log holds the head that was noted last (verify --against), ` +
  '"footprint rebuild" makes the read models anew.';

const tableInWords = ({ name, differences, failure }: TableVerified): string =>
  failure === null ? `${name} (${counted(differences, 'row')})` : `${name} (${failure})`;

interface ReadModelsVerified {
  readonly tables: TableVerified[];
  /** A sentence, if they know events that the log does not have. */
  readonly ahead: string | undefined;
}

/** Beside a running service its read models are compared where they stand; otherwise they are first brought up to date. */
const verifyReadModels = async (config: Config): Promise<ReadModelsVerified> => {
  if (!DataFolder.isInUse(config.dataDir))
    return withCouncil('command', config, ({ readModels, store }) => verified(readModels, store));
  const { logFile, readModelsFile } = DataFolder.open(config.dataDir, { readOnly: true });
  const store = withUpcasting(
    config.log.kind === 'sqlite'
      ? SqliteEventStore.open(logFile, { clock: systemClock, readOnly: true })
      : await openEventStoreDb(config.log.connectionString, { categories: CATEGORIES }),
    UPCASTERS,
  );
  const runner = new ProjectionRunner({ store, path: readModelsFile, projections, readOnly: true });
  try {
    return await verified(runner, store);
  } finally {
    await runner.close();
    await store.close();
  }
};

const verified = async (
  readModels: Pick<ProjectionRunner, 'status' | 'verify'>,
  store: EventStore,
): Promise<ReadModelsVerified> => {
  // Before the log is asked how far it has come: a read model is never ahead of a log that only grows.
  const reached = readModels
    .status()
    .flatMap(({ position }) => position ?? [])
    .sort()
    .at(-1);
  const head = await store.head();
  return { tables: await readModels.verify(), ahead: aheadInWords(reached, head) };
};

const aheadInWords = (reached: Position | undefined, head: Position | undefined): string | undefined =>
  reached === undefined || (head !== undefined && (isCounted(reached) !== isCounted(head) || reached <= head))
    ? undefined
    : `The end of the log is cut off: the read models know events up to ${reached}, and the log ends ` +
      `${head === undefined ? 'before its first' : `with ${head}`}. Stop the service, leave the read models as they are, and look for ` +
      'a backup that holds what is missing. With EventStoreDB, first see that the node that answered is not behind the others.';
