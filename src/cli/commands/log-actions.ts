import { existsSync } from 'node:fs';
import { EVERYTHING } from '../../access/view-log/events.js';
import { withoutPrivilegedWords } from '../../disputes/legal-advice/privileged.js';
import { systemClock } from '../../platform/clock/clock.js';
import type { Config } from '../../platform/config/config.js';
import { copyDocuments } from '../../documents/store/copy-documents.js';
import { copyDrafts } from '../../drafts/store/copy-drafts.js';
import { DataFolder } from '../../platform/event-store/data-folder.js';
import { categoryOf, type RecordedEvent } from '../../platform/event-store/event-store.js';
import { eventsOf } from '../../platform/event-store/events-of.js';
import { type LogHead, writtenHead } from '../../platform/event-store/log-head.js';
import type { LogVerification } from '../../platform/event-store/log-verification.js';
import { isLogAt } from '../../platform/event-store/sqlite/log-file.js';
import { restoreLog } from '../../platform/event-store/sqlite/restore.js';
import { SqliteEventStore } from '../../platform/event-store/sqlite/sqlite-event-store.js';
import type { OpenCouncil } from '../council.js';
import { CommandFailed, counted, printExactly, printJson, type Terminal } from '../terminal.js';
import { opened } from './opened.js';

export const rebuild = async ({ readModels }: OpenCouncil, terminal: Terminal): Promise<void> => {
  await readModels.rebuild();
  terminal.print(`Made anew: ${counted(readModels.status().length, 'read model')}.\n`);
};

/** Categories of streams about children. */
const ABOUT_CHILDREN = ['dispute', 'legalAdvice', 'acknowledgement', 'review', 'recommendations', 'challengeMeeting'];

const openedStream = async (council: OpenCouncil, stream: string | undefined): Promise<void> => {
  if (stream === undefined) return opened(council, 'export', 'events', [EVERYTHING]);
  const id = stream.slice(stream.indexOf('-') + 1);
  if (stream.startsWith('child-')) await opened(council, 'history', 'events', [], [id]);
  else if (ABOUT_CHILDREN.includes(categoryOf(stream))) await opened(council, 'history', 'events', [id]);
};

/** For what can be done with a log in the data folder alone. @throws CommandFailed saying what to do instead */
export const mustBeInFolder = ({ log }: Config, instead: string): void => {
  if (log.kind !== 'sqlite')
    throw new CommandFailed(`The log is in EventStoreDB. ${instead} docs/operations.md tells more.`);
};

export const printEvents = async (
  council: OpenCouncil,
  terminal: Terminal,
  { stream, json }: { stream?: string; json?: boolean },
): Promise<void> => {
  const { store } = council;
  await openedStream(council, stream);
  const events = stream === undefined ? eventsOf(store) : await store.read(stream);
  if (json) {
    const all: RecordedEvent[] = [];
    for await (const event of events) all.push(withoutPrivilegedWords(event));
    return printJson(terminal, { events: all });
  }
  for await (const event of events) printExactly(terminal, `${JSON.stringify(withoutPrivilegedWords(event))}\n`);
};

/** Copies the log, and the files beside it, to a file and its neighbours. @throws CommandFailed if there is no log yet */
export const backUpTo = async (
  config: Config,
  terminal: Terminal,
  file: string,
  { json }: { json?: boolean },
): Promise<void> => {
  mustBeInFolder(config, 'Back it up with EventStoreDB, or copy it into a folder with "footprint copy-log".');
  const { logFile, viewsFile, draftsFile } = DataFolder.open(config.dataDir, { readOnly: true });
  if (!isLogAt(logFile)) throw new CommandFailed(`There is no log in ${config.dataDir} yet: nothing to back up.`);
  // The view log is copied first, so that every event that it names is in the copy of the log.
  const views = isLogAt(viewsFile) ? await copyOf(viewsFile, viewsBackup(file)) : null;
  const drafts = existsSync(draftsFile) ? await copyDrafts(draftsFile, draftsBackup(file)) : null;
  const { events, head } = await copyOf(logFile, file);
  // After the log: whatever it names is there by then.
  const { folder } = config.documents;
  const documents = existsSync(folder) ? await copyDocuments(folder, documentsBackup(file)) : null;
  if (json)
    return printJson(terminal, {
      ...{ file, events, head: headOf(head) },
      views: views && { file: viewsBackup(file), events: views.events, head: headOf(views.head) },
      drafts: drafts === null ? null : { file: draftsBackup(file), drafts },
      documents: documents === null ? null : { folder: documentsBackup(file), documents },
    });
  terminal.print(`${counted(events, 'event')} copied to ${file} and checked, head ${headOf(head)}.\n`);
  if (views !== null)
    terminal.print(
      `Who opened what: ${counted(views.events, 'entry', 'entries')} copied to ${viewsBackup(file)} and checked, head ${headOf(views.head)}.\n`,
    );
  if (drafts !== null)
    terminal.print(
      `${counted(drafts, 'draft')} copied to ${draftsBackup(file)}, sealed. The key is not in it: see docs/operations.md.\n`,
    );
  if (documents !== null)
    terminal.print(
      `${counted(documents, 'document')} copied to ${documentsBackup(file)}, sealed. The key is not in it: see docs/operations.md.\n`,
    );
};

