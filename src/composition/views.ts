import type { Provider } from '@nestjs/common';
import { viewProjections } from '../../projections/index.js';
import { ViewLog } from '../access/view-log/view-log.js';
import { UPCASTERS, versionOf, VIEW_LOG_CATEGORIES } from '../event-catalogue.js';
import type { Clock } from '../platform/clock/clock.js';
import type { DataFolder } from '../platform/event-store/data-folder.js';
import type { EventStore } from '../platform/event-store/event-store.js';
import { MemoryEventStore } from '../platform/event-store/memory/memory-event-store.js';
import { openedLate } from '../platform/event-store/opened-late.js';
import { SqliteEventStore } from '../platform/event-store/sqlite/sqlite-event-store.js';
import { withUpcasting } from '../platform/event-store/upcasting.js';
import { Executor } from '../platform/executor.js';
import { failureOf } from '../platform/logging/failure.js';
import { ProjectionRunner } from '../platform/projections/projection-runner.js';
import { VIEW_INDEX, VIEW_STORE } from '../platform/store-tokens.js';
import { CLOCK } from '../platform/tokens.js';
import { watchedStore } from '../platform/watching/watched-store.js';
import type { Composed } from './composition.js';
import { DATA_FOLDER } from './record.js';

/** The log of who opened what, the index by which one matter is found in it, and the one path by which it is written. */
export const views = (composed: Composed): Provider[] => {
  const { watcher, log, purpose } = composed;
  return [
    {
      provide: VIEW_STORE,
      inject: [DATA_FOLDER],
      useFactory: async (folder: DataFolder | null) => {
        const open = await opening(composed, folder);
        return watchedStore(withUpcasting(purpose === 'service' ? open() : openedLate(open), UPCASTERS), watcher);
      },
    },
    {
      provide: VIEW_INDEX,
      inject: [VIEW_STORE, DATA_FOLDER],
      useFactory: (store: EventStore, folder: DataFolder | null) =>
        new ProjectionRunner({
          store,
          path: purpose === 'service' && folder !== null ? folder.viewIndexFile : ':memory:',
          projections: viewProjections,
          onTrouble: (error) => log?.warn('view log', failureOf(error)),
        }),
    },
    {
      provide: ViewLog,
      inject: [VIEW_STORE, VIEW_INDEX, CLOCK],
      useFactory: (store: EventStore, index: ProjectionRunner, clock: Clock) =>
        new ViewLog(store, new Executor(store, versionOf, watcher), index, clock),
    },
  ];
};

/**
 * How the log of who opened what is opened. Most commands show nobody's words and never open it. Those that do write beside a running
 * service too: only the entries, which take turns. The client of EventStoreDB is loaded only where the settings name it.
 */
const opening = async (
  { config, clock, store, views: given, log }: Composed,
  folder: DataFolder | null,
): Promise<() => EventStore> => {
  if (given !== undefined) return () => given;
  if (store !== undefined) return () => new MemoryEventStore(clock);
  if (config.log.kind === 'sqlite') return () => SqliteEventStore.open(folder!.viewsFile, { clock });
  const { connectionString } = config.log;
  const { EventStoreDbEventStore } = await import('../platform/event-store/eventstoredb/eventstoredb-event-store.js');
  return () =>
    EventStoreDbEventStore.open(connectionString, {
      categories: VIEW_LOG_CATEGORIES,
      onTrouble: (error) => log?.warn('view log', failureOf(error)),
    });
};
