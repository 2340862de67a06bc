import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Program } from '../faults/program.js';
import { RoundRobin } from './round-robin.js';
import { NO_LIMITS } from '../support/limits.js';

const ROOT = resolve(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'dist/footprint/main.js');
const PLANTED = join(ROOT, 'test/faults/planted.mjs');

interface Instance {
  readonly program: Program;
  readonly dataDir: string;
  /** Once it is ready. */
  address?: string;
}

/** The program as it is built, several times over one log, behind a proxy. */
export class Instances {
  /** The last words of instances that ended without being told to, or did not start. */
  readonly endedByThemselves: string[] = [];
  /** Lines that the instances wrote to their logs. */
  readonly lines: string[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'footprint-instances-'));
  private readonly running: Instance[] = [];
  private readonly processes = new Set<ReturnType<typeof spawn>>();
  /** Shared, as the folder of documents of several instances is. */
  private readonly documents = join(this.folder, 'documents');
  private folders = 0;
  private stopping = false;

  private constructor(
    readonly proxy: RoundRobin,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** @param settings what all of them have in common: the log, Redis */
  static async begin(count: number, settings: Readonly<Record<string, string>>): Promise<Instances> {
    if (!existsSync(MAIN)) throw new Error('Run script/bootstrap first: this runs the built program.');
    const instances = new Instances(await RoundRobin.listen(), settings);
    mkdirSync(instances.documents);
    try {
      await Promise.all(Array.from({ length: count }, () => instances.start()));
      return instances;
    } catch (error) {
      await instances.remove();
      throw error;
    }
  }

  /** Until it is ready and the proxy knows it. */
  async start(dataDir = join(this.folder, `instance-${this.folders++}`)): Promise<void> {
    const planted = process.env.FOOTPRINT_PLANTED ? ['--import', PLANTED] : [];
    const child = spawn(process.execPath, ['--no-warnings', ...planted, MAIN], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        // It is no test, and a fault that is planted goes into it, not into this process.
        JEST_WORKER_ID: undefined,
        // Code compiled once is not compiled again at each start.
        NODE_COMPILE_CACHE: join(this.folder, 'compiled'),
        PORT: '0',
        ...NO_LIMITS,
        // Whether all is told must not depend on the hour at which the test runs.
        NOTICES_AT_ANY_HOUR: 'everything',
        FOOTPRINT_DATA_DIR: dataDir,
        FOOTPRINT_DOCUMENTS: this.documents,
        ...this.settings,
      },
    });
    this.processes.add(child);
    child.stdout.on('data', (text: Buffer) => this.lines.push(...text.toString().split('\n')));
    const instance: Instance = { program: new Program(child), dataDir };
    this.running.push(instance);
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2_000)));
    child.on('exit', () => {
      if (this.running.includes(instance) && !this.stopping) this.endedByThemselves.push(said);
    });
    instance.address = await instance.program.address;
    this.tellProxy();
  }

  /** Without warning; the proxy notices when it is gone. @returns its data folder, with which it may start again */
  async killOne(which: number): Promise<string> {
    const [instance] = this.running.splice(which % this.running.length, 1);
    await instance!.program.kill();
    this.tellProxy();
    return instance!.dataDir;
  }

  get dataDirs(): string[] {
    return this.running.map(({ dataDir }) => dataDir);
  }

  get addresses(): string[] {
    return this.running.flatMap(({ address }) => address ?? []);
  }

  /** All of them, in order. */
  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.running.map(({ program }) => program.stop()));
    this.proxy.passTo([]);
  }

  /** Ends what still runs, by its own process number, and leaves nothing behind. */
  async remove(): Promise<void> {
    this.stopping = true;
    for (const child of this.processes) child.kill('SIGKILL');
    await this.proxy.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private tellProxy(): void {
    this.proxy.passTo(this.addresses);
  }
}
