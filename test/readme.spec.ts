import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');

/** A block of commands, and the lines that are printed below it, with `…` for what differs from run to run. */
interface Example {
  readonly commands: string;
  readonly printed: readonly string[];
}

const examplesIn = (readme: string): Example[] =>
  [...readme.matchAll(/```sh\n(.*?)```(?:\s*```text\n(.*?)```)?/gs)].map(([, commands, printed]) => ({
    commands: commands!,
    printed: (printed ?? '').split('\n').filter((line) => line !== ''),
  }));

/** Whether the parts between the dots stand in one line of the output, in their order. */
const isPrinted = (expected: string, output: string): boolean => {
  const pattern = new RegExp(
    expected
      .split('…')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*'),
  );
  return output.split('\n').some((line) => pattern.test(line));
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const ready = async (address: string, server: ChildProcess): Promise<void> => {
  for (let attempt = 0; attempt < 300 && server.exitCode === null; attempt++) {
    const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('script/server ended, or was not ready within a minute');
};

describe('the README', () => {
  const [start, dispute, today, register, own] = examplesIn(readFileSync(join(root, 'README.md'), 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'footprint-readme-'));
  let server: ChildProcess;
  let address: string;

  beforeAll(async () => {
    const port = await freePort();
    address = `http://localhost:${port}`;
    const environment = { ...process.env, PORT: String(port), FOOTPRINT_DATA_DIR: folder };
    const command = start!.commands.split('\n')[0]!.replace(/#.*/, '').trim();
    server = spawn('bash', ['-c', `exec ${command}`], { cwd: root, env: environment, stdio: 'ignore' });
    await ready(address, server);
  }, 120_000);

  afterAll(async () => {
    if (server.exitCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true });
  });

  const outputOf = async ({ commands }: Example): Promise<string> => {
    const script = commands.replaceAll('http://localhost:3000', address);
    const env = { ...process.env, FOOTPRINT_DATA_DIR: folder };
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', script], { cwd: root, env, maxBuffer: 2 ** 24 });
    return stdout;
  };

  it('names the command that runs these tests', () => {
    expect(start!.commands).toContain('script/test ');
  });

  it('shows one dispute as it really goes, and the same again when it is sent again', async () => {
    const first = await outputOf(dispute!);
    expect(dispute!.printed.filter((line) => !isPrinted(line, first))).toEqual([]);
    const second = await outputOf(dispute!);
    expect(dispute!.printed.filter((line) => !isPrinted(line, second))).toEqual([]);
  });

  it('shows what there is to see beside the running service', async () => {
    const output = await outputOf(today!);
    expect(today!.printed.filter((line) => !isPrinted(line, output))).toEqual([]);
  }, 60_000);

  it('shows a council set up by one person and opened by another', async () => {
    const output = await outputOf(own!);
    expect(own!.printed.filter((line) => !isPrinted(line, output))).toEqual([]);
  }, 60_000);

  it('shows a register read in as it really goes', async () => {
    const output = await outputOf(register!);
    expect(register!.printed.filter((line) => !isPrinted(line, output))).toEqual([]);
  }, 60_000);
});
