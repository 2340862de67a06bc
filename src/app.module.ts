import { existsSync } from 'node:fs';
import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { projections } from '../projections/index.js';
import { calendarWarning } from './calendar/bank-holidays.js';
import { ActOnMeetingHandler, ActOnSeriesHandler } from './challenge/act-on-meeting.js';
import { MeetingKeeper } from './challenge/meeting-keeper.js';
import { SeriesDesk } from './challenge/series-desk.js';
import { CouncilCalendar } from './calendar/council-calendar.js';
import { londonDate } from './calendar/dates.js';
import { DeadlineKeeper } from './deadlines/deadline-keeper.js';
import type { Directory } from './directory/directory.js';
import { directoryFrom } from './directory/directory-from.js';
import { CATEGORIES, UPCASTERS, versionOf } from './event-catalogue.js';
import { ActOnAcknowledgementHandler } from './acknowledgements/act-on-acknowledgement.js';
import { ActOnDispute, ActOnDisputeHandler } from './disputes/act-on-dispute.js';
import { Deciding } from './disputes/deciding.js';
import { SilenceAboutRecommendations } from './deadlines/silence-about-recommendations.js';
import { Follower } from './following/follower.js';
import { Outbox } from './notices/outbox.js';
import { type Clock, systemClock } from './platform/clock/clock.js';
import { ClockWatch, timePassedSinceStart } from './platform/clock/clock-watch.js';
import type { Config } from './platform/config/config.js';
import type { NoticesConfig } from './platform/config/notices-config.js';
import { DataFolder, DataFolderUnusable } from './platform/event-store/data-folder.js';
import type { EventStore } from './platform/event-store/event-store.js';
import { EventStoreDbEventStore } from './platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { SqliteEventStore } from './platform/event-store/sqlite/sqlite-event-store.js';
import { withUpcasting } from './platform/event-store/upcasting.js';
import { Executor } from './platform/executor.js';
import { HealthWatch } from './platform/health/health-watch.js';
import type { AlarmClock } from './platform/jobs/alarm-clock.js';
import { ALARM_CLOCK, type Alarms, ALARMS, type Warning, WARNINGS } from './platform/jobs/alarms-status.js';
import { BullMqAlarmClock } from './platform/jobs/bullmq/bullmq-alarm-clock.js';
import { BullMqDuty } from './platform/jobs/bullmq/bullmq-duty.js';
import type { Duty } from './platform/jobs/duty.js';
import { AlwaysOnDuty } from './platform/jobs/in-process/always-on-duty.js';
import { InProcessAlarmClock } from './platform/jobs/in-process/in-process-alarm-clock.js';
import { failureOf } from './platform/logging/failure.js';
import type { Log } from './platform/logging/log.js';
import { LogProvider } from './platform/notices/log-provider.js';
import { NotifyProvider } from './platform/notices/notify-provider.js';
import type { NoticeProvider } from './platform/notices/provider.js';
import { SmtpProvider } from './platform/notices/smtp-provider.js';
import { NOTICES_STATUS, type ReportsNotices } from './platform/notices/status.js';
import type { ReadModels } from './platform/projections/projection.js';
import { type ProjectionProgress, ProjectionRunner } from './platform/projections/projection-runner.js';
import { CLOCK, CONFIG, DIRECTORY, EVENT_STORE, READ_MODELS } from './platform/tokens.js';
import { watchedAlarms } from './platform/watching/watched-alarms.js';
import { followedBy, watchedStore } from './platform/watching/watched-store.js';
import { NOBODY, type Watcher } from './platform/watching/watcher.js';
import { ProtocolLibrary } from './protocol/protocol-library.js';

