import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { logIn } from '../../src/platform/config/log-config.js';
import { sealingIn } from '../../src/platform/config/sealing-config.js';

const ROOT = new URL('../../', import.meta.url).pathname;

let folder: string;
beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'footprint-secrets-')), 'secrets');
  const { status, stderr } = make('--for', 'footprint.council.example');
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('made in') });
});
afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const make = (...words: string[]) =>
  spawnSync(join(ROOT, 'script/make-secrets'), ['--into', folder, '--keep-owner', ...words], { encoding: 'utf8' });
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const certificate = (name: string): X509Certificate => new X509Certificate(read(`${name}.crt`));

describe('script/make-secrets', () => {
  it('makes every secret that docker-compose.yml names, each for its owner alone', () => {
    const { secrets } = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
      secrets: Record<string, object>;
    };
    const made = readdirSync(folder);
    expect(made).toEqual(expect.arrayContaining(Object.keys(secrets)));
    expect(made.filter((name) => name.startsWith('.'))).toEqual([]);
    for (const name of made)
      expect([name, (statSync(join(folder, name)).mode & 0o777).toString(8)]).toEqual([name, '600']);
  });

  it('makes passwords that are long, and no two the same', () => {
    const passwords = ['admin', 'ops', 'account'].map((name) => read(`eventstore-${name}-password`));
    passwords.push(/^requirepass (\S+)\n$/.exec(read('redis-password.conf'))![1]!);
    for (const password of passwords) expect(password).toMatch(/^[0-9a-f]{48}$/);
    expect(new Set(passwords).size).toBe(4);
    expect(read('redis-url')).toBe(`redis://:${passwords[3]}@redis:6379`);
    expect(read('footprint-log')).toContain(`esdb://footprint:${passwords[2]}@eventstore-1:2113,`);
    expect(logIn(read('footprint-log')).kind).toBe('eventstoredb');
    expect(sealingIn(read('sealing-key'))).toHaveLength(32);
  });

  it('makes a certificate for each node and for the proxy, vouched for and with the names they are reached by', () => {
    for (const node of ['eventstore-1', 'eventstore-2', 'eventstore-3']) {
      const made = certificate(node);
      expect(made.verify(certificate('eventstore-ca').publicKey)).toBe(true);
      expect(made.checkHost(node)).toBe(node);
      expect(made.subject).toContain('CN=eventstoredb-node');
    }
    expect(certificate('proxy').verify(certificate('proxy-ca').publicKey)).toBe(true);
    expect(certificate('proxy').checkHost('footprint.council.example')).toBe('footprint.council.example');
  });

  it('overwrites nothing', () => {
    const before = read('footprint-log');
    const { status, stderr } = make();
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('are not overwritten') });
    expect(read('footprint-log')).toBe(before);
  });

  it('refuses a name that is none', () => {
    expect(make('--for', 'a/b c').status).toBe(1);
    expect(make('--whom').status).toBe(2);
  });
});
