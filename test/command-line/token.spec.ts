import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSecret } from '../../src/platform/secret.js';
import { ROOT, type Running, Terminal } from './process.js';

const TEAMS = join(ROOT, 'examples/worcestershire/teams.csv');

let terminal: Terminal;
beforeEach(async () => {
  terminal = await Terminal.open();
});
afterEach(() => terminal.remove());

/** Serves while something is done, and gives all that the service said. */
const serving = async (act: (address: string) => Promise<void>): Promise<string> => {
  const service: Running = terminal.serve();
  await service.says(/serving at http:\S+\d/);
  await act(/http:\S+/.exec(service.said)![0]).finally(() => service.child.kill('SIGTERM'));
  const { out, said } = await service.end();
  return out + said;
};

const statusOf = async (address: string, token: string): Promise<number> =>
  (await fetch(`${address}/api/v1/teams`, { headers: { authorization: `Bearer ${token}` } })).status;

describe('a token made on the command line', () => {
  it('is printed once, signs in to the service, and does no more once it is withdrawn', async () => {
    await terminal.run('directory', 'import', TEAMS);
    const made = await terminal.run('token', 'create', '--for', 'P. Ames', '--days', '30');
    expect(made).toMatchObject({ code: 0, said: expect.stringContaining('it cannot be shown again') });
    const token = made.out.trim();
    const id = /^fpt_(TOK-.{9})_[\w-]{43}$/.exec(token)![1]!;

    const first = await serving(async (address) => {
      expect(await statusOf(address, token)).toBe(200);
      expect(await statusOf(address, `${token}x`)).toBe(401);
    });
    expect(await terminal.run('token', 'withdraw', id, '--reason', 'Laptop lost.')).toMatchObject({ code: 0 });
    const second = await serving(async (address) => expect(await statusOf(address, token)).toBe(401));

    const { out: list } = await terminal.run('token', 'list');
    expect(list).toContain(`${id}  withdrawn`);
    const { out: events } = await terminal.run('events', '--stream', `token-${id}`);
    expect(events.trim().split('\n')).toHaveLength(2);
    expect(first + second + list + events).not.toContain(token.slice(-43));
  });

  it('can be the first thing there is, so that the rest can be set up by a program', async () => {
    const made = await terminal.run('token', 'create', '--for', 'set-up', '--role', 'administrator', '--days', '1');
    await serving(async (address) => expect(await statusOf(address, made.out.trim())).toBe(200));
  });

  it.each([
    [['--for', 'Nobody', '--days', '30'], 1, /Nobody in the directory has the name or number given with --for/],
    [['--for', 'feed', '--role', 'iro', '--days', '30'], 2, /can be given one of business-support/],
    [['--for', 'Feed 1', '--role', 'administrator', '--days', '30'], 1, /small letters, digits and hyphens/],
    [['--for', 'feed', '--role', 'administrator', '--days', '0'], 1, /from 1 to 366 whole days/],
    [['--for', 'feed', '--role', 'administrator', '--days', 'many'], 2, /whole number/],
  ])('is not made with %j', async (words, code, sentence) => {
    const made = await terminal.run('token', 'create', ...words);
    expect({ code: made.code, out: made.out }).toEqual({ code, out: '' });
    expect(made.said).toMatch(sentence);
  });
});

describe('a service that must not start', () => {
  const PRODUCTION = {
    FOOTPRINT_LOG: 'esdb://app:changeit@localhost:2113?tls=false',
    REDIS_URL: 'redis://127.0.0.1:1',
    FOOTPRINT_SEALING_KEY: newSecret(),
    FOOTPRINT_DOCUMENTS: tmpdir(),
  };

  it.each([
    [
      'is a demonstration',
      { ...PRODUCTION, FOOTPRINT_DEMONSTRATION: 'on' },
      /^footprint: FOOTPRINT_DEMONSTRATION is on/,
    ],
    ['has no Redis', { ...PRODUCTION, REDIS_URL: '' }, /^footprint: REDIS_URL is not set/],
    [
      'has no folder of documents',
      { ...PRODUCTION, FOOTPRINT_DOCUMENTS: '/nowhere/documents' },
      /^footprint: FOOTPRINT_DOCUMENTS names \/nowhere\/documents, and there is no such folder/,
    ],
    ['does not reach its Redis', PRODUCTION, /^footprint: Redis does not answer at the address in REDIS_URL\. Check/],
    [
      'reaches another machine in the open',
      { ...PRODUCTION, FOOTPRINT_LOG: 'esdb://app:changeit@log:2113?tls=false' },
      /^footprint: FOOTPRINT_LOG says tls=false, and log is another machine/,
    ],
  ])('since it %s, says so in a sentence and ends', async (_, settings, sentence) => {
    const { code, out, said } = await terminal.serve(settings).end();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).toMatch(sentence);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).not.toContain('changeit');
  });
});
