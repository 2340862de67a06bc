import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';
import type { EventStore, Position } from '../event-store/event-store.js';
import { FoldGroup, type Reader } from './fold-group.js';
import type { Bookmarks, Projection, ProjectionProgress, ProjectionStatus, ReadModels } from './projection.js';
import { ProjectionFold } from './projection-fold.js';
import { definitionOf, ReadModelDatabase, type ReadModelTable, type Standing } from './read-model-database.js';
import { type Followed, retelling } from './retold.js';
import { type ServingTable, type TableVerified, verifyTables } from './verify.js';

export type { ProjectionProgress };

export interface ProjectionRunnerOptions {
  readonly store: EventStore;
  /** File of the read models, or `:memory:`. */
  readonly path: string;
  readonly projections: readonly Projection[];
  /** Only to ask questions beside the process that keeps the read models; it then neither folds nor writes. */
  readonly readOnly?: boolean;
  /** Told after every page how far a catch-up, rebuild or verification has come. */
  readonly onProgress?: (progress: ProjectionProgress) => void;
  /** Told of each failed attempt to follow the log, before the next one: the store is away, or the file cannot be written. */
  readonly onTrouble?: (error: unknown) => void;
}

/** Some projections could not be built anew; their tables of before go on serving. */
export class RebuildFailed extends Error {
  override readonly name = 'RebuildFailed';
  constructor(readonly failures: readonly { name: string; failure: string }[]) {
    super(failures.map(({ name, failure }) => `${name}: ${failure}`).join(' '));
  }
}

const PAGE = 1_000;
const LONGEST_PAUSE = 5_000;

/**
 * Feeds every projection from one reading of the log, writes rows and positions together, and answers the queries. A projection that
 * cannot fold an event stops alone, in front of that event, until the program is started again; the others go on.
 */
export class ProjectionRunner implements ReadModels, Bookmarks {
  private readonly store: Followed;
  private readonly projections: readonly Projection[];
  private readonly readOnly: boolean;
  private readonly onProgress: (progress: ProjectionProgress) => void;
  private readonly onTrouble: (error: unknown) => void;
  private readonly database: ReadModelDatabase;
  /** The database that serves now and follows the log. */
  private readonly serving: FoldGroup;
  /** Projections whose tables were made from another version, and why new ones could not be made, if so; the old ones serve as they are. */
  private readonly outdated = new Map<string, string | null>();
  private readonly rebuilding = new Set<string>();
  private readonly underWay = new Map<ProjectionProgress['doing'], ProjectionProgress>();
  private atHead = false;
  private following: { readonly stop: AbortController; readonly ended: Promise<unknown> } | undefined;
  /** Whether it has ever followed the log: once it has stopped, it reads no further. */
  private hasFollowed = false;
  /** One catch-up at a time. */
  private catchingUp: Promise<void> = Promise.resolve();
  private readonly afterFlush = new Set<() => void>();

  constructor(options: ProjectionRunnerOptions) {
    this.store = retelling(options.store);
    this.projections = options.projections;
    this.readOnly = options.readOnly ?? false;
    this.onProgress = options.onProgress ?? (() => {});
    this.onTrouble = options.onTrouble ?? (() => {});
    this.database = new ReadModelDatabase(options.path, { readOnly: this.readOnly });
    this.serving = new FoldGroup(this.database, (readers) => this.database.moveTo(readers.map(standingOf)));
    if (!this.readOnly) this.open();
  }

  /**
   * Folds up to the head of the log; where the live subscription runs, waits until it is there. Tables of an older version are built
   * anew first.
   */
  async catchUp(): Promise<void> {
    if (this.readOnly) return;
    if (this.following === undefined) {
      this.catchingUp = this.catchingUp.catch(() => undefined).then(() => this.readToHead());
      await this.catchingUp;
      return;
    }
    const head = await this.store.head();
    while (head !== undefined && this.following !== undefined && this.isBehind(head)) await this.nextFlush();
  }

  /** Catches up and then follows the log in the background until stopped. A store that is away is asked again, patiently. */
  start(): void {
    if (this.following !== undefined || this.readOnly) return;
    const stop = new AbortController();
    this.hasFollowed = true;
    this.following = {
      stop,
      ended: Promise.all([
        this.patiently(stop.signal, () => this.follow(stop.signal)),
        this.patiently(stop.signal, () => this.buildOutdated(stop.signal)),
      ]),
    };
  }

  /** Ends the live subscription; what was folded is stored. */
  async stop(): Promise<void> {
    const { following } = this;
    this.following = undefined;
    following?.stop.abort();
    this.announceFlush();
    await following?.ended;
    await this.catchingUp.catch(() => undefined);
  }

  /** Stops, and closes the file for good. */
  async close(): Promise<void> {
    await this.stop();
    this.database.close();
  }

