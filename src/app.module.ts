import { existsSync } from 'node:fs';
import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { projections } from '../projections/index.js';
import { CouncilCalendar } from './calendar/council-calendar.js';
import { directoryFrom } from './directory/directory-from.js';
import { UPCASTERS, versionOf } from './event-catalogue.js';
import { ActOnAcknowledgementHandler } from './acknowledgements/act-on-acknowledgement.js';
import { ActOnDisputeHandler } from './disputes/act-on-dispute.js';
import { Deciding } from './disputes/deciding.js';
import { type Clock, systemClock } from './platform/clock/clock.js';
import type { Config } from './platform/config/config.js';
import { DataFolder } from './platform/event-store/data-folder.js';
import type { EventStore } from './platform/event-store/event-store.js';
import { SqliteEventStore } from './platform/event-store/sqlite/sqlite-event-store.js';
import { withUpcasting } from './platform/event-store/upcasting.js';
import { Executor } from './platform/executor.js';
import type { ReadModels } from './platform/projections/projection.js';
import { type ProjectionProgress, ProjectionRunner } from './platform/projections/projection-runner.js';
import { CLOCK, CONFIG, DIRECTORY, EVENT_STORE, READ_MODELS } from './platform/tokens.js';
import { ProtocolLibrary } from './protocol/protocol-library.js';

/** How a run uses the data folder. */
export interface Composition {
  /**
   * `service` and `command` hold the folder for themselves. `reader` takes no lock, writes nothing and keeps its read models in
   * memory, so that it works beside a running service.
   */
  readonly purpose?: 'service' | 'command' | 'reader';
  /** The machine's clock unless told: tests and the demonstration council move their own. */
  readonly clock?: Clock;
  /** A log to use in place of the folder's; nothing is then kept on disk. For tests. */
  readonly store?: EventStore;
  /** Told how far a catch-up or rebuild of the read models has come. */
  readonly onProgress?: (progress: ProjectionProgress) => void;
}

const IN_MEMORY = ':memory:';

/** A reader asks the read models of the service that is running; where none is, it folds its own in memory. */
const readModelsFor = (folder: DataFolder | null, reader: boolean): { path: string; readOnly: boolean } => {
  if (folder === null) return { path: IN_MEMORY, readOnly: false };
  if (!reader) return { path: folder.readModelsFile, readOnly: false };
  const served = DataFolder.isInUse(folder.path) && existsSync(folder.readModelsFile);
  return served ? { path: folder.readModelsFile, readOnly: true } : { path: IN_MEMORY, readOnly: false };
};

const DATA_FOLDER = Symbol('DataFolder');
const PURPOSE = Symbol('Purpose');

/**
 * The one place where adapters are named. The HTTP service and the command line are both composed here; a command waits until its
 * read models have caught up, a service answers `not ready` meanwhile.
 */
@Module({})
export class AppModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly runner: ProjectionRunner,
    @Inject(DATA_FOLDER) private readonly folder: DataFolder | null,
    @Inject(PURPOSE) private readonly purpose: NonNullable<Composition['purpose']>,
  ) {}

  static forRoot(
    config: Config,
    { purpose = 'service', clock = systemClock, store, onProgress }: Composition = {},
  ): DynamicModule {
    const reader = purpose === 'reader';
    return {
      module: AppModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: CLOCK, useValue: clock },
        { provide: PURPOSE, useValue: purpose },
        {
          provide: DATA_FOLDER,
          useFactory: () => (store ? null : DataFolder.open(config.dataDir, { readOnly: reader })),
        },
        {
          provide: EVENT_STORE,
          inject: [DATA_FOLDER],
          useFactory: (folder: DataFolder | null) =>
            withUpcasting(store ?? SqliteEventStore.open(folder!.logFile, { clock, readOnly: reader }), UPCASTERS),
        },
        {
          provide: ProjectionRunner,
          inject: [EVENT_STORE, DATA_FOLDER],
          useFactory: (log: EventStore, folder: DataFolder | null) =>
            new ProjectionRunner({ store: log, projections, onProgress, ...readModelsFor(folder, reader) }),
        },
        { provide: READ_MODELS, useExisting: ProjectionRunner },
        { provide: Executor, inject: [EVENT_STORE], useFactory: (log: EventStore) => new Executor(log, versionOf) },
        { provide: ProtocolLibrary, inject: [EVENT_STORE], useFactory: (log: EventStore) => new ProtocolLibrary(log) },
        { provide: CouncilCalendar, inject: [EVENT_STORE], useFactory: (log: EventStore) => new CouncilCalendar(log) },
        {
          provide: DIRECTORY,
          inject: [READ_MODELS],
          useFactory: (readModels: ReadModels) => directoryFrom(readModels),
        },
        Deciding,
        ActOnDisputeHandler,
        ActOnAcknowledgementHandler,
      ],
      exports: [
        CqrsModule,
        CONFIG,
        CLOCK,
        EVENT_STORE,
        READ_MODELS,
        DIRECTORY,
        ProjectionRunner,
        Executor,
        ProtocolLibrary,
        CouncilCalendar,
        Deciding,
      ],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.purpose === 'service') this.runner.start();
    else await this.runner.catchUp();
  }

  /** In the order that loses nothing: readers first, then the log, then the right to the folder. */
  async onApplicationShutdown(): Promise<void> {
    await this.runner.close();
    await this.store.close();
    this.folder?.close();
  }
}
