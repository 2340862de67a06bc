import type { Instant } from '../../calendar/calendar.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { Actor, EventStore } from '../../platform/event-store/event-store.js';
import type { Executor } from '../../platform/executor.js';
import { Problem } from '../../platform/http/problem.js';
import { newId } from '../../platform/new-id.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { EVERYTHING, type MattersOpened, type Shown } from './events.js';
import { viewLogDecider, viewLogStream } from './views.js';

/** One opening of one matter: a dispute, an acknowledgement, a check, recommendations, a meeting or a child. */
export interface Viewing {
  readonly viewedAt: string;
  readonly what: Shown;
  readonly by: string;
  readonly person: string;
  readonly post: string | null;
  readonly role: string | null;
  readonly actingFor: string | null;
}

/** One entry of the log, with all that stood in the answer. */
export interface Entry extends Viewing {
  readonly entry: string;
  /** In the log: later entries are greater. */
  readonly position: string;
  /** References, and record numbers of children. */
  readonly matters: readonly string[];
}

/** The entries that are asked for: all of them where nothing narrows them. */
export interface EntriesAsked {
  readonly matter?: string;
  /** Id of the person who opened it. */
  readonly person?: string;
  /** Position of an entry: those before it. */
  readonly before?: string;
  readonly most: number;
}

/**
 * The log of who opened which record. An entry is on the disk before the answer leaves: what cannot be logged is not shown. The log is one
 * of its own, with an index of its own, so that nothing else ever reads its way through it.
 */
export class ViewLog {
  constructor(
    private readonly store: EventStore,
    private readonly executor: Executor,
    private readonly index: ReadModels,
    private readonly clock: Clock,
  ) {}

  /** @throws StoreUnavailable where it could not be written; what was opened must then not be shown */
  async record(opened: MattersOpened, actor: Actor, correlationId?: string): Promise<void> {
    await Promise.all(inParts(opened).map((part) => this.recordPart(part, actor, correlationId)));
  }

  private async recordPart(opened: MattersOpened, actor: Actor, correlationId?: string): Promise<void> {
    const commandId = newId();
    const envelope = { commandId, actor, occurredAt: this.clock.now(), correlationId };
    await this.executor.execute(viewLogStream(commandId), viewLogDecider, opened, null, envelope);
  }

  /** The moment at which a person last had one matter before them; null if they never had, or the index has not come as far within a moment. */
  async lastOf(matter: string, person: string): Promise<Instant | null> {
    return (await this.lastOfEach([matter], person)).get(matter) ?? null;
  }

  /** The same of several matters; those that they never had before them are left out. */
  async lastOfEach(matters: readonly string[], person: string): Promise<ReadonlyMap<string, Instant>> {
    if (matters.length === 0) return new Map();
    const head = await this.store.head();
    if (head !== undefined) await this.index.waitFor(head, A_MOMENT);
    const found = this.index.all<{ matter: string; at: Instant }>(
      `SELECT matter, max(viewed_at) AS at FROM viewings
        WHERE matter IN (SELECT value FROM json_each(?)) AND person = ? AND what IN ('page', 'history')
        GROUP BY matter`,
      [JSON.stringify(matters), person],
    );
    return new Map(found.map(({ matter, at }) => [matter, at]));
  }

  /**
   * Every opening of one matter, the first first.
   * @throws Problem `not-ready` while the index has not come as far as the log
   */
  async of(matter: string): Promise<readonly Viewing[]> {
    await this.caughtUp();
    return this.index.all<Viewing>(
      `SELECT viewed_at AS viewedAt, what, "by", person, post, role, acting_for AS actingFor
         FROM viewings WHERE matter IN (?, ?) ORDER BY position`,
      [matter, EVERYTHING],
    );
  }

  /**
   * Entries, the last first.
   * @throws Problem `not-ready` while the index has not come as far as the log
   */
  async entries({ matter, person, before, most }: EntriesAsked): Promise<readonly Entry[]> {
    await this.caughtUp();
    const asked = { matter, everything: matter && EVERYTHING, person, before };
    const where = [
      ...(matter === undefined ? [] : ['matter IN (:matter, :everything)']),
      ...(person === undefined ? [] : ['person = :person']),
      ...(before === undefined ? [] : ['position < :before']),
    ];
    const given = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
    const entries = this.index.all<Omit<Entry, 'matters'>>(
      `SELECT DISTINCT entry, position, viewed_at AS viewedAt, what, "by", person, post, role, acting_for AS actingFor
         FROM viewings ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`} ORDER BY position DESC LIMIT :most`,
      { ...(Object.fromEntries(given) as Record<string, string>), most },
    );
    const stood = this.index.all<{ entry: string; matter: string }>(
      `SELECT entry, matter FROM viewings WHERE entry IN (SELECT value FROM json_each(:entries)) AND matter <> '' ORDER BY matter`,
      { entries: JSON.stringify(entries.map(({ entry }) => entry)) },
    );
    const matters = Map.groupBy(stood, ({ entry }) => entry);
    return entries.map((each) => ({ ...each, matters: (matters.get(each.entry) ?? []).map((row) => row.matter) }));
  }

  private async caughtUp(): Promise<void> {
    const head = await this.store.head();
    if (head !== undefined && !(await this.index.waitFor(head))) throw stillIndexing();
  }
}

/** Milliseconds for which a page waits to know when it was last looked at. */
const A_MOMENT = 200;

/** References in one entry: an export of many years would not fit into one append. */
const MOST_IN_ONE_ENTRY = 5_000;

const inParts = (opened: MattersOpened): MattersOpened[] => {
  const { references } = opened;
  if (references.length <= MOST_IN_ONE_ENTRY) return [opened];
  return Array.from({ length: Math.ceil(references.length / MOST_IN_ONE_ENTRY) }, (_, part) => ({
    ...opened,
    references: references.slice(part * MOST_IN_ONE_ENTRY, (part + 1) * MOST_IN_ONE_ENTRY),
  }));
};

const stillIndexing = (): Problem =>
  new Problem(503, 'not-ready', 'The log of who opened what is still being read. Send it again in a moment.', {
    headers: { 'retry-after': '5' },
  });
