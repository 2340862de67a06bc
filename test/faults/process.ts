import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Clock } from '../../src/platform/clock/clock.js';
import { readConfig } from '../../src/platform/config/config.js';
import type { EventStore } from '../../src/platform/event-store/event-store.js';
import { derivedId } from '../../src/platform/ids.js';
import { Outbox } from '../../src/notices/outbox.js';
import { Log } from '../../src/platform/logging/log.js';
import type { NoticeProvider } from '../../src/platform/notices/provider.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { createService } from '../../src/serve.js';
import type { Sent } from './every-command.js';
import { NO_LIMITS } from '../support/limits.js';
import { LogOfOneProcess, Ports } from './ports.js';

/** The answer to a command. */
export interface Answer {
  readonly status: number;
  readonly etag: unknown;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The whole service over a log, as one process has it: everything else it knows is gone with it. */
export class Process {
  private readonly tokens = new Map<string, string>();

  private constructor(
    private readonly app: NestFastifyApplication,
    readonly ports: Ports,
  ) {}

  /** @param provider who carries notices; nobody is told unless there is one */
  static async start(log: EventStore, clock: Clock, provider?: NoticeProvider): Promise<Process> {
    const ports = new Ports();
    const notices = provider ? carriedBy(provider, ports) : 'off';
    const app = await createService(
      { ...readConfig(NO_LIMITS), demonstration: true },
      {
        ...{ clock: ports.clock(clock), store: new LogOfOneProcess(log, ports), alarms: false, notices },
        // Told once more after a crash, the same story has the same chance.
        chance: { number: (least) => least },
      },
      new Log(clock, () => undefined),
    );
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    ports.over(app.get(ProjectionRunner), 'all', 'get', 'waitFor');
    return new Process(app, ports);
  }

  /** Waits until what was written can be read, and signs the person in: neither is a step of a command. */
  async prepare(person: string): Promise<void> {
    await this.app.get(ProjectionRunner).catchUp();
    if (this.tokens.has(person)) return;
    const url = '/api/v1/demonstration/sign-in';
    const answer = await this.app.inject({ method: 'POST', url, payload: { name: person } });
    this.tokens.set(person, answer.json<{ token: string }>().token);
  }

  async send({ person, url, body }: Sent, commandId: string): Promise<Answer> {
    const response = await this.app.inject({
      method: 'POST',
      url: `/api/v1${url}`,
      headers: {
        authorization: `Bearer ${this.tokens.get(person)}`,
        'idempotency-key': commandId,
        'correlation-id': derivedId(commandId),
      },
      payload: body,
    });
    return { status: response.statusCode, etag: response.headers.etag, body: response.json() };
  }

  /** Status of a reading by somebody who is signed in. */
  async statusOf(person: string, url: string): Promise<number> {
    const headers = { authorization: `Bearer ${this.tokens.get(person)}` };
    return (await this.app.inject({ url: `/api/v1${url}`, headers })).statusCode;
  }

  /** The answer that a signed-in person reads. */
  async read(person: string, url: string): Promise<unknown> {
    const headers = { authorization: `Bearer ${this.tokens.get(person)}` };
    return (await this.app.inject({ url: `/api/v1${url}`, headers })).json();
  }

  /** Waits until everybody has been told of everything on record. */
  async everybodyIsTold(): Promise<void> {
    await this.app.get(ProjectionRunner).catchUp();
    await this.app.get(Outbox).caughtUp();
  }

  /** Every route by which something is written, as the description of the API has it. */
  async routesThatWrite(): Promise<string[]> {
    const answer = await this.app.inject({ method: 'GET', url: '/api/v1/openapi.json' });
    const { paths } = answer.json<{ paths: Record<string, object> }>();
    return Object.entries(paths).flatMap(([path, methods]) => ('post' in methods ? [path] : []));
  }

  /** Its subscriptions end; the log stays. */
  async end(): Promise<void> {
    await this.app.close();
  }
}

/** A crash before a message is handed over, and one after it that nobody was told of. */
const carriedBy = (provider: NoticeProvider, ports: Ports): NoticeProvider => ({
  name: provider.name,
  needsAddress: provider.needsAddress,
  send: async (message) => {
    ports.step('writes');
    const receipt = await provider.send(message);
    ports.step('writes');
    return receipt;
  },
  close: () => provider.close(),
});
