import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

/** Printed between two blocks. */
const BETWEEN = '-- the next block --';

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
  for (let attempt = 0; attempt < 1500 && server.exitCode === null; attempt++) {
    const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('script/server ended, or was not ready within five minutes');
};

const README = readFileSync(join(root, 'README.md'), 'utf8');
const API = readFileSync(join(root, 'docs', 'api.md'), 'utf8');

describe('the README, and the walk by curl of docs/api.md', () => {
  const [start, ...ofReadme] = examplesIn(README);
  const examples = [...examplesIn(API), ...ofReadme];
  const folder = mkdtempSync(join(tmpdir(), 'footprint-readme-'));
  let server: ChildProcess;
  /** The output of each of its blocks, and the first of them once more when it is run again. */
  let printed: readonly string[];

  beforeAll(async () => {
    const [port, portOfTheOwn] = [await freePort(), await freePort()];
    const env = { ...process.env, PORT: String(port), FOOTPRINT_DATA_DIR: folder };
    const command = start!.commands.split('\n')[0]!.replace(/#.*/, '').trim();
    server = spawn('bash', ['-c', `exec ${command}`], { cwd: root, env, stdio: 'ignore' });
    await ready(`http://localhost:${port}`, server);
    const blocks = [...examples, examples[0]!].map(({ commands }) => commands);
    // A block that changes folders or settings changes them for the next, so the first comes once more in a shell of its own.
    const shells = [blocks.slice(0, -1), blocks.slice(-1)].map((those) => {
      const script = `trap 'kill $(jobs -p) 2> /dev/null || true; wait' EXIT\n${those.join(`echo '${BETWEEN}'\n`)}`;
      return script.replaceAll('3000', String(port)).replaceAll('3001', String(portOfTheOwn));
    });
    const outputs: string[] = [];
    for (const script of shells) {
      const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', script], { cwd: root, env, maxBuffer: 2 ** 24 });
      outputs.push(...stdout.split(`${BETWEEN}\n`));
    }
    printed = outputs;
  });

  afterAll(async () => {
    if (server.exitCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true });
  });

  it('are under a hundred lines in the README, which names the command that runs these tests', () => {
    expect(README.split('\n').length).toBeLessThanOrEqual(100);
    expect(start!.commands).toContain('script/test ');
  });

  it.each(examples.map((example, index) => [example.commands.split('\n')[0]!.slice(0, 60), example, index] as const))(
    'have a block that prints what stands below it, run after the others in one shell: %s',
    (_, example, index) => {
      expect(example.printed.filter((line) => !isPrinted(line, printed[index]!))).toEqual([]);
    },
  );

  it('show one dispute that comes out the same when it is sent again', () => {
    expect(examples[0]!.printed.filter((line) => !isPrinted(line, printed.at(-1)!))).toEqual([]);
  });

  it('open with a picture, and tell the story of one dispute in pictures, each of which exists', () => {
    expect(README.indexOf('![')).toBeLessThan(README.indexOf('## '));
    const story = README.split(/^## /m).find((part) => part.startsWith('One dispute in pictures'))!;
    expect(story.match(/!\[[^\]]{20,}\]\(docs\/screens\/[\w-]+\.png\)/g)?.length).toBeGreaterThanOrEqual(3);
    const pictures = readdirSync(join(root, 'docs', 'screens')).filter((name) => name.endsWith('.png'));
    expect(pictures.filter((name) => !README.includes(`docs/screens/${name}`))).toEqual([]);
  });

  it('name no day that will be too long ago', () => {
    // The examples of a register are of years that are over, and stay so.
    expect(examples.flatMap(({ commands }) => commands.match(/\b20(2[4-9]|[3-9]\d)-\d\d-\d\d\b/g) ?? [])).toEqual([]);
  });
});

const LINK = /\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g;

describe('A link of the documents', () => {
  it.each(
    ['*.md', 'docs/*.md', 'docs/!(decisions)/**/*.md', 'docs/decisions/*.md'].flatMap((each) =>
      globSync(each, { cwd: root }),
    ),
  )('leads from %s to a file that is there', (file) => {
    const links = [...readFileSync(join(root, file), 'utf8').matchAll(LINK)].map(([, to]) => to!);
    expect(links.filter((to) => !existsSync(join(root, dirname(file), to)))).toEqual([]);
  });
});