/** How a run uses the data folder. */
export interface Composition {
  /**
   * `service` and `command` hold the folder for themselves; a command needs none where the log is not in it. `reader` takes no lock,
   * writes nothing and keeps its read models in memory, so that it works beside a running service.
   */
  readonly purpose?: 'service' | 'command' | 'reader';
  /** The machine's clock unless told: tests and the demonstration council move their own. */
  readonly clock?: Clock;
  /** A log to use in place of the folder's; nothing is then kept on disk. For tests. */
  readonly store?: EventStore;
  /** Whether alarms ring by themselves. A clock that is moved by hand rings nothing unless told to. */
  readonly alarms?: boolean;
  /** Who carries notices; `off`, and nobody is told, where the clock is moved by hand. The provider of the settings unless told. */
  readonly notices?: NoticeProvider | 'off';
  /** Told of what goes wrong in the background. */
  readonly log?: Pick<Log, 'warn' | 'info'>;
  /** Sees what the program does, for metrics and traces; nobody unless told. */
  readonly watcher?: Watcher;
  /** Told how far a catch-up or rebuild of the read models has come. */
  readonly onProgress?: (progress: ProjectionProgress) => void;
}

const IN_MEMORY = ':memory:';

/**
 * Where the log is kept elsewhere, commands work beside the instances that are running, and keep their read models in memory.
 * @throws DataFolderUnusable where an instance would take the read models of the log in the folder for those of another
 */
const folderFor = ({ dataDir, log }: Config, purpose: Composition['purpose']): DataFolder | null => {
  if (log.kind !== 'sqlite' && purpose === 'command') return null;
  const folder = DataFolder.open(dataDir, { readOnly: purpose === 'reader' });
  if (log.kind === 'sqlite' || !existsSync(folder.logFile)) return folder;
  folder.close();
  throw new DataFolderUnusable(
    `The data folder ${folder.path} holds a log, and FOOTPRINT_LOG names another. Give this instance an empty folder, or leave FOOTPRINT_LOG out.`,
  );
};

/** The log that the settings name. */
const openLog = (
  { log }: Config,
  folder: DataFolder | null,
  { clock, readOnly, onTrouble }: { clock: Clock; readOnly: boolean; onTrouble: (error: unknown) => void },
): EventStore =>
  log.kind === 'sqlite'
    ? SqliteEventStore.open(folder!.logFile, { clock, readOnly })
    : EventStoreDbEventStore.open(log.connectionString, { categories: CATEGORIES, onTrouble });

/** A reader asks the read models of the service that is running; where none is, it folds its own in memory. */
const readModelsFor = (folder: DataFolder | null, reader: boolean): { path: string; readOnly: boolean } => {
  if (folder === null) return { path: IN_MEMORY, readOnly: false };
  if (!reader) return { path: folder.readModelsFile, readOnly: false };
  const served = DataFolder.isInUse(folder.path) && existsSync(folder.readModelsFile);
  return served ? { path: folder.readModelsFile, readOnly: true } : { path: IN_MEMORY, readOnly: false };
};

const DATA_FOLDER = Symbol('DataFolder');
const PURPOSE = Symbol('Purpose');
const RINGS = Symbol('Rings');
const TELLS = Symbol('Tells');
const DUTY = Symbol('Duty');

/** The provider that the settings name. */
const providerIn = (settings: NoticesConfig, log: Composition['log']): NoticeProvider => {
  switch (settings.provider) {
    case 'log':
      return new LogProvider(log);
    case 'smtp':
      return new SmtpProvider(settings);
    case 'notify':
      return new NotifyProvider(settings);
  }
};

