import type { Provider } from '@nestjs/common';
import { PAGE_SESSIONS } from '../access/page-session.js';
import type { Config } from '../platform/config/config.js';
import type { DataFolder } from '../platform/event-store/data-folder.js';
import { failureOf } from '../platform/logging/failure.js';
import { BrowserSessions } from '../sign-in/sessions/browser-sessions.js';
import { Accounts } from '../sign-in/accounts/accounts.js';
import { IDENTITY_PROVIDER, IdentityProvider } from '../sign-in/oidc/provider.js';
import { RedisSessions } from '../sign-in/sessions/redis-sessions.js';
import { SESSION_STORE, type SessionStore } from '../sign-in/sessions/session-store.js';
import { SharedSessions } from '../sign-in/sessions/shared-sessions.js';
import { SqliteSessions } from '../sign-in/sessions/sqlite-sessions.js';
import type { Composition } from './composition.js';
import { DATA_FOLDER } from './record.js';

/** The people who are signed in with a browser, and the place where that is kept. */
export const sessions = (config: Config, { pageSessions, log }: Composition): Provider[] => [
  {
    provide: SESSION_STORE,
    inject: [DATA_FOLDER],
    useFactory: (folder: DataFolder | null) => storeFor(config, folder, log),
  },
  Accounts,
  {
    provide: IDENTITY_PROVIDER,
    useFactory: () =>
      config.signIn === null
        ? null
        : new IdentityProvider(config.signIn, config.site, (error) => log?.warn('sign-in', failureOf(error))),
  },
  BrowserSessions,
  pageSessions === undefined
    ? { provide: PAGE_SESSIONS, useExisting: BrowserSessions }
    : { provide: PAGE_SESSIONS, useValue: pageSessions },
];

/** Before every key, as before those of the alarms. */
const PREFIX = 'footprint';

/** In the instance’s own file; and where instances share their work over Redis, there too. */
const storeFor = async (
  { redisUrl }: Config,
  folder: DataFolder | null,
  log: Composition['log'],
): Promise<SessionStore> => {
  const own = new SqliteSessions(folder?.sessionsFile ?? ':memory:');
  if (redisUrl === null) return own;
  const onTrouble = (error: unknown): void => log?.warn('redis', failureOf(error));
  const { RedisConnections } = await import('../platform/jobs/bullmq/redis-connections.js');
  // Every caller notices by itself that Redis is away, so the connection reports no error.
  const connections = new RedisConnections(redisUrl, () => undefined);
  const redis = connections.forCommands();
  redis.connect().catch(() => undefined);
  const shared = new RedisSessions(redis, PREFIX);
  return new SharedSessions({ own, shared, onTrouble, close: () => connections.close() });
};
