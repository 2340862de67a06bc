import type { PageSessions } from '../access/page-session.js';
import { type Chance, chanceOfTheMachine } from '../platform/chance.js';
import { type Clock, systemClock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import type { EventStore } from '../platform/event-store/event-store.js';
import type { Log } from '../platform/logging/log.js';
import type { NoticeProvider } from '../platform/notices/provider.js';
import type { ProjectionProgress } from '../platform/projections/projection-runner.js';
import { NOBODY, type Watcher } from '../platform/watching/watcher.js';
import { providerIn } from './notice-provider.js';

/** How a run uses the data folder, and what stands in for what the settings name. */
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
  /** A log of who opened what to use in place of the folder's. For tests; with a log of theirs and none of these, it is in memory. */
  readonly views?: EventStore;
  /** Chance, where something is chosen at random: the machine’s unless told. For tests. */
  readonly chance?: Chance;
  /** Whether alarms ring by themselves. A clock that is moved by hand rings nothing unless told to. */
  readonly alarms?: boolean;
  /** The carrier of notices; `off`, so that nobody is told, if the clock is moved by hand. The provider of the settings unless told. */
  readonly notices?: NoticeProvider | 'off';
  /** Told of what goes wrong in the background. */
  readonly log?: Pick<Log, 'warn' | 'info'>;
  /** Sees what the program does, for metrics and traces; nobody unless told. */
  readonly watcher?: Watcher;
  /** The people who are signed in with browsers, in place of the sessions of the program. For tests. */
  readonly pageSessions?: PageSessions;
  /** Told how far a catch-up or rebuild of the read models has come. */
  readonly onProgress?: (progress: ProjectionProgress) => void;
}

/** A composition with everything decided that it left open. */
export interface Composed extends Composition {
  readonly config: Config;
  readonly purpose: NonNullable<Composition['purpose']>;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly watcher: Watcher;
  readonly notices: NoticeProvider | 'off';
  /** Whether alarms ring in this process. */
  readonly rings: boolean;
  /** Whether this process tells people. */
  readonly tells: boolean;
}

export const composed = (config: Config, composition: Composition): Composed => {
  const { purpose = 'service', clock = systemClock, chance = chanceOfTheMachine, watcher = NOBODY, log } = composition;
  const { alarms = clock === systemClock } = composition;
  const { notices = clock === systemClock ? providerIn(config.notices, log) : 'off' } = composition;
  const rings = purpose === 'service' && alarms;
  const tells = purpose === 'service' && notices !== 'off';
  return { ...composition, config, purpose, clock, chance, watcher, notices, rings, tells };
};
