import { join, resolve } from 'node:path';
import { VIEW_LOG_CATEGORIES } from '../../event-catalogue.js';
import { systemClock } from '../../platform/clock/clock.js';
import { copyDocuments } from '../../documents/store/copy-documents.js';
import { readConfig } from '../../platform/config/config.js';
import { logIn } from '../../platform/config/log-config.js';
import { copyLog, type CopyProgress, type LogCopied } from '../../platform/event-store/copy-log.js';
import { DataFolder } from '../../platform/event-store/data-folder.js';
import { type AppendsInOrder, categoryOf, type EventStore } from '../../platform/event-store/event-store.js';
import { openEventStoreDb } from '../../platform/event-store/eventstoredb/open-eventstoredb.js';
import { openedLate } from '../../platform/event-store/opened-late.js';
import { partOf } from '../../platform/event-store/part-of.js';
import { isLogAt } from '../../platform/event-store/sqlite/log-file.js';
import { SqliteEventStore } from '../../platform/event-store/sqlite/sqlite-event-store.js';
import { verifyLog } from '../../platform/event-store/sqlite/verify-log.js';
import { BadUse, CommandFailed, counted, printJson, type Terminal } from '../terminal.js';

export interface CopyLogOptions {
  readonly from: string;
  readonly to: string;
  readonly json?: boolean;
}

