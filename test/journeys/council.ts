import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openTheCouncil } from '../support/open-council.js';
import { formWith } from '../support/form-with-files.js';
import { PageSessionsOfTests } from '../support/page-sessions.js';
import type { DocumentDto } from '../../src/documents/documents.dto.js';
import type { LocalDate } from '../../src/calendar/calendar.js';
import { addDays } from '../../src/calendar/dates.js';
import { newTokenText } from '../../src/access/tokens/token-text.js';
import { tokenDecider, tokenStream } from '../../src/access/tokens/token.js';
import type { ProgramRole } from '../../src/access/access-table.js';
import { childDecider, childStream } from '../../src/directory/child.js';
import { personDecider, personStream } from '../../src/directory/person.js';
import { postDecider, postStream } from '../../src/directory/post.js';
import { teamDecider, teamStream } from '../../src/directory/team.js';
import type { Composition } from '../../src/composition/composition.js';
import { Outbox } from '../../src/notices/outbox.js';
import { SettableClock } from '../../src/platform/clock/clock.js';
import type { Config } from '../../src/platform/config/config.js';
import { USUAL_HOURS } from '../../src/platform/config/notice-hours-config.js';
import { USUAL_SESSIONS } from '../../src/platform/config/sessions-config.js';
import type { Decider, DomainEvent } from '../../src/platform/decider.js';
import type { EventStore } from '../../src/platform/event-store/event-store.js';
import { Executor } from '../../src/platform/executor.js';
import { Log } from '../../src/platform/logging/log.js';
import { referenceFor } from '../../src/platform/ids.js';
import { hashOf } from '../../src/platform/secret.js';
import { type SmallNumbersConfig, USUAL_SMALL_NUMBERS } from '../../src/platform/config/small-numbers-config.js';
import { USUAL_LONG_WAIT_DAYS } from '../../src/platform/long-wait.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { Sessions } from '../../src/access/sessions.js';
import { CONFIG } from '../../src/platform/tokens.js';
import { EVENT_STORE } from '../../src/platform/store-tokens.js';
import { adoptionDecider, PROTOCOL_STREAM } from '../../src/protocol/adoption.js';
import type { Population, PostKind } from '../../src/protocol/protocol.js';
import { readProtocol } from '../../src/protocol/read-protocol.js';
import { IN_SET_UP } from '../../src/roles/agreed.js';
import { createService } from '../../src/serve.js';
import { inMemory, type LogOfTheRun, logOfTheRun } from './log-of-the-run.js';

/** Monday 3 April 2023, ten in the morning in London. */
export const BEGINNING = '2023-04-03T09:00:00.000Z';

/** Everybody of the little council, by the first letter of their work; each holds one post. */
export const PEOPLE: Readonly<Record<string, readonly [post: PostKind, team: string | null, service: string | null]>> =
  {
    Iris: ['iro', null, null],
    Ivan: ['iro', null, null],
    Carol: ['conference-chair', null, null],
    Mona: ['iro-manager', null, null],
    Quentin: ['head-of-qa', null, null],
    Queenie: ['qa-service-manager', null, null],
    Walter: ['social-worker', 'north', null],
    Alma: ['assistant-team-manager', 'north', null],
    Tom: ['team-manager', 'north', null],
    Tess: ['team-manager', 'south', null],
    Sven: ['service-manager', null, 'Localities'],
    Hana: ['head-of-service', null, 'Localities'],
    Edith: ['executive-head', null, 'Localities'],
    Anton: ['assistant-director', null, null],
    Agnes: ['agency-decision-maker', null, null],
    Dora: ['director', null, null],
    Chris: ['chief-executive', null, null],
    Beth: ['business-support', null, null],
    Percy: ['performance-analyst', null, null],
    Ines: ['inspector', null, null],
    Gina: ['information-governance', null, null],
    Adam: ['administrator', null, null],
  };

type ChildOfTheCouncil = readonly [child: string, team: string, iro: string, population: Population];

