import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Command } from 'commander';
import { configFor } from './council.js';
import { CommandFailed, type Terminal } from './terminal.js';

/*
 * A person's act from the command line goes over the API, as themselves: rights, the meaning of a name and refusals are worked
 * out there, and nowhere a second time.
 */

/** A command as it is sent to the API, or what is read there. */
export interface SentToApi {
  /** Below `/api/v1`. */
  readonly path: string;
  /** The command; left out where something is read. */
  readonly body?: object;
  readonly token: string;
}

export interface AnsweredByApi {
  readonly status: number;
  readonly body: unknown;
}

export type SendToApi = (sent: SentToApi) => Promise<AnsweredByApi>;

/** Sends to a service in this process, whether or not it listens. */
export const sendingTo =
  (app: NestFastifyApplication): SendToApi =>
  async ({ path, body, token }) => {
    const answer = await app.inject({
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? { method: 'GET' } : { method: 'POST', payload: body }),
    });
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json<unknown>() };
  };

/**
 * Sends a command, or reads something, as the person whose token is in `FOOTPRINT_TOKEN`: to the service that carries the command line out, else to one of its
 * own, which tells nobody anything. The notices are sent by the service that is started next.
 * @throws DataFolderInUse where another process has the log; CommandFailed with what the API has to say
 */
export const overTheApi = async <Body>(
  command: Command,
  terminal: Terminal,
  sent: Omit<SentToApi, 'token'>,
): Promise<Body> => {
  const token = terminal.environment.FOOTPRINT_TOKEN?.trim();
  if (!token)
    throw new CommandFailed(
      'This is done by a person, who signs in for it: put their token into FOOTPRINT_TOKEN ("footprint token create --for NAME --days 1" makes one).',
    );
  const send = terminal.api ?? ((each) => byOneOfItsOwn(command, terminal, each));
  const { status, body } = await send({ ...sent, token });
  if (status < 300) return body as Body;
  throw new CommandFailed(sentenceOf(status, body));
};

const byOneOfItsOwn = async (command: Command, terminal: Terminal, sent: SentToApi): Promise<AnsweredByApi> => {
  const [{ createService }, { Log }, { systemClock }] = await Promise.all([
    import('../service.js'),
    import('../platform/logging/log.js'),
    import('../platform/clock/clock.js'),
  ]);
  const config = await configFor(command, terminal);
  const log = new Log(systemClock, () => undefined);
  const app = await createService(config, { alarms: false, notices: 'off' }, log);
  try {
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return await sendingTo(app)(sent);
  } finally {
    await app.close();
  }
};

interface Problem {
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
}

const SIGNED_OUT = 401;

const sentenceOf = (status: number, body: unknown): string => {
  if (status === SIGNED_OUT)
    return 'The token in FOOTPRINT_TOKEN signs nobody in. Make another: "footprint token create --for NAME --days 1".';
  const { detail = 'It could not be done.', errors = [] } = body as Problem;
  return [detail, ...errors.map(({ pointer, message }) => `${pointer.slice(1)} ${message}.`)].join(' ');
};
