import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { StandIns } from './access/named/stand-ins.js';
import { accessQueries } from './access/queries.js';
import { AuthorisedAcknowledgements } from './acknowledgements/authorised-acknowledgements.js';
import { ActOnAcknowledgementHandler } from './acknowledgements/act-on-acknowledgement.js';
import { acknowledgementQueries } from './acknowledgements/queries.js';
import { londonDate } from './calendar/dates.js';
import { calendarQueries } from './calendar/queries.js';
import { Agenda } from './challenge/agenda/agenda.js';
import { ActOnMeetingHandler } from './challenge/meeting/act-on-meeting.js';
import { MeetingDates } from './challenge/meeting-dates.js';
import { MeetingKeeper } from './challenge/meeting/meeting-keeper.js';
import { MeetingRelations } from './challenge/meeting/meeting-relations.js';
import { CasesInWords } from './challenge/meeting/pack/case-in-words.js';
import { Recipients } from './challenge/meeting/pack/recipients.js';
import { challengeQueries } from './challenge/queries.js';
import { ActOnSeriesHandler } from './challenge/series/act-on-series.js';
import { SeriesKeeper } from './challenge/series/series-keeper.js';
import { type Composed, composed, type Composition } from './composition/composition.js';
import { notices } from './composition/notices.js';
import { views } from './composition/views.js';
import { DATA_FOLDER, record } from './composition/record.js';
import { DUTY, time } from './composition/time.js';
import { DeadlineKeeper } from './deadlines/deadline-keeper.js';
import { SilenceAboutRecommendations } from './deadlines/silence-about-recommendations.js';
import type { Directory } from './directory/directory.js';
import { directoryQueries } from './directory/queries.js';
import { ActOnDisputeHandler } from './disputes/act-on-dispute.js';
import { ActOnLegalAdviceHandler } from './disputes/legal-advice/act-on-legal-advice.js';
import { DecisionContexts } from './disputes/decision-contexts.js';
import { Follower } from './following/follower.js';
import { noticeQueries } from './notices/queries.js';
import { Outbox } from './notices/outbox.js';
import { ClockWatch } from './platform/clock/clock-watch.js';
import type { Config } from './platform/config/config.js';
import type { DataFolder } from './platform/event-store/data-folder.js';
import type { EventStore } from './platform/event-store/event-store.js';
import { HealthWatch } from './platform/health/health-watch.js';
import type { AlarmClock } from './platform/jobs/alarm-clock.js';
import { ALARM_CLOCK, type Alarms, ALARMS, type Warning, WARNINGS } from './platform/jobs/alarms-status.js';
import type { Duty } from './platform/jobs/duty.js';
import { NOTICES_STATUS, type ReportsNotices } from './platform/notices/status.js';
import type { ReadModels } from './platform/projections/projection.js';
import { ProjectionRunner } from './platform/projections/projection-runner.js';
import { protocolQueries } from './protocol/queries.js';
import { PastReadings } from './reading/past-readings.js';
import { Readings } from './reading/readings.js';
import { registerQueries } from './register/queries.js';
import { reviewQueries } from './reviews/queries.js';
import { AuthorisedRecommendations } from './reviews/recommendations/authorised-recommendations.js';
import { AuthorisedReviews } from './reviews/authorised-reviews.js';
import { withoutService } from './work/without-service.js';
import { RowsApart } from './work-over-rows.js';
import { CHANCE, CLOCK, CONFIG, DIRECTORY } from './platform/tokens.js';
import { EVENT_STORE, READ_MODELS, VIEW_INDEX, VIEW_STORE } from './platform/store-tokens.js';
import { ActOnPublishedReportHandler } from './reports/publishing/act-on-published-report.js';
import { ActOnDisclosureHandler } from './reports/publishing/disclosure-log/act-on-disclosure.js';
import { reportQueries } from './reports/queries.js';
import { roleQueries } from './roles/queries.js';
import { signInQueries } from './sign-in/queries.js';
import { CouncilCalled } from './roles/council-called.js';
import { CouncilStanding } from './roles/standing.js';

const COMPOSED = Symbol('Composed');

/**
 * The HTTP service and the command line are both composed here, of what `src/composition` names. A command waits until its read models
 * have caught up; a service answers `not ready` meanwhile.
 */
