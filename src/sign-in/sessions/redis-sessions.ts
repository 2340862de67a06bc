import type { Redis } from 'ioredis';
import type { Instant } from '../../calendar/calendar.js';
import type { Session } from './session.js';
import type { SessionStore, WhichSessions } from './session-store.js';

/** Longer than any session lasts; Redis forgets them by itself. */
const KEPT_SECONDS = 13 * 3_600;

/** The mark of a session that was ended, so that nobody takes it for one that Redis has lost. */
export const ENDED = 'ended';

type Kept = Omit<Session, 'seen'>;

/** Sessions in Redis, for all instances together. Every method fails where Redis is away. */
export class RedisSessions implements SessionStore {
  /** @param prefix before every key, so that councils may share a server */
  constructor(
    private readonly redis: Redis,
    private readonly prefix: string,
  ) {}

  async begin(hash: string, { seen, ...kept }: Session): Promise<void> {
    const key = this.keyOf(hash);
    const batch = this.redis.multi();
    batch.hset(key, { kept: JSON.stringify(kept), seen }).expire(key, KEPT_SECONDS);
    for (const index of this.indexesOf(kept)) batch.sadd(index, hash).expire(index, KEPT_SECONDS);
    await carriedOut(batch);
  }

  async find(hash: string): Promise<Session | undefined> {
    const found = await this.look(hash);
    return found === ENDED ? undefined : found;
  }

  /** Tells one that was ended from one that Redis does not know. */
  async look(hash: string): Promise<Session | typeof ENDED | undefined> {
    const [kept, seen, ended] = await this.redis.hmget(this.keyOf(hash), 'kept', 'seen', 'ended');
    if (ended != null) return ENDED;
    return kept == null || seen == null ? undefined : { ...(JSON.parse(kept) as Kept), seen };
  }

  async noteSeen(hash: string, at: Instant): Promise<void> {
    const key = this.keyOf(hash);
    await carriedOut(this.redis.multi().hset(key, { seen: at }).expire(key, KEPT_SECONDS));
  }

  async end(which: WhichSessions): Promise<void> {
    const hashes = 'hash' in which ? [which.hash] : await this.redis.smembers(this.indexOf(which));
    if (hashes.length === 0) return;
    const batch = this.redis.multi();
    for (const key of hashes.map((hash) => this.keyOf(hash)))
      batch.hset(key, { ended: 1 }).hdel(key, 'kept', 'said').expire(key, KEPT_SECONDS);
    await carriedOut(batch);
  }

  async say(hash: string, sentence: string): Promise<void> {
    await this.redis.hset(this.keyOf(hash), { said: sentence });
  }

  async takeSaid(hash: string): Promise<string | undefined> {
    const key = this.keyOf(hash);
    const [said] = await carriedOut(this.redis.multi().hget(key, 'said').hdel(key, 'said'));
    return typeof said === 'string' ? said : undefined;
  }

  async forgetBefore(): Promise<void> {}

  private keyOf(hash: string): string {
    return `${this.prefix}:session:${hash}`;
  }

  private indexesOf({ person, provider }: Kept): string[] {
    const sid = provider?.sid;
    return [this.indexOf({ person }), ...(sid == null ? [] : [this.indexOf({ issuer: provider!.issuer, sid })])];
  }

  private indexOf(which: Exclude<WhichSessions, { hash: string }>): string {
    return 'person' in which
      ? `${this.prefix}:sessions-of:${which.person}`
      : `${this.prefix}:sessions-at:${which.issuer} ${which.sid}`;
  }
}

/** @throws what any of the commands of a transaction was refused with */
const carriedOut = async (batch: ReturnType<Redis['multi']>): Promise<unknown[]> => {
  const answers = (await batch.exec()) ?? [];
  return answers.map(([error, answer]) => {
    if (error !== null) throw error;
    return answer;
  });
};
