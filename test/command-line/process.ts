import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from '../../src/cli/run.js';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

/** A process of ours, with what it has said so far. */
export class Running {
  out = '';
  said = '';
  private readonly ended: Promise<number | null>;

  constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (text: Buffer) => (this.out += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (this.said += text.toString()));
    this.ended = new Promise((resolveEnd) => child.on('close', (code) => resolveEnd(code)));
  }

  async end(): Promise<Ended> {
    const code = await this.ended;
    return { code, out: this.out, said: this.said };
  }

  /** Until it has said something, or has ended without. */
  async says(words: RegExp): Promise<void> {
    while (!words.test(this.out + this.said)) {
      const over = await Promise.race([this.ended.then(() => true), new Promise((later) => setTimeout(later, 5))]);
      if (over === true && !words.test(this.out + this.said))
        throw new Error(`It ended without saying ${String(words)}: ${this.said}`);
    }
  }
}

/** The command line, each test with a data folder of its own: in this process, or `bin/footprint` as a person runs it. */
export class Terminal {
  private constructor(
    readonly folder: string,
    private readonly settings: Record<string, string> = {},
  ) {}

  static async open(): Promise<Terminal> {
    if (!existsSync(join(ROOT, 'dist/footprint/cli.js')))
      throw new Error('Run script/bootstrap first: these tests run the built program.');
    return new Terminal(await mkdtemp(join(tmpdir(), 'footprint-terminal-')));
  }

  get data(): string {
    return join(this.folder, 'data');
  }

  /** The same folder, at which somebody signs in. */
  asPerson(token: string): Terminal {
    return new Terminal(this.folder, { FOOTPRINT_TOKEN: token });
  }

  start(...words: string[]): Running {
    return this.spawn(join(ROOT, 'bin/footprint'), words);
  }

  /** A command that is killed without warning as soon as it has said these words of its progress. */
  startToBeKilled(words: RegExp, ...command: string[]): Running {
    return this.spawn(join(ROOT, 'bin/footprint'), command, {
      NODE_OPTIONS: `--import ${join(import.meta.dirname, 'killed-when-it-says.mjs')}`,
      FOOTPRINT_TEST_KILLED_WHEN_IT_SAYS: words.source,
    });
  }

  /** What `bin/footprint` does, without starting a process, which takes longer than most commands. */
  async run(...words: string[]): Promise<Ended> {
    let out = '';
    let said = '';
    const code = await run(words, {
      environment: this.environment({}),
      print: (text) => void (out += text),
      say: (text) => void (said += text),
    });
    return { code, out, said };
  }

  /** A line as it stands in a README, with its own shell. */
  async shell(line: string): Promise<Ended> {
    return this.spawn('bash', ['-euo', 'pipefail', '-c', line]).end();
  }

  /** The service on a port of its own choosing; stop it with a signal. */
  serve(settings: Record<string, string> = {}): Running {
    return this.spawn('bash', ['-c', '. script/node && exec node dist/footprint/main.js'], { PORT: '0', ...settings });
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private spawn(command: string, words: string[], more: Record<string, string> = {}): Running {
    return new Running(spawn(command, words, { cwd: ROOT, env: this.environment(more) }));
  }

  private environment(more: Record<string, string>): NodeJS.ProcessEnv {
    return { ...process.env, NODE_OPTIONS: '', FOOTPRINT_DATA_DIR: this.data, ...this.settings, ...more };
  }
}