/** The backup of the log of who opened what lies beside that of the log. */
const viewsBackup = (file: string): string => `${file}.views`;

/** The drafts of people. */
const draftsBackup = (file: string): string => `${file}.drafts`;

/** The folder of documents lies beside that of the log too. */
const documentsBackup = (file: string): string => `${file}.documents`;

const copyOf = async (from: string, to: string): Promise<LogVerification> => {
  const store = SqliteEventStore.open(from, { clock: systemClock, readOnly: true });
  try {
    return await store.backup(to);
  } finally {
    await store.close();
  }
};

/** As it is noted down; null for an empty log. */
const headOf = (head: LogHead | null): string | null => (head === null ? null : writtenHead(head));

/** Into a folder that holds no data: whatever is there, it may be the only copy of it. */
export const restoreFrom = async (
  config: Config,
  terminal: Terminal,
  file: string,
  { json }: { json?: boolean },
): Promise<void> => {
  mustBeInFolder(config, 'Leave FOOTPRINT_LOG out to restore into a folder, then copy that with "footprint copy-log".');
  const { logFile, readModelsFile, viewsFile, draftsFile, path } = DataFolder.open(config.dataDir, { readOnly: true });
  if ([logFile, readModelsFile, viewsFile, draftsFile].some((each) => existsSync(each)))
    throw new CommandFailed(`${path} holds data already and is not overwritten. Name a new folder with --data-dir.`);
  if (!existsSync(file)) throw new CommandFailed(`There is no file ${file}.`);
  const folder = DataFolder.open(path);
  try {
    const views = existsSync(viewsBackup(file)) ? await restoreLog(viewsBackup(file), viewsFile) : null;
    const drafts = existsSync(draftsBackup(file)) ? await copyDrafts(draftsBackup(file), draftsFile) : null;
    const { events, head } = await restoreLog(file, logFile);
    const documents = existsSync(documentsBackup(file))
      ? await copyDocuments(documentsBackup(file), config.documents.folder)
      : null;
    if (json)
      return printJson(terminal, {
        ...{ folder: path, events, head: headOf(head) },
        views: views && { events: views.events, head: headOf(views.head) },
        drafts: drafts === null ? null : { drafts },
        documents: documents === null ? null : { folder: config.documents.folder, documents },
      });
    terminal.print(
      `${counted(events, 'event')} restored to ${path} and checked, head ${headOf(head)}. Compare it with the one that was printed ` +
        'when the backup was made.\n',
    );
    terminal.print(
      views === null
        ? `There is no ${viewsBackup(file)}: who opened what is not restored.\n`
        : `Who opened what: ${counted(views.events, 'entry', 'entries')} restored and checked, head ${headOf(views.head)}.\n`,
    );
    if (drafts !== null)
      terminal.print(
        `${counted(drafts, 'draft')} restored. They open with the key with which they were sealed: put sealing.key into ${path}, or set FOOTPRINT_SEALING_KEY, before the first start.\n`,
      );
    if (documents !== null)
      terminal.print(
        `${counted(documents, 'document')} restored to ${config.documents.folder}. They open with the key with which they were sealed; "footprint verify" opens each.\n`,
      );
  } finally {
    folder.close();
  }
};
