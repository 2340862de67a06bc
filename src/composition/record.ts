import { existsSync } from 'node:fs';
import type { Provider } from '@nestjs/common';
import { projections } from '../../projections/index.js';
import { CouncilCalendar } from '../calendar/council-calendar.js';
import { directoryFrom } from '../directory/directory-from.js';
import { lasting } from '../directory/lasting.js';
import { CATEGORIES, UPCASTERS, versionOf } from '../event-catalogue.js';
import type { Config } from '../platform/config/config.js';
import { DataFolder, DataFolderUnusable } from '../platform/event-store/data-folder.js';
import type { EventStore } from '../platform/event-store/event-store.js';
import { openEventStoreDb } from '../platform/event-store/eventstoredb/open-eventstoredb.js';
import { rememberingStreams } from '../platform/event-store/remembered-streams.js';
import { SqliteEventStore } from '../platform/event-store/sqlite/sqlite-event-store.js';
import { withUpcasting } from '../platform/event-store/upcasting.js';
import { Executor } from '../platform/executor.js';
import { failureOf } from '../platform/logging/failure.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { ProjectionRunner } from '../platform/projections/projection-runner.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import type { Clock } from '../platform/clock/clock.js';
import { EVENT_STORE, READ_MODELS } from '../platform/store-tokens.js';
import { LogAsAt } from '../reading/log-as-at.js';
import { followedBy, watchedStore } from '../platform/watching/watched-store.js';
import { ProtocolLibrary } from '../protocol/protocol-library.js';
import { WordsNow } from '../protocol/words-now.js';
import type { Composed } from './composition.js';

/** The data folder of this process; null where it needs none. */
export const DATA_FOLDER = Symbol('DataFolder');

/** The log, what is folded from it, and the one path by which it is written. */
export const record = (composed: Composed): Provider[] => {
  const { watcher, log, onProgress } = composed;
  return [
    { provide: DATA_FOLDER, useFactory: () => (composed.store ? null : folderFor(composed)) },
    {
      provide: EVENT_STORE,
      inject: [DATA_FOLDER],
      useFactory: async (folder: DataFolder | null) =>
        rememberingStreams(
          watchedStore(withUpcasting(composed.store ?? (await openLog(composed, folder)), UPCASTERS), watcher),
        ),
    },
    {
      provide: ProjectionRunner,
      inject: [EVENT_STORE, DATA_FOLDER],
      useFactory: (store: EventStore, folder: DataFolder | null) =>
        new ProjectionRunner({
          store: followedBy('read-models', store, watcher),
          ...{ projections, onProgress, ...readModelsFor(folder, composed) },
          onTrouble: (error) => log?.warn('read models', failureOf(error)),
        }),
    },
    { provide: READ_MODELS, useExisting: ProjectionRunner },
    {
      provide: LogAsAt,
      inject: [EVENT_STORE],
      useFactory: (store: EventStore) => new LogAsAt(store, projections),
    },
    {
      provide: Executor,
      inject: [EVENT_STORE],
      useFactory: (store: EventStore) => new Executor(store, versionOf, watcher),
    },
    {
      provide: ProtocolLibrary,
      inject: [EVENT_STORE],
      useFactory: (store: EventStore) => new ProtocolLibrary(store),
    },
    {
      provide: WordsNow,
      inject: [ProtocolLibrary, CLOCK],
      useFactory: (protocols: ProtocolLibrary, clock: Clock) => new WordsNow(protocols, clock),
    },
    {
      provide: CouncilCalendar,
      inject: [EVENT_STORE],
      useFactory: (store: EventStore) => new CouncilCalendar(store),
    },
    {
      provide: DIRECTORY,
      inject: [READ_MODELS],
      useFactory: (readModels: ReadModels) => lasting(directoryFrom(readModels), readModels),
    },
  ];
};

/**
 * If the log is kept elsewhere, commands work beside the running instances and keep their read models in memory.
 * @throws DataFolderUnusable if an instance would take the read models of the log in the folder for those of another
 */
const folderFor = ({ config, purpose }: Composed): DataFolder | null => {
  const { dataDir, log }: Config = config;
  if (log.kind !== 'sqlite' && purpose === 'command') return null;
  const folder = DataFolder.open(dataDir, { readOnly: purpose === 'reader' });
  if (log.kind === 'sqlite' || !existsSync(folder.logFile)) return folder;
  folder.close();
  throw new DataFolderUnusable(
    `The data folder ${folder.path} holds a log, and FOOTPRINT_LOG names another. Give this instance an empty folder, or leave FOOTPRINT_LOG out.`,
  );
};

/** The log that the settings name. The client of EventStoreDB is loaded only where they name it. */
const openLog = async ({ config, clock, purpose, log }: Composed, folder: DataFolder | null): Promise<EventStore> => {
  if (config.log.kind === 'sqlite')
    return SqliteEventStore.open(folder!.logFile, { clock, readOnly: purpose === 'reader' });
  return openEventStoreDb(config.log.connectionString, {
    categories: CATEGORIES,
    onTrouble: (error) => log?.warn('log', failureOf(error)),
  });
};

const IN_MEMORY = { path: ':memory:', readOnly: false };

/** A reader asks the read models of the service that is running; where none is, it folds its own in memory. */
const readModelsFor = (
  folder: DataFolder | null,
  { purpose }: Composed,
): { readonly path: string; readonly readOnly: boolean } => {
  if (folder === null) return IN_MEMORY;
  if (purpose !== 'reader') return { path: folder.readModelsFile, readOnly: false };
  const served = DataFolder.isInUse(folder.path) && existsSync(folder.readModelsFile);
  return served ? { path: folder.readModelsFile, readOnly: true } : IN_MEMORY;
};
