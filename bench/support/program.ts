import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const MAIN = resolve(import.meta.dirname, '../../dist/footprint/main.js');

/** As Linux counts, on every machine of today. */
const TICKS_A_SECOND = 100;

/** The built program in a process of its own, so that what is measured shares no event loop with the clients that measure it. */
export class Program {
  private readonly noted: number[] = [];
  /** Seconds from its start until it was ready, on the clock and of a processor. */
  readiness = { seconds: 0, processor: 0 };

  private constructor(
    readonly address: string,
    private readonly child: ChildProcess,
    private readonly folder: string | null,
  ) {}

  /** Serves the demonstration council from a new folder, once its read models are up to date. */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<Program> {
    const folder = mkdtempSync(join(tmpdir(), 'footprint-bench-program-'));
    return Program.begin(folder, folder, {
      FOOTPRINT_DEMONSTRATION: 'on',
      FOOTPRINT_DATA_DIR: join(folder, 'data'),
      ...settings,
    });
  }

  /** Serves the council of a data folder, which stays, once its read models are up to date. */
  static async over(dataFolder: string, settings: Readonly<Record<string, string>> = {}): Promise<Program> {
    return Program.begin(dataFolder, null, { FOOTPRINT_DATA_DIR: dataFolder, ...settings });
  }

  private static async begin(
    workIn: string,
    remove: string | null,
    settings: Readonly<Record<string, string>>,
  ): Promise<Program> {
    const begun = performance.now();
    const child = spawn(process.execPath, ['--no-warnings', MAIN], {
      cwd: workIn,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '', PORT: '0', ...settings },
    });
    const program = new Program(await addressOf(child), child, remove);
    await program.ready();
    program.readiness = { seconds: (performance.now() - begun) / 1_000, processor: program.ticks() / TICKS_A_SECOND };
    return program;
  }

  /** Resident memory now, in MiB: what the operating system counts, not what the program believes. */
  memory(): number {
    return this.mebibytes('VmRSS');
  }

  /** The most resident memory that there has been, in MiB. */
  mostMemory(): number {
    return this.mebibytes('VmHWM');
  }

  /** Seconds of processor time since it began. */
  used(): number {
    return this.ticks() / TICKS_A_SECOND;
  }

  /** Begins, or ends, the time over which processors are counted. */
  note(): void {
    this.noted.push(this.ticks());
  }

  /** Seconds of processor time between the first note and the last. */
  processor(): number {
    return (this.noted.at(-1)! - this.noted[0]!) / TICKS_A_SECOND;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await once(this.child, 'close');
    if (this.folder !== null) rmSync(this.folder, { recursive: true, force: true });
  }

  private mebibytes(what: 'VmRSS' | 'VmHWM'): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Math.round(Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  }

  private ticks(): number {
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return Number(fields[11]) + Number(fields[12]);
  }

  private async ready(): Promise<void> {
    while ((await fetch(`${this.address}/health/ready`)).status !== 200) await new Promise((go) => setTimeout(go, 20));
  }
}

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    child.stderr!.on('data', (text: Buffer) => {
      said += text.toString();
      const found = /serving at http:\/\/localhost:(\d+)/.exec(said);
      if (found) resolve(`http://127.0.0.1:${found[1]}`);
    });
    child.once('close', () => reject(new Error(`The program ended: ${said}`)));
  });
