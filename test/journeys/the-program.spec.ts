import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConfig, lintFromString } from '@redocly/openapi-core';

/*
 * The program as it is built (`script/bootstrap`): the OpenAPI document is complete only there, because its comments and types are
 * read while it is compiled.
 */

const MAIN = new URL('../../dist/footprint/main.js', import.meta.url).pathname;
const folders: string[] = [];
const running: ChildProcess[] = [];

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'footprint-program-'));
  folders.push(made);
  return made;
};

interface Run {
  readonly child: ChildProcess;
  readonly errors: () => string;
  readonly ended: Promise<number | null>;
  /** The address at which it serves, once it does. */
  readonly address: Promise<string>;
}

const run = (environment: Record<string, string>): Run => {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, [MAIN], { env: { PATH, NODE_COMPILE_CACHE, PORT: '0', ...environment } });
  running.push(child);
  let errors = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const address = new Promise<string>((resolve, reject) => {
    child.stderr!.on('data', (text: Buffer) => {
      errors += text.toString();
      const found = /serving at (http:\S+?),?\s/.exec(errors);
      if (found) resolve(found[1]!);
    });
    void ended.then(() => reject(new Error(`It ended: ${errors}`)));
  });
  address.catch(() => undefined);
  return { child, errors: () => errors, ended, address };
};

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

describe('the program as a demonstration', () => {
  it('makes its council in an empty folder by itself, and serves it', async () => {
    const service = run({ FOOTPRINT_DATA_DIR: folder(), FOOTPRINT_DEMONSTRATION: 'on' });
    const address = await service.address;
    expect(service.errors()).toMatch(/is ready: \d+ acts of two years/);
    expect(await (await fetch(`${address}/sign-in`)).text()).toContain('A. Hartwell');
    service.child.kill('SIGTERM');
    await service.ended;
  });
});

describe('the program', () => {
  const dataDir = folder();
  let service: Run;
  let address: string;
  beforeAll(async () => {
    service = run({ FOOTPRINT_DATA_DIR: dataDir });
    address = await service.address;
  });

  it('describes its API completely, by the recommended rules', async () => {
    const source = await (await fetch(`${address}/api/v1/openapi.json`)).text();
    // Written by the build, so that no start makes it.
    expect(readFileSync(new URL('../../dist/openapi.json', import.meta.url), 'utf8')).toBe(source);
    const found = await lintFromString({ source, config: await createConfig({ extends: ['recommended'] }) });
    const errors = found.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)).toEqual([]);
    const { paths, components } = JSON.parse(source) as {
      paths: Record<string, Record<string, { operationId: string; security?: object[]; requestBody?: object }>>;
      components: { schemas: Record<string, { properties?: object }> };
    };
    expect(Object.keys(paths).length).toBeGreaterThan(60);
    const empty = Object.entries(components.schemas).filter(([, { properties }]) => !properties);
    expect(empty.map(([name]) => name)).toEqual([]);
    for (const [path, operations] of Object.entries(paths)) {
      for (const operation of Object.values(operations)) {
        const open = path.startsWith('/health') || path.includes('demonstration');
        expect([path, operation.security]).toEqual([path, open ? [] : [{ bearer: [] }]]);
      }
    }
  });

  it('has a page for it, a start page, and its health', async () => {
    expect((await fetch(`${address}/api`)).headers.get('content-type')).toContain('text/html');
    expect(await (await fetch(address)).text()).toContain('>Footprint</h1>');
    expect(await (await fetch(`${address}/health/live`)).json()).toEqual({ live: true });
    const ready = await fetch(`${address}/health/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ ready: true });
  });

  it('does not start where another has the data folder', async () => {
    const second = run({ FOOTPRINT_DATA_DIR: dataDir });
    expect(await second.ended).toBe(1);
    expect(second.errors()).toMatch(/^footprint: The data folder .* is in use/);
    expect(second.errors().trim().split('\n')).toHaveLength(1);
  });

  it('does not start where the port is taken, and says so in one sentence', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const other = run({ FOOTPRINT_DATA_DIR: folder(), PORT: String(port) });
    expect(await other.ended).toBe(1);
    expect(other.errors().trim()).toBe(
      `footprint: Port ${port} is in use by another program. Stop it, or set PORT to another.`,
    );
    const metrics = run({ FOOTPRINT_DATA_DIR: folder(), PORT: '0', FOOTPRINT_METRICS_PORT: String(port) });
    expect(await metrics.ended).toBe(1);
    expect(metrics.errors()).toContain(
      `Port ${port} is in use by another program. Stop it, or set FOOTPRINT_METRICS_PORT to another.`,
    );
    taken.close();
  });

  it('does not start at an address of another machine', async () => {
    const other = run({ FOOTPRINT_DATA_DIR: folder(), FOOTPRINT_HOST: '192.0.2.1' });
    expect(await other.ended).toBe(1);
    expect(other.errors()).toContain('192.0.2.1 is no address of this machine. Set FOOTPRINT_HOST to one that is.');
  });

  it('does not start on a setting it cannot use', async () => {
    const other = run({ FOOTPRINT_DATA_DIR: folder(), PORT: 'http' });
    expect(await other.ended).toBe(1);
    expect(other.errors()).toContain('PORT is "http"');
  });

  it('stops when told, in order', async () => {
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);
  });
});
