import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from '../../src/platform/clock/clock.js';
import type { EventStore } from '../../src/platform/event-store/event-store.js';
import { SqliteEventStore } from '../../src/platform/event-store/sqlite/sqlite-event-store.js';
import { Council } from '../journeys/council.js';

const ROOT = resolve(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'dist/src/main.js');
const PLANTED = join(ROOT, 'test/faults/planted.mjs');

/** The program as it is built, with one council's data, started again and again. What it runs on is told in its settings. */
export class Installation {
  private readonly started = new Set<ChildProcess>();

  private constructor(
    readonly folder: string,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** A folder of its own with a small council in it. */
  static async make(settings: Readonly<Record<string, string>> = {}): Promise<Installation> {
    if (!existsSync(MAIN)) throw new Error('Run script/bootstrap first: this test runs the built program.');
    const installation = new Installation(mkdtempSync(join(tmpdir(), 'footprint-installation-')), settings);
    const council = await Council.begin('house', { dataDir: installation.dataDir });
    await council.end();
    return installation;
  }

  get dataDir(): string {
    return join(this.folder, 'data');
  }
  get logFile(): string {
    return join(this.dataDir, 'log.sqlite');
  }
  get readModelsFile(): string {
    return join(this.dataDir, 'read-models.sqlite');
  }

  start(): Program {
    const planted = process.env.FOOTPRINT_PLANTED ? ['--import', PLANTED] : [];
    const child = spawn(process.execPath, ['--no-warnings', ...planted, MAIN], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        // It is no test, and a fault that is planted goes into it, not into this process.
        JEST_WORKER_ID: undefined,
        // Code compiled once is not compiled again at each start.
        NODE_COMPILE_CACHE: join(this.folder, 'compiled'),
        PORT: '0',
        FOOTPRINT_DATA_DIR: this.dataDir,
        FOOTPRINT_DEMONSTRATION: 'on',
        ...this.settings,
      },
    });
    this.started.add(child);
    return new Program(child);
  }

  /** The log, once the program has been stopped. */
  openLog(): EventStore {
    return SqliteEventStore.open(this.logFile, { clock: systemClock });
  }

  /** Ends what still runs, by its own process number, and leaves nothing behind. */
  remove(): void {
    for (const child of this.started) child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** One run of it. */
export class Program {
  /** Where it serves, once it does and is ready; it fails where the program ended before. */
  readonly address: Promise<string>;
  private readonly ended: Promise<unknown[]>;
  private said = '';

  constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'close');
    this.address = this.served().then(untilReady);
    // Whoever kills it before it serves does not ask where.
    this.address.catch(() => undefined);
  }

  /** Without warning. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.endedBy('SIGKILL');
  }

  /** In order. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.endedBy(null);
  }

  /** A program that had ended by itself has failed. */
  private async endedBy(signal: string | null): Promise<void> {
    const [code, by] = await this.ended;
    if (by !== signal || (signal === null && code !== 0)) throw new Error(`It ended by itself: ${this.said}`);
  }

  private served(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.child.stderr!.on('data', (text: Buffer) => {
        this.said += text.toString();
        const found = /serving at http:\/\/localhost:(\d+)/.exec(this.said);
        if (found) resolve(`http://127.0.0.1:${found[1]}`);
      });
      void this.ended.then(() => reject(new Error(`It ended: ${this.said}`)));
    });
  }
}

/** As a proxy in front of it would wait: its read models may have some of the log to catch up with. */
const untilReady = async (address: string): Promise<string> => {
  while ((await fetch(`${address}/health/ready`)).status !== 200) await new Promise((later) => setTimeout(later, 10));
  return address;
};
