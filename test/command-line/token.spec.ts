import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/platform/clock/clock.js';
import { readConfig } from '../../src/platform/config/config.js';
import { Log } from '../../src/platform/logging/log.js';
import { newSecret } from '../../src/platform/secret.js';
import { createService } from '../../src/serve.js';
import { checkBeforeOpening } from '../../src/start-up.js';
import { ROOT, type Running, Terminal } from './process.js';

const TEAMS = join(ROOT, 'examples/worcestershire/teams.csv');

let terminal: Terminal;
beforeEach(async () => {
  terminal = await Terminal.open();
});
afterEach(() => terminal.remove());

/** Starts the program while something is done, and gives all that it said. */
const serving = async (act: (address: string) => Promise<void>): Promise<string> => {
  const service: Running = terminal.serve();
  await service.says(/serving at http:\S+\d/);
  await act(/http:\S+/.exec(service.said)![0]).finally(() => service.child.kill('SIGTERM'));
  const { out, said } = await service.end();
  return out + said;
};

const TEAMS_OF_API = '/api/v1/teams';
const signedInBy = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

/** The status with which the service answers each token, and all that it logged: in this process, since a program takes longer to start. */
const answeredTo = async (...tokens: readonly string[]): Promise<{ statuses: number[]; logged: string }> => {
  const lines: string[] = [];
  const log = new Log(systemClock, (line) => lines.push(line), 'debug');
  const app = await createService(readConfig({ FOOTPRINT_DATA_DIR: terminal.data }), {}, log);
  try {
    await app.init();
    const statuses: number[] = [];
    for (const token of tokens)
      statuses.push((await app.inject({ url: TEAMS_OF_API, ...signedInBy(token) })).statusCode);
    return { statuses, logged: lines.join('\n') };
  } finally {
    await app.close();
  }
};

describe('a token made on the command line', () => {
  it('is printed once, signs in to the service, and does no more once it is withdrawn', async () => {
    await terminal.run('directory', 'import', TEAMS);
    const made = await terminal.run('token', 'create', '--for', 'P. Ames', '--days', '30');
    expect(made).toMatchObject({ code: 0, said: expect.stringContaining('it cannot be shown again') });
    const token = made.out.trim();
    const id = /^fpt_(TOK-.{9})_[\w-]{43}$/.exec(token)![1]!;

    const first = await answeredTo(token, `${token}x`);
    expect(first.statuses).toEqual([200, 401]);
    expect(await terminal.run('token', 'withdraw', id, '--reason', 'Laptop lost.')).toMatchObject({ code: 0 });
    const second = await answeredTo(token);
    expect(second.statuses).toEqual([401]);

    const { out: list } = await terminal.run('token', 'list');
    expect(list).toContain(`${id}  withdrawn`);
    const { out: events } = await terminal.run('events', '--stream', `token-${id}`);
    expect(events.trim().split('\n')).toHaveLength(2);
    expect(first.logged).toContain(TEAMS_OF_API);
    expect(first.logged + second.logged + list + events).not.toContain(token.slice(-43));
  });

  it('can be the first thing there is, so that the rest can be set up by a program', async () => {
    const made = await terminal.run('token', 'create', '--for', 'set-up', '--role', 'administrator', '--days', '1');
    const token = made.out.trim();
    const said = await serving(async (address) => {
      expect((await fetch(`${address}${TEAMS_OF_API}`, signedInBy(token))).status).toBe(200);
    });
    expect(said).not.toContain(token.slice(-43));
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

  const refusalOf = (settings: NodeJS.ProcessEnv): Promise<string> =>
    Promise.resolve()
      .then(() => checkBeforeOpening(readConfig(settings)))
      .then(
        () => 'It starts.',
        (error: unknown) => (error as Error).message,
      );

  it.each([
    ['is a demonstration', { ...PRODUCTION, FOOTPRINT_DEMONSTRATION: 'on' }, /^FOOTPRINT_DEMONSTRATION is on/],
    ['has no Redis', { ...PRODUCTION, REDIS_URL: '' }, /^REDIS_URL is not set/],
    [
      'has no folder of documents',
      { ...PRODUCTION, FOOTPRINT_DOCUMENTS: '/nowhere/documents' },
      /^FOOTPRINT_DOCUMENTS names \/nowhere\/documents, and there is no such folder/,
    ],
    [
      'reaches another machine in the open',
      { ...PRODUCTION, FOOTPRINT_LOG: 'esdb://app:changeit@log:2113?tls=false' },
      /^FOOTPRINT_LOG says tls=false, and log is another machine/,
    ],
  ])('since it %s, is told so in a sentence', async (_, settings, sentence) => {
    const said = await refusalOf(settings);
    expect(said).toMatch(sentence);
    expect(said.split('\n')).toHaveLength(1);
    expect(said).not.toContain('changeit');
  });

  it('since it does not reach its Redis, says so in a sentence and ends', async () => {
    const { code, out, said } = await terminal.serve(PRODUCTION).end();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).toMatch(/^footprint: Redis does not answer at the address in REDIS_URL\. Check/);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).not.toContain('changeit');
  });
});