  /**
   * Makes every read model anew from the first event, beside the ones that serve, and changes over in one transaction. Cut short at any
   * moment, nothing has changed.
   * @throws RebuildFailed for projections that cannot fold the log; those keep the tables they had, the others have changed over
   */
  async rebuild(options: { signal?: AbortSignal } = {}): Promise<void> {
    await this.build(this.projections, options.signal);
  }

  /**
   * Recomputes every read model from nothing in a temporary file and compares it row by row with the one that serves, as of the
   * position that one has reached.
   */
  async verify(): Promise<TableVerified[]> {
    const verification = {
      store: this.store,
      projections: this.projections,
      serving: () => this.servingTables(),
      onPage: (events: number, position: Position) => this.onProgress({ doing: 'verifying', events, position }),
    };
    return this.readOnly ? this.database.inSnapshot(() => verifyTables(verification)) : verifyTables(verification);
  }

  all<Row>(sql: string, parameters?: Record<string, unknown> | readonly unknown[]): Row[] {
    return this.database.all(sql, parameters);
  }

  get<Row>(sql: string, parameters?: Record<string, unknown> | readonly unknown[]): Row | undefined {
    return this.database.get(sql, parameters);
  }

  revisionOf(names: readonly string[]): string {
    return this.database.revisionOf(names);
  }

  bookmark(name: string): string | undefined {
    return this.database.bookmark(name);
  }

  placeBookmark(name: string, text: string): void {
    this.database.placeBookmark(name, text);
  }

  /** False at once where a projection has stopped or is of an older version: waiting would not help. */
  async waitFor(position: Position, milliseconds = 1_000): Promise<boolean> {
    // Where nothing follows the log, as in a command that does its work alone, nothing but this would ever bring it here.
    if (!this.hasFollowed && !this.readOnly && this.isBehind(position)) await this.catchUp();
    const timeUp = AbortSignal.timeout(milliseconds);
    while (this.isBehind(position)) {
      if (timeUp.aborted) return false;
      await (this.readOnly ? pause(20) : this.nextFlush(timeUp));
    }
    return this.status().every((each) => each.position !== null && each.position >= position);
  }

  status(): ProjectionStatus[] {
    const generations = this.database.generations();
    return this.projections.map(({ name, version }) => {
      const generation = generations.get(name);
      const failure = generation?.failure ?? this.outdated.get(name) ?? null;
      return {
        name,
        version: generation?.version ?? version,
        position: generation?.position ?? null,
        state: this.stateOf(name, failure),
        failure,
      };
    });
  }

  progress(): ProjectionProgress | null {
    return this.underWay.get('rebuilding') ?? this.underWay.get('catching-up') ?? null;
  }

  private tell(progress: ProjectionProgress): void {
    this.underWay.set(progress.doing, progress);
    this.onProgress(progress);
  }

  private stateOf(name: string, failure: string | null): ProjectionStatus['state'] {
    if (this.rebuilding.has(name)) return 'rebuilding';
    if (failure !== null) return 'failed';
    if (this.outdated.has(name)) return 'rebuilding';
    return this.atHead || this.readOnly ? 'live' : 'catching-up';
  }

  private open(): void {
    this.database.dropUnknown(this.projections);
    const generations = this.database.generations();
    this.database.inTransaction(() => {
      for (const projection of this.projections) {
        const generation = generations.get(projection.name);
        if (generation === undefined) {
          const table = this.database.createTable(projection, 1);
          this.database.createIndexes(projection, 1);
          this.database.serve(projection, 1, null);
          this.serving.add(foldInto(projection, table, null), table);
        } else if (generation.version === projection.version && generation.definition === definitionOf(projection)) {
          const table = this.database.table(projection, generation.number);
          this.serving.add(foldInto(projection, table, generation.position), table);
        } else {
          this.outdated.set(projection.name, null);
        }
      }
    });
  }

  private async readToHead(): Promise<void> {
    await this.buildOutdated();
    await this.readPages();
  }

  private async readPages(signal?: AbortSignal): Promise<void> {
    let events = 0;
    while (!this.serving.idle && !signal?.aborted) {
      const page = await this.store.readAll(this.serving.cursor, { limit: PAGE });
      if (page.length === 0) break;
      this.serving.take(page);
      events += page.length;
      this.tell({ doing: 'catching-up', events, position: page.at(-1)!.position });
      if (this.serving.due) this.flush();
      await breathe();
    }
    this.flush();
    this.underWay.delete('catching-up');
    this.atHead = !signal?.aborted;
  }

  private async follow(signal: AbortSignal): Promise<void> {
    await this.catchingUp.catch(() => undefined);
    await this.readPages(signal);
    for await (const page of this.store.subscribe(this.serving.cursor, { signal, limit: PAGE })) {
      this.serving.take(page);
      this.flush();
    }
  }