/** Copies a log from one place to another, proves it, and says how many events, how fast, and to which digest. */
export const copyLogFromTo = async (terminal: Terminal, { from, to, json }: CopyLogOptions): Promise<void> => {
  const [there, here] = [placeFor(from, terminal), placeFor(to, terminal)];
  if (addressOf(there) === addressOf(here)) throw new BadUse('--from and --to are the same log.');
  const source = await openSource(there, terminal);
  try {
    const target = await openTarget(here, terminal);
    try {
      const begun = millisecondsNow();
      const { events, copied, digest } = await copyLog(source.store, target.store, sayingNowAndThen(terminal));
      const views = await copyViews(source, target, terminal);
      const documents = await copyDocumentsOf(source, target);
      const seconds = Math.max(millisecondsNow() - begun, 1) / 1_000;
      await target.verify();
      const perSecond = Math.round(copied / seconds);
      if (json) return printJson(terminal, { events, copied, digest, seconds, perSecond, views, documents });
      terminal.print(
        `${counted(copied, 'event')} copied, ${counted(perSecond, 'event')} a second with the proof. ` +
          `Both logs hold ${counted(events, 'event')}, one by one the same, digest ${digest}.\n`,
      );
      if (views !== null)
        terminal.print(
          `Who opened what: ${counted(views.copied, 'entry', 'entries')} copied, ${counted(views.events, 'entry', 'entries')} ` +
            `in both, digest ${views.digest}.\n`,
        );
      terminal.print(documentsInWords(documents, target));
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
};

/** The log of who opened which record goes over by the same proof. */
const copyViews = async (
  { views }: Pick<OpenLog, 'views'>,
  target: Pick<OpenLog, 'views'>,
  terminal: Terminal,
): Promise<LogCopied | null> =>
  views === null || target.views === null ? null : copyLog(views, target.views, sayingNowAndThen(terminal));

/** After the log, so that whatever it names is there by then. Null where it is not known where they are to go. */
const copyDocumentsOf = async (source: OpenLog, target: OpenLog): Promise<number | null> => {
  if (source.documents === null || target.documents === null) return null;
  return source.documents === target.documents ? 0 : copyDocuments(source.documents, target.documents);
};

const documentsInWords = (documents: number | null, { documents: folder }: OpenLog): string =>
  documents === null
    ? 'Documents were not copied: set FOOTPRINT_DOCUMENTS to the folder that the instances share, and run this again.\n'
    : `${counted(documents, 'document')} copied to ${folder}, sealed. They open with the same sealing key: see docs/operations.md.\n`;

/** The place of a log: a data folder, or EventStoreDB. */
type Place = { readonly folder: string } | { readonly connectionString: string };

/** A connection string may hold a password, which a list of processes would show: so the setting that holds it can be named instead. */
const placeFor = (written: string, { environment }: Terminal): Place => {
  const log =
    written === 'FOOTPRINT_LOG' ? readConfig(environment).log : written.includes('://') ? logIn(written) : null;
  if (log === null) return { folder: resolve(written) };
  if (log.kind === 'sqlite') throw new BadUse('FOOTPRINT_LOG is not set, and so names no EventStoreDB.');
  return log;
};

const addressOf = (place: Place): string => ('folder' in place ? place.folder : place.connectionString);

interface OpenLog {
  readonly store: EventStore & Partial<AppendsInOrder>;
  /** The log of who opened which record; null in a folder in which nobody ever did. */
  readonly views: (EventStore & Partial<AppendsInOrder>) | null;
  /** The folder in which the documents lie that the log names; null where no setting says it. */
  readonly documents: string | null;
  /** Proves of such a log what there is to prove besides its events. */
  verify(): Promise<void>;
  close(): Promise<void>;
}

/** A folder is only read, also beside a running service: what that writes meanwhile is noticed at the end. */
const openSource = async (place: Place, terminal: Terminal): Promise<OpenLog> => {
  if ('connectionString' in place) return openServer(place.connectionString, terminal);
  const documents = documentsOf(place);
  const { logFile, viewsFile } = DataFolder.open(place.folder, { readOnly: true });
  const reading = { clock: systemClock, readOnly: true };
  const store = SqliteEventStore.open(logFile, reading);
  const views = isLogAt(viewsFile) ? SqliteEventStore.open(viewsFile, reading) : null;
  return { store, views, documents, verify: async () => undefined, close: () => closeAll(store, views) };
};

/** A folder is made where there is none, and is this process's alone meanwhile. */
const openTarget = async (place: Place, terminal: Terminal): Promise<OpenLog> => {
  if ('connectionString' in place) return openServer(place.connectionString, terminal);
  const folder = DataFolder.open(place.folder);
  const store = SqliteEventStore.open(folder.logFile, { clock: systemClock });
  const views = viewsOpenedLate(folder.viewsFile);
  return {
    store,
    views,
    documents: documentsOf(place),
    verify: async () => {
      for (const file of [folder.logFile, folder.viewsFile].filter(isLogAt)) {
        const { ok, fault } = await verifyLog(file);
        if (!ok) throw new CommandFailed(`The copy is not sound: ${fault?.what ?? 'it cannot be read'}`);
      }
    },
    close: async () => {
      await closeAll(store, views);
      folder.close();
    },
  };
};

/** A view log that is opened when it is first used, so that no file is made if nobody ever opened anything. */
const viewsOpenedLate = (file: string): EventStore & AppendsInOrder => {
  let opened: SqliteEventStore | undefined;
  const open = (): SqliteEventStore => (opened ??= SqliteEventStore.open(file, { clock: systemClock }));
  return { ...openedLate(open), appendInOrder: async (appends) => open().appendInOrder(appends) };
};

/** Of a folder they lie in it, as they do unless a setting says otherwise. */
const documentsOf = ({ folder }: { readonly folder: string }): string => join(folder, 'documents');

/** Of a log in EventStoreDB they lie where the setting of the instances says. */
const documentsNamedIn = ({ environment }: Terminal): string | null => {
  const { folder, isNamed } = readConfig(environment).documents;
  return isNamed ? folder : null;
};

const closeAll = async (...stores: readonly (EventStore | null)[]): Promise<void> => {
  for (const store of stores) await store?.close();
};

const isOfViews = (stream: string): boolean => VIEW_LOG_CATEGORIES.includes(categoryOf(stream));

/** Every stream that is not the server's own, so that nothing somebody else has written there goes unnoticed. */
const openServer = async (connectionString: string, terminal: Terminal): Promise<OpenLog> => {
  const store = await openEventStoreDb(connectionString, {
    onTrouble: (error) =>
      terminal.say(`footprint: ${error instanceof Error ? error.message : 'EventStoreDB was away'}\n`),
  });
  return {
    store: partOf(store, (stream) => !isOfViews(stream)),
    views: partOf(store, isOfViews),
    documents: documentsNamedIn(terminal),
    verify: async () => undefined,
    close: () => store.close(),
  };
};

/** Milliseconds between two words of progress. */
const SAY_EVERY = 2_000;

const sayingNowAndThen = (terminal: Terminal): ((progress: CopyProgress) => void) => {
  let said = millisecondsNow();
  return ({ step, events }) => {
    const now = millisecondsNow();
    if (now - said < SAY_EVERY) return;
    said = now;
    terminal.say(`footprint: ${step}, ${counted(events, 'event')}\n`);
  };
};

const millisecondsNow = (): number => Date.parse(systemClock.now());
