import type { Redis } from 'ioredis';
import { StartRefused } from './start-refused.js';
import { within } from '../within.js';

/** Longest wait for Redis at start, in milliseconds. */
const PATIENCE = 10_000;

/** Redis does not answer, or not to us. */
export class RedisUnreachable extends StartRefused {
  constructor(options: ErrorOptions) {
    super(
      'Redis does not answer at the address in REDIS_URL. Check that it is running, and the address, name and password.',
      options,
    );
  }
}

/**
 * Asks Redis whether it keeps what it is given.
 * @returns what a person should know, where it would not say
 * @throws RedisUnreachable where it does not answer within the time
 * @throws StartRefused where it may throw away what it holds
 */
export const mustSuitAlarms = async (url: string, milliseconds = PATIENCE): Promise<string | undefined> => {
  // Loaded where the settings name Redis, and not before.
  const { Redis: Client } = await import('ioredis');
  const redis = new Client(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  // Each failure is met where it is waited for.
  redis.on('error', () => {});
  try {
    await within(
      milliseconds,
      redis.connect().then(() => redis.ping()),
    );
    return verdictOn(await within(milliseconds, evictionPolicyOf(redis)));
  } catch (error) {
    throw error instanceof StartRefused ? error : new RedisUnreachable({ cause: error });
  } finally {
    if (redis.status !== 'end') redis.disconnect();
  }
};

const verdictOn = (policy: string | undefined): string | undefined => {
  if (policy === undefined)
    return 'Redis does not say what it throws away when its memory is full. See to it that its maxmemory-policy is noeviction.';
  if (policy !== 'noeviction')
    throw new StartRefused(
      `Redis has the maxmemory-policy ${policy}, and would throw alarms away when its memory is full. Set it to noeviction.`,
    );
  return undefined;
};

/** Undefined where the server refuses to say, as hosted ones do. */
const evictionPolicyOf = async (redis: Redis): Promise<string | undefined> => {
  try {
    const answer = (await redis.config('GET', 'maxmemory-policy')) as string[];
    return answer[1];
  } catch (error) {
    if ((error as Error).name === 'ReplyError') return undefined;
    throw error;
  }
};