  /**
   * Does the work again, after ever longer pauses, while the store is away or the file cannot be written. Positions and health show it
   * meanwhile, and each attempt goes on from what is stored.
   */
  private async patiently(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    for (let wait = 100; !signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      try {
        return await work();
      } catch (error) {
        if (signal.aborted) return;
        this.onTrouble(error);
        this.serving.startOver();
        this.atHead = false;
        await pause(wait, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private flush(): void {
    this.serving.flush();
    this.announceFlush();
  }

  private async buildOutdated(signal?: AbortSignal): Promise<void> {
    const projections = this.projections.filter(({ name }) => this.outdated.get(name) === null);
    if (projections.length === 0) return;
    try {
      await this.build(projections, signal);
    } catch (error) {
      if (!(error instanceof RebuildFailed)) throw error;
      for (const { name, failure } of error.failures) this.outdated.set(name, failure);
    }
    this.announceFlush();
  }

  /** Fills new tables beside the old ones, then changes over. */
  private async build(projections: readonly Projection[], signal?: AbortSignal): Promise<void> {
    const twice = projections.find(({ name }) => this.rebuilding.has(name));
    if (twice) throw new Error(`The read model ${twice.name} is being rebuilt already. Wait until that has ended.`);
    for (const { name } of projections) this.rebuilding.add(name);
    const generations = this.database.generations();
    const building = new FoldGroup(this.database);
    try {
      for (const projection of projections) {
        const table = this.database.createTemporaryTable(
          projection,
          (generations.get(projection.name)?.number ?? 0) + 1,
        );
        building.add(foldInto(projection, table, null), table);
      }
      await this.fill(building, signal);
      this.changeOver(building);
    } finally {
      for (const { name } of projections) this.rebuilding.delete(name);
      this.underWay.delete('rebuilding');
      this.database.dropTemporary([...building.readers.values()].map(({ table }) => table));
    }
    const failures = [...building.readers.values()].flatMap(({ fold: { projection, failure } }) =>
      failure === null ? [] : [{ name: projection.name, failure }],
    );
    if (failures.length > 0) throw new RebuildFailed(failures);
  }

  /** Reads until the new tables know all that was handed to the ones that serve, so that changing over loses no event. */
  private async fill(building: FoldGroup, signal?: AbortSignal): Promise<void> {
    let events = 0;
    for (;;) {
      signal?.throwIfAborted();
      const page = building.idle ? [] : await this.store.readAll(building.cursor, { limit: PAGE });
      if (page.length > 0) {
        building.take(page);
        events += page.length;
        this.tell({ doing: 'rebuilding', events, position: page.at(-1)!.position });
        if (building.due) building.flush();
        await breathe();
      } else if (building.idle || !isAhead(this.serving.reached, building.reached)) {
        building.flush();
        return;
      }
    }
  }

  private changeOver(building: FoldGroup): void {
    const built = [...building.readers.values()].filter(({ fold }) => fold.failure === null);
    const kept = new Map<ProjectionFold, ReadModelTable>();
    this.database.inTransaction(() => {
      for (const { fold, table } of built) {
        kept.set(fold, this.database.keep(fold.projection, table));
        this.database.serve(fold.projection, table.number, fold.position);
      }
    });
    for (const [{ projection, position }, table] of kept) {
      this.serving.add(foldInto(projection, table, position), table);
      this.outdated.delete(projection.name);
    }
    this.announceFlush();
  }

  private servingTables(): ReadonlyMap<string, ServingTable> {
    const generations = this.database.generations();
    const tables = new Map<string, ServingTable>();
    for (const projection of this.projections) {
      const generation = generations.get(projection.name);
      if (generation === undefined || generation.definition !== definitionOf(projection)) continue;
      const table =
        this.serving.readers.get(projection.name)?.table ?? this.database.table(projection, generation.number);
      tables.set(projection.name, { table, position: generation.position });
    }
    return tables;
  }

  /** Whether any that is still going has not stored this position yet. */
  private isBehind(position: Position): boolean {
    const behind = (at: Position | null): boolean => at === null || at < position;
    if (this.readOnly) return this.status().some((each) => each.state === 'live' && behind(each.position));
    return [...this.serving.readers.values()].some(({ fold, stored }) => fold.failure === null && behind(stored));
  }

  /** Resolves at the next flush, or when the time is up. */
  private nextFlush(timeUp?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.afterFlush.delete(done);
        timeUp?.removeEventListener('abort', done);
        resolve();
      };
      this.afterFlush.add(done);
      timeUp?.addEventListener('abort', done);
    });
  }

  private announceFlush(): void {
    for (const done of [...this.afterFlush]) done();
  }
}

const foldInto = (projection: Projection, table: ReadModelTable, position: Position | null): ProjectionFold =>
  new ProjectionFold(projection, position, (partition) => table.load(partition));

const standingOf = ({ fold: { projection, position, failure } }: Reader): Standing => ({
  projection: projection.name,
  position,
  failure,
});

const isAhead = (a: Position | null, b: Position | null): boolean => a !== null && (b === null || a > b);
