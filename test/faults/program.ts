import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { NO_LIMITS } from '../support/limits.js';
import { inItsFolder, type LogOfTheProgram, type MakeLog } from './log-of-the-program.js';

const ROOT = resolve(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'dist/footprint/main.js');
const PLANTED = join(ROOT, 'test/faults/planted.mjs');

/** The program as it is built, with one council's data, started again and again. */
export class Installation {
  private readonly started = new Set<ChildProcess>();

  private constructor(
    readonly folder: string,
    readonly log: LogOfTheProgram,
  ) {}

  /** A folder of its own and a log with a small council in it, in that folder unless told. */
  static async make(makeLog: MakeLog = inItsFolder): Promise<Installation> {
    if (!existsSync(MAIN)) throw new Error('Run script/bootstrap first: this test runs the built program.');
    const folder = mkdtempSync(join(tmpdir(), 'footprint-installation-'));
    return new Installation(folder, await makeLog(dataDirIn(folder)));
  }

  get dataDir(): string {
    return dataDirIn(this.folder);
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
        PORT: '0',
        ...NO_LIMITS,
        FOOTPRINT_DATA_DIR: this.dataDir,
        ...this.log.settings,
      },
    });
    this.started.add(child);
    return new Program(child);
  }

  /** Ends what still runs, by its own process number, and leaves nothing behind. */
  async remove(): Promise<void> {
    for (const child of this.started) child.kill('SIGKILL');
    await this.log.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const dataDirIn = (folder: string): string => join(folder, 'data');

/** One run of it. */
export class Program {
  /** Its address, once it serves and is ready; rejected if the program ended before. */
  readonly address: Promise<string>;
  private readonly ended: Promise<unknown[]>;
  private said = '';

  constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'close');
    this.address = this.served().then(untilReady);
    // A test that kills it before it serves does not ask for the address.
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
