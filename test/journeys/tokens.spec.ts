import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { someTokenIsValid } from '../../src/access/tokens/can-sign-in.js';
import { createToken, listTokens, withdrawToken } from '../../src/cli/commands/token-actions.js';
import type { OpenCouncil as CouncilAtTheCommandLine } from '../../src/cli/council.js';
import { openCouncil } from '../../src/cli/open-council.js';
import { readConfig } from '../../src/platform/config/config.js';
import { type EventStore, StoreUnavailable } from '../../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { postDecider, postStream } from '../../src/directory/post.js';
import { Executor } from '../../src/platform/executor.js';
import { readReference, referenceFor } from '../../src/platform/ids.js';
import { Log } from '../../src/platform/logging/log.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { createService } from '../../src/serve.js';
import { Postbox } from '../notices/postbox.js';
import { aConcern, type Answer, BEGINNING, Council, PEOPLE } from './council.js';

const COMMAND_LINE = { person: 'command-line', post: null, role: null };

interface Made {
  readonly id: string;
  readonly token: string;
}

/** The command line on the log of a council, as another process beside its service. */
class CommandLine {
  printed = '';
  said = '';
  private readonly terminal = {
    environment: {},
    print: (text: string) => void (this.printed += text),
    say: (text: string) => void (this.said += text),
  };

  constructor(private readonly council: Council) {}

  async create(holder: string, days: number, role?: string): Promise<Made> {
    this.printed = '';
    await this.on((council) =>
      createToken(council, COMMAND_LINE, this.terminal, { for: holder, days, role, json: true }),
    );
    return JSON.parse(this.printed) as Made;
  }

  async withdraw(id: string): Promise<void> {
    await this.on((council) => withdrawToken(council, COMMAND_LINE, this.terminal, id, { reason: 'Laptop lost.' }));
  }

  async list(): Promise<string> {
    this.printed = '';
    await this.on((council) => listTokens(council, this.terminal, {}));
    return this.printed;
  }

  private async on(act: (council: CouncilAtTheCommandLine) => Promise<void>): Promise<void> {
    const { clock, store } = this.council;
    const { council, close } = await openCouncil(readConfig({}), 'command', { clock, store: staysOpen(store) });
    await act(council).finally(close);
  }
}

/** The log belongs to the service, and outlives the command. */
const staysOpen = (store: EventStore): EventStore => ({
  append: (...appended) => store.append(...appended),
  read: (...asked) => store.read(...asked),
  readAll: (...asked) => store.readAll(...asked),
  subscribe: (...asked) => store.subscribe(...asked),
  head: () => store.head(),
  certainHead: () => store.certainHead(),
  close: async () => {},
});

const bearing = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

