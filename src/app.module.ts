import { join } from 'node:path';
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
import { ActOnAcknowledgementHandler } from './acknowledgements/act-on-acknowledgement.js';
import { ActOnDisputeHandler } from './disputes/act-on-dispute.js';
import { Deciding } from './disputes/deciding.js';
import { type Clock, systemClock } from './platform/clock/clock.js';
import type { Config } from './platform/config/config.js';
import { DataFolder } from './platform/event-store/data-folder.js';
import type { EventStore } from './platform/event-store/event-store.js';
import { SqliteEventStore } from './platform/event-store/sqlite/sqlite-event-store.js';
import { Executor } from './platform/executor.js';
import type { ReadModels } from './platform/projections/projection.js';
import { ProjectionRunner } from './platform/projections/projection-runner.js';
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
}

const IN_MEMORY = ':memory:';
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

  static forRoot(config: Config, { purpose = 'service', clock = systemClock, store }: Composition = {}): DynamicModule {
    const reader = purpose === 'reader';
    return {
      module: AppModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      controllers: [],
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
          useFactory: () =>
            store ?? SqliteEventStore.open(join(config.dataDir, 'log.sqlite'), { clock, readOnly: reader }),
        },
        {
          provide: ProjectionRunner,
          inject: [EVENT_STORE],
          useFactory: (log: EventStore) =>
            new ProjectionRunner({
              store: log,
              path: reader || store ? IN_MEMORY : join(config.dataDir, 'read-models.sqlite'),
              projections,
            }),
        },
        { provide: READ_MODELS, useExisting: ProjectionRunner },
        { provide: Executor, inject: [EVENT_STORE], useFactory: (log: EventStore) => new Executor(log) },
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
    if (this.purpose === 'service') await this.runner.start();
    else await this.runner.catchUp();
  }

  /** In the order that loses nothing: readers first, then the log, then the right to the folder. */
  async onApplicationShutdown(): Promise<void> {
    await this.runner.stop();
    await this.store.close();
    await this.folder?.close();
  }
}