const CHILDREN: readonly ChildOfTheCouncil[] = [
  ['C1', 'north', 'iris', 'looked-after'],
  ['C2', 'north', 'iris', 'looked-after'],
  ['C3', 'south', 'ivan', 'looked-after'],
  ['C4', 'north', 'carol', 'child-protection'],
];

/** Teams of the little council, by code, each with its name and its service. */
const TEAMS: Readonly<Record<string, readonly [name: string, service: string]>> = {
  north: ['Locality North', 'Localities'],
  south: ['Locality South', 'Localities'],
};

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Readonly<Record<string, string | number | string[] | undefined>>;
  readonly text: string;
  readonly bytes: Buffer;
}

type Headers = Record<string, string>;

export interface Beginning {
  /** Still being set up, so that nobody reads a case; it is open unless told. */
  readonly isOpen?: boolean;
  readonly demonstration?: boolean;
  /** People, teams and children besides those of the little council. */
  readonly besides?: {
    readonly people?: typeof PEOPLE;
    readonly teams?: typeof TEAMS;
    readonly children?: readonly ChildOfTheCouncil[];
  };
  /** Changes the file of the protocol before it is adopted. */
  readonly adapted?: (protocol: string) => string;
  /** A log of the test's own; one in memory unless told. */
  readonly store?: (clock: SettableClock) => EventStore;
  /** A log of who opened what of the test's own. */
  readonly views?: (clock: SettableClock) => EventStore;
  /** A folder to keep everything in, as the program does when it is not under test. */
  readonly dataDir?: string;
  /** People are told, over this provider; nobody is unless asked for. */
  readonly notices?: Composition['notices'];
  /** Sees what the program does. */
  readonly watcher?: Composition['watcher'];
  /** Everybody may ask as often as a test does unless told. */
  readonly limits?: Partial<Config['limits']>;
  readonly trustedProxies?: readonly string[];
  /** People sign in with a browser as they do when the program is not under test. */
  readonly withSessions?: boolean;
  /** The council’s own sign-in; not connected unless told. */
  readonly signIn?: Config['signIn'];
  readonly site?: string;
  /** Whether business support sends what it types for an IRO; it does unless told. */
  readonly businessSupportSends?: boolean;
  readonly smallNumbers?: SmallNumbersConfig;
  /** The scanner that looks for viruses in documents; none unless told. */
  readonly clamd?: Config['documents']['clamd'];
}

const UNLIMITED: Config['limits'] = { person: 1e9, address: 1e9, signIn: 1e9, waiting: 1e9 };

/** A council with two teams, a person for every kind of post, and four children, reached over HTTP. No child has a social worker yet. */
export class Council {
  private readonly tokens = new Map<string, string>();
  private commands = 0;
  private requests = 0;

  private constructor(
    /** Usually one; they answer in turn. */
    readonly instances: readonly NestFastifyApplication[],
    private readonly log: LogOfTheRun,
    readonly clock: SettableClock,
    /** The lines that the program has logged. */
    readonly lines: readonly string[],
    private readonly sharedDocuments: string | null,
  ) {}

