import type { Provider } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { calendarWarning } from '../calendar/bank-holidays.js';
import { CouncilCalendar } from '../calendar/council-calendar.js';
import { londonDate } from '../calendar/dates.js';
import { DeadlineKeeper } from '../deadlines/deadline-keeper.js';
import { SilenceAboutRecommendations } from '../deadlines/silence-about-recommendations.js';
import type { Directory } from '../directory/directory.js';
import { WHAT_FOLLOWS } from '../directory/what-follows.js';
import { ActOnDispute } from '../disputes/act-on-dispute.js';
import { DecisionContexts } from '../disputes/decision-contexts.js';
import { Follower } from '../following/follower.js';
import { RecommendationsFollow } from '../following/recommendations-follow.js';
import { type Clock, systemClock } from '../platform/clock/clock.js';
import { ClockWatch, timePassedSinceStart } from '../platform/clock/clock-watch.js';
import type { EventStore } from '../platform/event-store/event-store.js';
import { Executor } from '../platform/executor.js';
import type { AlarmClock } from '../platform/jobs/alarm-clock.js';
import { ALARM_CLOCK, ALARMS, type Warning, WARNINGS } from '../platform/jobs/alarms-status.js';
import type { Duty } from '../platform/jobs/duty.js';
import { AlwaysOnDuty } from '../platform/jobs/in-process/always-on-duty.js';
import { InProcessAlarmClock } from '../platform/jobs/in-process/in-process-alarm-clock.js';
import { failureOf } from '../platform/logging/failure.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { ProjectionRunner } from '../platform/projections/projection-runner.js';
import { RowsApart } from '../work-over-rows.js';
import { DIRECTORY } from '../platform/tokens.js';
import { EVENT_STORE, READ_MODELS } from '../platform/store-tokens.js';
import { watchedAlarms } from '../platform/watching/watched-alarms.js';
import { followedBy } from '../platform/watching/watched-store.js';
import type { Composed } from './composition.js';

/** The instance that does what only one should. */
export const DUTY = Symbol('Duty');

/** The alarm clock that wakes the program, and the acts that the program then does by itself. */
export const time = (composed: Composed): Provider[] => {
  const { clock, watcher, log } = composed;
  const redis = redisFor(composed);
  return [
    {
      provide: RowsApart,
      useFactory: () =>
        new RowsApart(clock, (work, id, error) =>
          log?.warn('row-not-worked-out', { detail: work, reference: id, ...failureOf(error) }),
        ),
    },
    {
      provide: ALARM_CLOCK,
      useFactory: async (): Promise<AlarmClock> =>
        watchedAlarms(redis === undefined ? new InProcessAlarmClock(clock) : await alarmsOver(redis, clock), watcher),
    },
    {
      provide: DUTY,
      useFactory: async (): Promise<Duty> => (redis === undefined ? new AlwaysOnDuty() : await dutyOver(redis)),
    },
    {
      provide: ClockWatch,
      inject: [ALARM_CLOCK],
      useFactory: (alarmClock: AlarmClock) => watchOver(clock, alarmClock),
    },
    {
      provide: DeadlineKeeper,
      inject: [
        ...[EVENT_STORE, Executor, ProjectionRunner, ALARM_CLOCK, DecisionContexts],
        ...[CommandBus, ClockWatch, RowsApart, Follower, CouncilCalendar],
      ],
      useFactory: (
        store: EventStore,
        executor: Executor,
        readModels: ProjectionRunner,
        alarmClock: AlarmClock,
        contexts: DecisionContexts,
        commands: CommandBus,
        watch: ClockWatch,
        troubles: RowsApart,
        follower: Follower,
        calendar: CouncilCalendar,
      ) =>
        new DeadlineKeeper({
          store: followedBy('deadlines', store, watcher),
          ...{ executor, readModels, clock, alarmClock, watch, troubles },
          rules: () => contexts.rules(),
          calendarDigest: () => calendar.digest(),
          send: through(commands),
          follow: () => follower.run(),
          setAside: (reference, state) => follower.setAside(reference, state),
          onTrouble: (error) => log?.warn('deadlines', failureOf(error)),
        }),
    },
    { provide: ALARMS, useExisting: DeadlineKeeper },
    {
      provide: Follower,
      inject: [Executor, READ_MODELS, DIRECTORY, CommandBus, RowsApart, DecisionContexts],
      useFactory: (
        executor: Executor,
        readModels: ReadModels,
        directory: Directory,
        commands: CommandBus,
        troubles: RowsApart,
        contexts: DecisionContexts,
      ) =>
        new Follower({
          ...{ executor, readModels, directory, clock, troubles },
          send: through(commands),
          recommendations: new RecommendationsFollow({ executor, readModels, directory, clock, troubles, contexts }),
          onTrouble: (error) => log?.warn('deadlines', failureOf(error)),
        }),
    },
    { provide: WHAT_FOLLOWS, useExisting: Follower },
    {
      provide: SilenceAboutRecommendations,
      inject: [Executor, READ_MODELS, DecisionContexts, ClockWatch, RowsApart],
      useFactory: (
        executor: Executor,
        readModels: ReadModels,
        contexts: DecisionContexts,
        watch: ClockWatch,
        troubles: RowsApart,
      ) => new SilenceAboutRecommendations({ executor, readModels, clock, watch, troubles, contexts }),
    },
    {
      provide: WARNINGS,
      inject: [CouncilCalendar],
      useFactory: (calendar: CouncilCalendar): Warning[] => [
        () => calendarWarning(londonDate(clock.now()), calendar.lastRead().known.to),
      ],
    },
  ];
};

type OverRedis = NonNullable<ReturnType<typeof redisFor>>;

/** BullMQ is loaded where the settings name Redis, so that the program starts without it elsewhere. */
const alarmsOver = async (redis: OverRedis, clock: Clock): Promise<AlarmClock> => {
  const { BullMqAlarmClock } = await import('../platform/jobs/bullmq/bullmq-alarm-clock.js');
  return new BullMqAlarmClock({ ...redis, clock });
};

const dutyOver = async (redis: OverRedis): Promise<Duty> => {
  const { BullMqDuty } = await import('../platform/jobs/bullmq/bullmq-duty.js');
  return new BullMqDuty(redis);
};

/** Redis, where the settings name it; a command needs no waking. */
const redisFor = ({ config, purpose, log }: Composed) =>
  config.redisUrl === null || purpose !== 'service'
    ? undefined
    : { url: config.redisUrl, onTrouble: (error: unknown) => log?.warn('redis', failureOf(error)) };

/** The clock is compared with the time that has passed and with that of Redis; one moved by hand with nothing. */
const watchOver = (clock: Clock, alarmClock: AlarmClock): ClockWatch =>
  new ClockWatch(
    clock,
    clock === systemClock ? [timePassedSinceStart(clock), { whose: 'that of Redis', now: () => alarmClock.now() }] : [],
  );

const through =
  (commands: CommandBus) =>
  (...[reference, act, envelope]: ConstructorParameters<typeof ActOnDispute>) =>
    commands.execute(new ActOnDispute(reference, act, envelope));