describe('signing in with a token', () => {
  let council: Council;
  let commandLine: CommandLine;
  let away = false;
  let reference: string;

  beforeAll(async () => {
    council = await Council.begin('house', {
      store: (clock) => {
        const memory = new MemoryEventStore(clock);
        const read = memory.read.bind(memory);
        memory.read = async (stream, from) => {
          if (away && stream.startsWith('token-')) throw new StoreUnavailable('away');
          return read(stream, from);
        };
        return memory;
      },
    });
    commandLine = new CommandLine(council);
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
  });
  afterAll(() => council.end());

  const looking = (): string[] => [
    `/disputes/${reference}`,
    `/disputes/${reference}/events`,
    ...['/disputes', '/board', '/work', '/children/C1', '/teams', '/imports', '/themes?year=2023-24', '/notices'],
  ];

  it.each(Object.keys(PEOPLE))('gives %s what their posts give them, and no more', async (person) => {
    const { token } = await commandLine.create(person, 30);
    for (const place of looking()) {
      const signedIn = await council.get(person, place);
      expect(asSeen(await council.get('', place, bearing(token)))).toEqual(asSeen(signedIn));
    }
    const raising = await council.post(person, '/disputes', { kind: 'formal' });
    expect((await council.post('', '/disputes', { kind: 'formal' }, bearing(token))).status).toBe(raising.status);
  });

  it.each([
    ['business-support', 'Beth'],
    ['performance-analyst', 'Percy'],
    ['administrator', 'Adam'],
  ])('gives a program in the role %s no more than somebody in such a post', async (role, person) => {
    const { token } = await commandLine.create('some-program', 30, role);
    for (const place of looking().filter((each) => each !== '/work' && each !== '/notices')) {
      const signedIn = await council.get(person, place);
      expect(asSeen(await council.get('', place, bearing(token)))).toEqual(asSeen(signedIn));
    }
  });

  it('gives a program its one role, and records it as what it is', async () => {
    const { token } = await commandLine.create('case-system', 30, 'business-support');
    const seen = await council.get('', `/disputes/${reference}`, bearing(token));
    expect(seen.status).toBe(200);
    expect(seen.text).not.toContain('permanence plan');
    expect((await council.post('', '/disputes', aConcern(), bearing(token))).status).toBe(403);

    const chased = await council.post('', `/disputes/${reference}/chase`, { how: 'By e-mail' }, bearing(token));
    expect(chased.status).toBeLessThan(300);
    expect((await council.store.read(`dispute-${reference}`)).at(-1)!.metadata.actor).toEqual({
      person: 'program:case-system',
      post: null,
      role: 'business-support',
    });
  });

  it('lets a program act for nobody', async () => {
    const { token } = await commandLine.create('case-system', 30, 'business-support');
    const answer = await council.post('', '/disputes', aConcern(), {
      ...bearing(token),
      'footprint-acting-for': 'iris',
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-acting-for' } });
  });

  it('ends at the next request after the token is withdrawn', async () => {
    const { id, token } = await commandLine.create('Iris', 30);
    expect((await council.get('', '/disputes', bearing(token))).status).toBe(200);
    await commandLine.withdraw(id.toLowerCase());
    expect(await council.get('', '/disputes', bearing(token))).toMatchObject({ status: 401 });
    expect(await commandLine.list()).toMatch(new RegExp(`${id} {2}withdrawn {2}until 2023-05-03 {2}Iris`));
  });

  it('ends the moment the token expires', async () => {
    const { token } = await commandLine.create('Iris', 1);
    council.clock.set('2023-04-04T08:59:59.999Z');
    expect((await council.get('', '/disputes', bearing(token))).status).toBe(200);
    council.clock.set('2023-04-04T09:00:00.000Z');
    expect((await council.get('', '/disputes', bearing(token))).status).toBe(401);
    council.clock.set(BEGINNING);
  });

  it('ends when the person leaves their post', async () => {
    const { token } = await commandLine.create('Walter', 30);
    expect((await council.get('', '/work', bearing(token))).status).toBe(200);
    await council.app
      .get(Executor)
      .execute(postStream('walter-post'), postDecider, { type: 'leave', person: 'walter', on: '2023-04-02' }, null, {
        commandId: 'walter leaves',
        actor: COMMAND_LINE,
        occurredAt: BEGINNING,
      });
    await council.caughtUp();
    expect((await council.get('', '/work', bearing(token))).status).toBe(401);
    await expect(commandLine.create('Walter', 30)).rejects.toThrow('no post today');
  });

  it('is not known to be right or wrong while the log is away', async () => {
    const { token } = await commandLine.create('Iris', 30);
    away = true;
    const answer = await council.get('', '/disputes', bearing(token));
    away = false;
    expect(answer).toMatchObject({ status: 503, body: { code: 'log-unavailable' } });
    expect((await council.get('', '/disputes', bearing(token))).status).toBe(200);
  });

  it('refuses 200 crafted tokens, and says of none what is wrong with it', async () => {
    const { id, token } = await commandLine.create('Iris', 30);
    const gone = await commandLine.create('Iris', 30);
    await commandLine.withdraw(gone.id);
    const past = await commandLine.create('Iris', 1);
    council.clock.set('2023-04-04T09:00:00.000Z');
    const crafted = [gone.token, past.token, ...craftedFrom(id, token)];
    expect(new Set(crafted).size).toBeGreaterThanOrEqual(200);
    const answers = new Set<string>();
    for (const authorization of crafted.map((text) => `Bearer ${text}`)) {
      const answer = await council.get('', '/disputes', { authorization });
      answers.add(withoutCorrelation(answer));
    }
    expect([...answers]).toEqual([
      expect.stringMatching(/^401 Bearer error="invalid_token" {.*"code":"not-signed-in"/),
    ]);
    expect((await council.get('', '/disputes', bearing(token))).status).toBe(200);
    council.clock.set(BEGINNING);
  });

  it('leaves no token in an answer, an event or the log', async () => {
    const { token } = await commandLine.create('Iris', 30);
    const secret = token.slice(-43);
    const answers = [
      await council.get('', '/disputes', bearing(token)),
      await council.post('', '/disputes', { kind: 'formal' }, bearing(token)),
      await council.get('', '/nowhere', bearing(token)),
      await council.get('', '/disputes', bearing(`${token}x`)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 404, 401]);
    const everything = JSON.stringify([
      answers,
      council.lines,
      await council.store.readAll(undefined, { limit: 100_000 }),
      await commandLine.list(),
    ]);
    expect(everything).not.toContain(secret);
    expect(council.lines.join()).not.toContain('fpt_');
  });
});

describe('a token at an instance that has just started', () => {
  it('is not called worthless before the instance knows who holds which post', async () => {
    const council = await Council.begin();
    const { token } = await new CommandLine(council).create('Iris', 30);
    const { promise: hasRead, resolve: readsOn } = Promise.withResolvers<void>();
    const store: EventStore = {
      ...staysOpen(council.store),
      readAll: (...asked) => hasRead.then(() => council.store.readAll(...asked)),
    };
    const { clock } = council;
    const instance = await createService(readConfig({}), { clock, store }, new Log(clock, () => {}));
    await instance.init();
    const asking = () => instance.inject({ method: 'GET', url: '/api/v1/disputes', headers: bearing(token) });

    const early = await asking();
    expect(early.statusCode).toBe(503);
    expect(early.headers['retry-after']).toBe('2');
    expect(early.json()).toMatchObject({ code: 'not-ready' });
    readsOn();
    await instance.get(ProjectionRunner).catchUp();
    expect((await asking()).statusCode).toBe(200);
    await instance.close();
    await council.end();
  });
});

describe('making a token', () => {
  let council: Council;
  let commandLine: CommandLine;
  beforeAll(async () => {
    council = await Council.begin('house', { demonstration: false });
    commandLine = new CommandLine(council);
  });
  afterAll(() => council.end());

  it('makes the first way to sign in', async () => {
    const canSignIn = (): Promise<boolean> => someTokenIsValid(council.store, council.clock.now());
    expect(await canSignIn()).toBe(false);
    const { id, token } = await commandLine.create('Adam', 30);
    expect(await canSignIn()).toBe(true);
    expect((await council.get('', '/teams', bearing(token))).status).toBe(200);
    await commandLine.withdraw(id);
    expect(await canSignIn()).toBe(false);
  });

  it('is for somebody who is known, or for a program in a role that programs can have', async () => {
    await expect(commandLine.create('Nobody', 30)).rejects.toThrow('Nobody in the directory');
    await expect(commandLine.create('Iris', 30, 'administrator')).rejects.toThrow('Leave --role out');
    await expect(commandLine.create('feed', 30, 'iro')).rejects.toThrow('one of business-support');
    await expect(commandLine.create('Iris', 0)).rejects.toThrow('from 1 to 366 whole days');
    await expect(commandLine.withdraw('TOK-1')).rejects.toThrow('not the id of a token');
    await expect(commandLine.withdraw(referenceFor('TOK', 'none'))).rejects.toThrow('No token has this id');
  });
});

/** Tokens that look right and are not: other ids, other secrets, cut, lengthened, in other letters, or made of nothing. */
const craftedFrom = (id: string, token: string): string[] => {
  const secret = token.slice(-43);
  const another = (character: string): string => (character === 'A' ? 'B' : 'A');
  const changedAt = (text: string, at: number): string => text.slice(0, at) + another(text[at]!) + text.slice(at + 1);
  const otherIds = Array.from({ length: 80 }, (_, at) => referenceFor('TOK', `crafted ${at}`));
  return [
    ...Array.from(token, (_, at) => changedAt(token, at)),
    ...Array.from(secret, (_, at) => token.slice(0, token.length - 1 - at)),
    ...otherIds.map((other) => `fpt_${other}_${secret}`),
    ...['', 'x', '__', '-', secret].map((more) => `${token}${more === '' ? 'A' : more}`),
    token.toLowerCase(),
    token.toUpperCase(),
    token.replace('fpt_', ''),
    token.replace('fpt_', 'fpt-'),
    secret,
    `fpt_${id}_${[...secret].reverse().join('')}`,
    `fpt_${id.replaceAll('-', '')}_${secret}`,
    `fpt_${id.replace('TOK', 'DRP')}_${secret}`,
    `fpt_viewLog-${id}_${secret}`,
    `fpt__${secret}`,
    `fpt_${id}_${'A'.repeat(43)}`,
    `${token},${token}`,
    `${token} ${token}`,
    `%66pt_${id}_${secret}`,
    `fpt_${id}_${Buffer.from(secret, 'base64url').toString('base64')}`,
    `fpt_${id}_${Buffer.from(secret, 'base64url').toString('hex')}`,
    'null',
    'undefined',
    'x'.repeat(500),
  ].filter((text) => text !== token && (text === '' || readReference(text) === undefined));
};

const asSeen = ({ status, body }: Answer): object => ({ status, body: { ...body, correlationId: undefined } });

const withoutCorrelation = ({ status, headers, body }: Answer): string =>
  `${status} ${String(headers['www-authenticate'])} ${JSON.stringify({ ...body, correlationId: undefined })}`;

describe('a token made on the command line', () => {
  it('is for a person by their id, and tells that person and the IRO managers, who are told of a program’s too', async () => {
    const postbox = new Postbox();
    const council = await Council.begin('house', { notices: postbox });
    try {
      const commandLine = new CommandLine(council);
      await council.caughtUp();
      postbox.collect();
      await commandLine.create('tom', 30);
      await council.caughtUp();
      expect(postbox.collect()).toEqual([
        'mona: a token was made that signs in as a person or a program',
        'tom: somebody can sign in as you with a token',
      ]);
      await commandLine.create('case-system', 30, 'business-support');
      await council.caughtUp();
      expect(postbox.collect()).toEqual(['mona: a token was made that signs in as a person or a program']);
    } finally {
      await council.end();
    }
  });
});