  static async begin(protocol = 'house', beginning: Beginning = {}): Promise<Council> {
    const { demonstration = true, store, views, dataDir, notices, watcher, limits, trustedProxies = [] } = beginning;
    const { withSessions = false, signIn = null, clamd = null, site = 'https://footprint.example' } = beginning;
    const { businessSupportSends = true, smallNumbers = USUAL_SMALL_NUMBERS } = beginning;
    const clock = new SettableClock(BEGINNING);
    const config: Config = {
      dataDir: dataDir ?? '',
      log: { kind: 'sqlite' },
      host: '127.0.0.1',
      port: 0,
      demonstration,
      bodyLimit: 262_144,
      limits: { ...UNLIMITED, ...limits },
      trustedProxies,
      redisUrl: null,
      notices: { provider: 'log' },
      noticeHours: USUAL_HOURS,
      site,
      council: 'Northshire Council',
      sessions: USUAL_SESSIONS,
      longWaitDays: USUAL_LONG_WAIT_DAYS,
      smallNumbers,
      businessSupportSends,
      // One key for all instances; a folder keeps its own.
      sealingKey: dataDir === undefined ? Buffer.alloc(32, 7) : null,
      documents: { folder: join(dataDir ?? '', 'documents'), isNamed: false, clamd },
      signIn,
    };
    const lines: string[] = [];
    const log = await (store === undefined ? logOfTheRun(clock) : inMemory(clock, store(clock)));
    // Several instances share a folder of documents; one alone keeps them in memory.
    const shared =
      dataDir === undefined && log.instances > 1 ? mkdtempSync(join(tmpdir(), 'footprint-documents-')) : null;
    const documents = shared === null ? undefined : { folder: shared, isNamed: true, clamd };
    const instances: NestFastifyApplication[] = [];
    try {
      for (let instance = 0; instance < (dataDir === undefined ? log.instances : 1); instance++) {
        const app = await createService(
          { ...config, redisUrl: log.redisUrl, ...(documents === undefined ? {} : { documents }) },
          {
            clock,
            watcher,
            ...(withSessions ? {} : { pageSessions: new PageSessionsOfTests() }),
            ...(dataDir === undefined ? { store: log.open(), views: views?.(clock) ?? log.openViews() } : {}),
            notices: instance === 0 ? notices : 'off',
          },
          new Log(clock, (line) => lines.push(line), 'debug'),
        );
        await app.init();
        await app.getHttpAdapter().getInstance().ready();
        instances.push(app);
      }
    } catch (error) {
      // A council that could not begin is ended by nobody else, so its log is ended here.
      await log.end();
      throw error;
    }
    const council = new Council(instances, log, clock, lines, shared);
    await council.settle(protocol, beginning);
    return council;
  }

  async end(): Promise<void> {
    await Promise.all(this.instances.map((app) => app.close()));
    await this.log.end();
    if (this.sharedDocuments !== null) rmSync(this.sharedDocuments, { recursive: true, force: true });
  }

  /** The first instance, or the only one. */
  get app(): NestFastifyApplication {
    return this.instances[0]!;
  }

  get store(): EventStore {
    return this.app.get<EventStore>(EVENT_STORE);
  }

  /** How many events there are: for saying that nothing was appended. */
  async events(): Promise<number> {
    return (await this.store.readAll(undefined, { limit: 100_000 })).length;
  }

  async caughtUp(): Promise<void> {
    await this.app.get(ProjectionRunner).catchUp();
    await this.app.get(Outbox).caughtUp();
    for (const app of this.instances) await app.get(ProjectionRunner).catchUp();
  }

  async get<Body = Record<string, unknown>>(person: string, url: string, headers: Headers = {}): Promise<Answer<Body>> {
    return this.send<Body>('GET', person, url, undefined, headers);
  }

  async post<Body = Record<string, unknown>>(
    person: string,
    url: string,
    body: object | string,
    headers: Headers = {},
  ): Promise<Answer<Body>> {
    return this.send<Body>('POST', person, url, body, headers);
  }

  /** Sends a document here, and gives what came back. */
  async upload<Body = DocumentDto>(
    person: string,
    name: string,
    bytes: Buffer | string,
    headers: Headers = {},
  ): Promise<Answer<Body>> {
    const form = formWith([], [{ box: 'file', name, bytes: Buffer.from(bytes) }]);
    return this.send<Body>('POST', person, '/documents', form.payload, { ...form.headers, ...headers });
  }

  /** Posts, expects it to be done, waits until it can be read, and gives what came back. */
  async done(person: string, url: string, body: object, headers: Headers = {}): Promise<Written> {
    const answer = await this.post<Written>(person, url, body, headers);
    if (answer.status >= 300) throw new Error(`${person} POST ${url}: ${answer.status} ${answer.text}`);
    await this.caughtUp();
    return answer.body;
  }