/** The clock is compared with the time that has passed and with that of Redis; one moved by hand with nothing. */
const watchOver = (clock: Clock, alarmClock: AlarmClock): ClockWatch =>
  new ClockWatch(
    clock,
    clock === systemClock ? [timePassedSinceStart(clock), { whose: 'that of Redis', now: () => alarmClock.now() }] : [],
  );

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
    @Inject(RINGS) private readonly rings: boolean,
    private readonly keeper: DeadlineKeeper,
    private readonly follower: Follower,
    private readonly silence: SilenceAboutRecommendations,
    @Inject(TELLS) private readonly tells: boolean,
    private readonly outbox: Outbox,
    @Inject(ALARM_CLOCK) private readonly alarmClock: AlarmClock,
    private readonly health: HealthWatch,
    @Inject(DUTY) private readonly duty: Duty,
  ) {}

  static forRoot(config: Config, composition: Composition = {}): DynamicModule {
    const { purpose = 'service', clock = systemClock, store, onProgress, log, watcher = NOBODY } = composition;
    const { alarms = clock === systemClock } = composition;
    const { notices = clock === systemClock ? providerIn(config.notices, log) : 'off' } = composition;
    const reader = purpose === 'reader';
    return {
      module: AppModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: CLOCK, useValue: clock },
        { provide: PURPOSE, useValue: purpose },
        { provide: RINGS, useValue: purpose === 'service' && alarms },
        { provide: TELLS, useValue: purpose === 'service' && notices !== 'off' },
        {
          provide: DATA_FOLDER,
          useFactory: () => (store ? null : folderFor(config, purpose)),
        },
        {
          provide: EVENT_STORE,
          inject: [DATA_FOLDER],
          useFactory: (folder: DataFolder | null) =>
            watchedStore(
              withUpcasting(
                store ??
                  openLog(config, folder, {
                    clock,
                    readOnly: reader,
                    onTrouble: (error) => log?.warn('log', failureOf(error)),
                  }),
                UPCASTERS,
              ),
              watcher,
            ),
        },
        {
          provide: ProjectionRunner,
          inject: [EVENT_STORE, DATA_FOLDER],
          useFactory: (events: EventStore, folder: DataFolder | null) =>
            new ProjectionRunner({
              store: followedBy('read-models', events, watcher),
              ...{ projections, onProgress, ...readModelsFor(folder, reader) },
              onTrouble: (error) => log?.warn('read models', failureOf(error)),
            }),
        },
        { provide: READ_MODELS, useExisting: ProjectionRunner },
        {
          provide: Executor,
          inject: [EVENT_STORE],
          useFactory: (log: EventStore) => new Executor(log, versionOf, watcher),
        },
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
        ActOnMeetingHandler,
        ActOnSeriesHandler,
        MeetingKeeper,
        SeriesDesk,
        {
          provide: ALARM_CLOCK,
          useFactory: (): AlarmClock =>
            watchedAlarms(
              config.redisUrl === null || purpose !== 'service'
                ? new InProcessAlarmClock(clock)
                : new BullMqAlarmClock({
                    url: config.redisUrl,
                    clock,
                    onTrouble: (error) => log?.warn('redis', failureOf(error)),
                  }),
              watcher,
            ),
        },
        {
          provide: DUTY,
          useFactory: (): Duty =>
            config.redisUrl === null || purpose !== 'service'
              ? new AlwaysOnDuty()
              : new BullMqDuty({ url: config.redisUrl, onTrouble: (error) => log?.warn('redis', failureOf(error)) }),
        },
        {
          provide: DeadlineKeeper,
          inject: [EVENT_STORE, Executor, ProjectionRunner, ALARM_CLOCK, ProtocolLibrary, CouncilCalendar, CommandBus],
          useFactory: (
            store: EventStore,
            executor: Executor,
            readModels: ProjectionRunner,
            alarmClock: AlarmClock,
            protocols: ProtocolLibrary,
            calendar: CouncilCalendar,
            commands: CommandBus,
          ) =>
            new DeadlineKeeper({
              store: followedBy('deadlines', store, watcher),
              executor,
              readModels,
              clock,
              alarmClock,
              watch: watchOver(clock, alarmClock),
              rules: async () => ({ protocols: await protocols.current(), calendar: await calendar.current() }),
              send: (reference, act, envelope) => commands.execute(new ActOnDispute(reference, act, envelope)),
              onTrouble: (error) => log?.warn('deadlines', failureOf(error)),
            }),
        },
        {
          provide: Follower,
          inject: [Executor, READ_MODELS, DIRECTORY, CommandBus],
          useFactory: (executor: Executor, readModels: ReadModels, directory: Directory, commands: CommandBus) =>
            new Follower({
              executor,
              readModels,
              directory,
              clock,
              send: (reference, act, envelope) => commands.execute(new ActOnDispute(reference, act, envelope)),
            }),
        },
        {
          provide: SilenceAboutRecommendations,
          inject: [Executor, READ_MODELS, ProtocolLibrary, CouncilCalendar],
          useFactory: (
            executor: Executor,
            readModels: ReadModels,
            protocols: ProtocolLibrary,
            calendar: CouncilCalendar,
          ) =>
            new SilenceAboutRecommendations({
              ...{ executor, readModels, clock },
              rules: async () => ({ protocols: await protocols.current(), calendar: await calendar.current() }),
            }),
        },
        { provide: ALARMS, useExisting: DeadlineKeeper },
        {
          provide: Outbox,
          inject: [EVENT_STORE, Executor, READ_MODELS, DIRECTORY, ProtocolLibrary, CouncilCalendar],
          useFactory: (
            store: EventStore,
            executor: Executor,
            readModels: ReadModels,
            directory: Directory,
            protocols: ProtocolLibrary,
            calendar: CouncilCalendar,
          ) =>
            new Outbox({
              store: followedBy('notices', store, watcher),
              ...{ executor, readModels, directory, protocols, calendar, clock, site: config.site },
              provider: notices === 'off' ? new LogProvider() : notices,
              onTrouble: (what, error) => log?.warn(what, failureOf(error)),
              onOutcome: (outcome) => watcher.notice(outcome),
            }),
        },
        { provide: NOTICES_STATUS, useExisting: Outbox },
        { provide: WARNINGS, useValue: [() => calendarWarning(londonDate(clock.now()))] satisfies Warning[] },
        {
          provide: HealthWatch,
          inject: [EVENT_STORE, READ_MODELS, ALARMS, NOTICES_STATUS, WARNINGS, DATA_FOLDER, RINGS],
          useFactory: (
            store: EventStore,
            readModels: ReadModels,
            alarms: Alarms,
            notices: ReportsNotices,
            warnings: readonly Warning[],
            folder: DataFolder | null,
            sweeps: boolean,
          ) =>
            new HealthWatch({
              ...{ store, readModels, alarms, notices, warnings, clock, sweeps, dataDir: folder?.path ?? null },
            }),
        },
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
        DeadlineKeeper,
        Follower,
        SilenceAboutRecommendations,
        ALARM_CLOCK,
        ALARMS,
        WARNINGS,
        HealthWatch,
        Outbox,
        NOTICES_STATUS,
        MeetingKeeper,
        SeriesDesk,
      ],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.purpose === 'service') {
      this.runner.start();
      this.health.start();
    } else await this.runner.catchUp();
    if (this.tells) this.outbox.start();
    if (this.rings) await this.ring();
    if (this.tells || this.rings) this.duty.start((signal) => this.onDuty(signal));
  }

  /** On every instance; each alarm and each sweep comes to one of them. */
  private async ring(): Promise<void> {
    this.alarmClock.onSweep(async () => {
      await Promise.all([this.keeper.sweep(), this.follower.run(), this.silence.run()]);
      this.health.swept();
    });
    await this.keeper.start();
  }

  /** On one instance at a time. */
  private async onDuty(signal: AbortSignal): Promise<void> {
    await Promise.all([
      this.tells && this.outbox.follow(signal),
      this.rings && this.keeper.keep(signal),
      this.tells && this.rings && this.outbox.sweepEveryMinute(signal),
    ]);
  }

  /** In the order that loses nothing: what acts by itself, then readers, then the log, then the right to the folder. */
  async onApplicationShutdown(): Promise<void> {
    await this.health.stop();
    await Promise.all([this.duty.stop(), this.keeper.stop(), this.outbox.stop(), this.runner.stop()]);
    await this.runner.close();
    await this.store.close();
    this.folder?.close();
  }
}
