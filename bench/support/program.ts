import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const MAIN = resolve(import.meta.dirname, '../../dist/src/main.js');

/** As Linux counts, on every machine of today. */
const TICKS_A_SECOND = 100;

/** The built program in a process of its own, so that what is measured shares no event loop with the clients that measure it. */
export class Program {
  private readonly noted: number[] = [];

  private constructor(
    readonly address: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  /** Serves the demonstration council from a new folder, once its read models are up to date. */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<Program> {
    const folder = mkdtempSync(join(tmpdir(), 'footprint-bench-program-'));
    const child = spawn(process.execPath, ['--no-warnings', MAIN], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        PORT: '0',
        FOOTPRINT_DEMONSTRATION: 'on',
        FOOTPRINT_DATA_DIR: join(folder, 'data'),
        ...settings,
      },
    });
    const program = new Program(await addressOf(child), child, folder);
    await program.ready();
    return program;
  }

  /** Resident memory now, in MiB: what the operating system counts, not what the program believes. */
  memory(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
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
    rmSync(this.folder, { recursive: true, force: true });
  }

  private ticks(): number {
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return Number(fields[11]) + Number(fields[12]);
  }

  private async ready(): Promise<void> {
    while ((await fetch(`${this.address}/health/ready`)).status !== 200) await new Promise((go) => setTimeout(go, 50));
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