  /** As {@link done}; where it needs a second person, the IRO manager agrees, or else the head of quality assurance. */
  async doneByTwo(person: string, url: string, body: object, headers: Headers = {}): Promise<Written> {
    const written = await this.done(person, url, body, headers);
    if (!written.reference.startsWith('PRP-')) return written;
    return this.done(person === 'Mona' ? 'Quentin' : 'Mona', `/roles/proposals/${written.reference}/agree`, {});
  }

  private async send<Body>(
    method: 'GET' | 'POST',
    person: string,
    url: string,
    body: object | string | Buffer | undefined,
    headers: Headers,
  ): Promise<Answer<Body>> {
    const app = this.instances[this.requests++ % this.instances.length]!;
    const response = await app.inject({
      method,
      url: url.startsWith('/api') ? url : `/api/v1${url}`,
      headers: {
        ...(person === '' ? {} : { authorization: `Bearer ${await this.token(person, app)}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    });
    const isJson = String(response.headers['content-type'] ?? '').includes('json');
    return {
      status: response.statusCode,
      headers: response.headers as Answer['headers'],
      text: response.body,
      bytes: response.rawPayload,
      body: (isJson && response.body !== '' ? JSON.parse(response.body) : {}) as Body,
    };
  }

  /** From now on a program asks under this name, in the role that a token gives it, as made on the command line. */
  async connect(program: string, role: ProgramRole): Promise<void> {
    const id = referenceFor('TOK', `token of ${program}`);
    const text = newTokenText(id);
    const holder = { kind: 'program', program: program.toLowerCase(), role } as const;
    const at = this.clock.now();
    await this.record(tokenStream(id), tokenDecider, {
      type: 'create',
      token: id,
      holder,
      hash: hashOf(text),
      days: 30,
      at,
    });
    this.instances.forEach((_, index) => this.tokens.set(`${program} at ${index}`, text));
  }

  /** Of the first instance, or the only one. */
  async authorization(person: string): Promise<string> {
    return `Bearer ${await this.token(person, this.app)}`;
  }

  /** A session is known to the instance that began it. */
  private async token(person: string, app: NestFastifyApplication): Promise<string> {
    const key = `${person} at ${this.instances.indexOf(app)}`;
    const known = this.tokens.get(key);
    if (known !== undefined) return known;
    if (!app.get<Config>(CONFIG).demonstration) return app.get(Sessions).begin(person.toLowerCase()).token;
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/demonstration/sign-in',
      payload: { name: person },
    });
    const { token } = JSON.parse(answer.body) as { token: string };
    this.tokens.set(key, token);
    return token;
  }

  /** Time passes: everybody signs in anew. */
  at(instant: string): void {
    this.clock.set(instant);
    this.tokens.clear();
  }

  private async settle(protocol: string, { besides = {}, adapted = asItIs, isOpen = true }: Beginning): Promise<void> {
    const file = adapted(readFileSync(new URL(`../../protocols/${protocol}.yaml`, import.meta.url), 'utf8'));
    const { protocol: read, warnings } = protocolIn(file, `${protocol}.yaml`);
    const fileSha256 = createHash('sha256').update(file).digest('hex');
    await this.record(PROTOCOL_STREAM, adoptionDecider, {
      type: 'adopt-protocol',
      from: '2020-04-01',
      protocol: read,
      file,
      fileSha256,
      warnings,
      agreed: IN_SET_UP,
    });
    for (const [code, [name, service]] of Object.entries({ ...TEAMS, ...besides.teams })) {
      await this.record(teamStream(code), teamDecider, {
        type: 'register',
        teamId: code,
        code: code.toUpperCase(),
        name,
        alsoWrittenAs: [],
        service,
        from: null,
        to: null,
        succeeds: [],
      });
    }
    for (const [name, post] of Object.entries({ ...PEOPLE, ...besides.people })) await this.putInOffice(name, post);
    for (const [child, team, iro, population] of [...CHILDREN, ...(besides.children ?? [])]) {
      await this.record(childStream(child), childDecider, {
        type: 'register',
        childId: child,
        initials: child,
        bornOn: '2015-05-05',
        population,
        fromRegister: false,
      });
      await this.record(childStream(child), childDecider, { type: 'allocate', team, iro, from: '2020-04-01' });
    }
    if (isOpen) {
      const opening = { administrator: 'adam', iroManager: 'mona', occurredAt: this.clock.now() };
      await openTheCouncil(this.app.get(Executor), opening);
    }
    await this.caughtUp();
  }

  /** Somebody new holds a post of their own, as if it had been so from the beginning; their id is the name in small letters. */
  async appoint(name: string, post: (typeof PEOPLE)[string]): Promise<void> {
    await this.putInOffice(name, post);
    await this.caughtUp();
  }

  private async putInOffice(name: string, [kind, team, service]: (typeof PEOPLE)[string]): Promise<void> {
    const person = name.toLowerCase();
    const register = { type: 'register', personId: person, name, email: null, fromRegister: false } as const;
    await this.record(personStream(person), personDecider, register);
    const postId = `${person}-post`;
    const post = { type: 'register', postId, kind, title: kind, team, service } as const;
    await this.record(postStream(postId), postDecider, post);
    await this.record(postStream(postId), postDecider, {
      type: 'take',
      person,
      from: '2020-04-01',
      agreed: IN_SET_UP,
    });
  }

  private async record<State, Command, Event extends DomainEvent>(
    stream: string,
    decider: Decider<State, Command, Event, null>,
    command: Command,
  ): Promise<void> {
    await this.app.get(Executor).execute(stream, decider, command, null, {
      commandId: `settle-${this.commands++}`,
      actor: { person: 'test', post: null, role: null },
      occurredAt: this.clock.now(),
    });
  }
}

const asItIs = (protocol: string): string => protocol;

/** Most councils of a process have the same one, and to read it takes a twentieth of what a council takes to begin. */
const protocolsRead = new Map<string, ReturnType<typeof readProtocol>>();

const protocolIn = (file: string, name: string): ReturnType<typeof readProtocol> => {
  const read = protocolsRead.get(name + file) ?? readProtocol(file, name);
  protocolsRead.set(name + file, read);
  return read;
};

export interface Written {
  readonly reference: string;
  readonly revision: number;
  readonly position: string;
  readonly repeated: boolean;
  readonly advice: readonly { code: string; message: string; pointer?: string }[];
}

/** A concern with nothing for writing help to say. */
export const aConcern = (over: object = {}): object => ({
  kind: 'formal',
  children: ['C1'],
  theme: 'DD-PERM',
  concern: 'There is no permanence plan, and the second review was in February.',
  impactIfNothingChanges: 'She does not know where she will live after the summer.',
  actionsWanted: [
    { what: 'Agree the permanence plan at panel.', who: 'Tom', by: '2023-04-21', measure: 'The plan is on file.' },
  ],
  spokeFirst: { spokeTo: 'Tom', spokeOn: '2023-04-03', result: 'He asked me to write it down.' },
  ...over,
});

/** The same concern where the clock stands at another day, as a call and wanted actions of a year ago are refused. */
export const aConcernOf = (day: LocalDate, over: object = {}): object =>
  aConcern({
    actionsWanted: [{ what: 'Agree the permanence plan at panel.', who: 'Tom', by: addDays(day, 18) }],
    spokeFirst: { spokeTo: 'Tom', spokeOn: day, result: 'He asked me to write it down.' },
    ...over,
  });

export const anAnswer = (over: object = {}): object => ({
  agreement: 'agree',
  reasons: 'The assessment came late. It is here now.',
  actions: [{ what: 'Take the plan to panel.', who: 'Tom', by: '2023-04-14' }],
  ...over,
});