@Module({})
export class AppModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(COMPOSED) private readonly composed: Composed,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly runner: ProjectionRunner,
    @Inject(VIEW_STORE) private readonly viewStore: EventStore,
    @Inject(VIEW_INDEX) private readonly viewIndex: ProjectionRunner,
    @Inject(DATA_FOLDER) private readonly folder: DataFolder | null,
    private readonly keeper: DeadlineKeeper,
    private readonly follower: Follower,
    private readonly silence: SilenceAboutRecommendations,
    private readonly series: SeriesKeeper,
    private readonly watch: ClockWatch,
    private readonly outbox: Outbox,
    @Inject(ALARM_CLOCK) private readonly alarmClock: AlarmClock,
    private readonly health: HealthWatch,
    @Inject(DUTY) private readonly duty: Duty,
  ) {}

  static forRoot(config: Config, composition: Composition = {}): DynamicModule {
    const parts = composed(config, composition);
    const providers: Provider[] = [
      { provide: CONFIG, useValue: config },
      { provide: CLOCK, useValue: parts.clock },
      { provide: CHANCE, useValue: parts.chance },
      { provide: COMPOSED, useValue: parts },
      ...record(parts),
      ...views(parts),
      DecisionContexts,
      ActOnDisputeHandler,
      ActOnLegalAdviceHandler,
      ActOnAcknowledgementHandler,
      ActOnMeetingHandler,
      ActOnSeriesHandler,
      ActOnPublishedReportHandler,
      ActOnDisclosureHandler,
      MeetingKeeper,
      MeetingDates,
      MeetingRelations,
      Recipients,
      CasesInWords,
      SeriesKeeper,
      Agenda,
      PastReadings,
      Readings,
      StandIns,
      CouncilStanding,
      CouncilCalled,
      AuthorisedAcknowledgements,
      AuthorisedReviews,
      AuthorisedRecommendations,
      ...accessQueries,
      ...directoryQueries,
      ...acknowledgementQueries,
      ...challengeQueries,
      ...reviewQueries,
      ...registerQueries,
      ...noticeQueries,
      ...calendarQueries,
      ...protocolQueries,
      ...time(parts),
      ...notices(parts),
      health(parts),
      ...reportQueries,
      ...roleQueries,
      ...signInQueries,
    ];
    return {
      module: AppModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers,
      exports: [CqrsModule, ...providers.map((each) => (typeof each === 'function' ? each : each.provide))],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    const { purpose, rings, tells } = this.composed;
    if (purpose === 'service') {
      this.runner.start();
      this.viewIndex.start();
      this.health.start();
    } else await this.runner.catchUp();
    if (tells) this.outbox.start();
    if (rings) await this.ring();
    if (tells || rings) this.duty.start((signal) => this.onDuty(signal));
  }

  /** On every instance; each alarm and each sweep comes to one of them. */
  private async ring(): Promise<void> {
    this.alarmClock.onSweep(async () => {
      await this.runner.catchUp();
      // Events of children are followed before dates are swept, because the day of a death stops a clock.
      const followed = await Promise.allSettled([this.follower.run()]);
      const works = [this.keeper.sweep(), this.silence.run(), this.keepSeriesAhead()];
      // Each is done whatever becomes of the others.
      const failed = [...followed, ...(await Promise.allSettled(works))].find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
      this.health.swept();
    });
    await this.keeper.start();
  }

  /** By a clock that was put forward, meetings would be arranged in another year. */
  private async keepSeriesAhead(): Promise<void> {
    const now = this.composed.clock.now();
    if ((await this.watch.trouble(now)) === null) await this.series.keepAhead(now);
  }

  /** On one instance at a time. */
  private async onDuty(signal: AbortSignal): Promise<void> {
    const { rings, tells } = this.composed;
    await Promise.all([
      tells && this.outbox.follow(signal),
      rings && this.keeper.keep(signal),
      tells && rings && this.outbox.sweepEveryMinute(signal),
    ]);
  }

  /** In the order that loses nothing: what acts by itself, then readers, then the log, then the right to the folder. */
  async onApplicationShutdown(): Promise<void> {
    await this.health.stop();
    await Promise.all([this.duty.stop(), this.keeper.stop(), this.outbox.stop(), this.runner.stop()]);
    await this.runner.close();
    await this.viewIndex.close();
    await this.viewStore.close();
    await this.store.close();
    this.folder?.close();
  }
}

/** The watch that asks every part of the program for its state. */
const health = ({ clock, rings }: Composed): Provider => ({
  provide: HealthWatch,
  inject: [EVENT_STORE, READ_MODELS, ALARMS, NOTICES_STATUS, WARNINGS, DATA_FOLDER, RowsApart, DIRECTORY],
  useFactory: (
    store: EventStore,
    readModels: ReadModels,
    alarms: Alarms,
    notices: ReportsNotices,
    warnings: readonly Warning[],
    folder: DataFolder | null,
    troubles: RowsApart,
    directory: Directory,
  ) =>
    new HealthWatch({
      failings: [() => withoutService(directory, readModels, londonDate(clock.now()))],
      ...{ store, readModels, alarms, notices, troubles, warnings, clock },
      ...{ sweeps: rings, dataDir: folder?.path ?? null },
    }),
});
