import type { AlarmsStatus } from '../jobs/alarms-status.js';
import type { NoticesStatus } from '../notices/status.js';
import type { ProjectionProgress, ProjectionStatus } from '../projections/projection.js';
import type { TroubledRows } from '../row-troubles.js';

/** How every part stands at one moment, as its owner says it. */
export interface Statuses {
  /** ISO instant, UTC, as are all below. */
  readonly now: string;
  readonly log: {
    readonly reachable: boolean;
    /** Position of the newest event; null for an empty log, or where it is out of reach. */
    readonly head: string | null;
  };
  /** Of the catch-up or rebuild under way; null where there is none. */
  readonly progress: ReadModelProgress | null;
  readonly readModels: readonly ReadModelStatus[];
  /** Null where it cannot be said. */
  readonly alarms: AlarmsStatus | null;
  /** The moment at which a sweep last ended in this process. */
  readonly lastSweep: string | null;
  /** The moment at which this process last had reason to expect one: its start. Null if it does not sweep. */
  readonly sweepsSince: string | null;
  readonly notices: NoticesStatus;
  /** Rows that could not be worked out, by the loop or list they are in. */
  readonly rows: readonly TroubledRows[];
  /** The path of the data folder; null if there is none. */
  readonly disk: { readonly freeBytes: number; readonly sizeBytes: number } | null;
  /** Sentences for those who run the program. */
  readonly warnings: readonly string[];
  /** The same, of what is not done that should be. */
  readonly failings: readonly string[];
}

export interface ReadModelStatus extends ProjectionStatus {
  /** The moment at which the oldest event was seen that it has not handled yet; null if it has handled all that was seen. */
  readonly behindSince: string | null;
}

export interface ReadModelProgress {
  readonly doing: ProjectionProgress['doing'];
  /** The moment at which it was first seen under way. */
  readonly since: string;
  /** Events handled since it began. */
  readonly events: number;
  /** The share of the log that is behind it, from 0 to 1. */
  readonly share: number;
  /** Events it has still before it; null where the log does not count them. */
  readonly eventsBehind: number | null;
}
