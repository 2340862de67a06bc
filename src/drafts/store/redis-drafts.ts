import type { Redis } from 'ioredis';
import { newSecret } from '../../platform/secret.js';
import { DAYS_KEPT, type Draft } from '../draft.js';

/** Longer than any draft is there; Redis forgets them by itself. */
const KEPT_SECONDS = (DAYS_KEPT + 1) * 24 * 3_600;

/** Compares the revision and sets the draft in one step. The revision of a draft that does not exist is 0. */
const PUT = `
  local at = tonumber(redis.call('HGET', KEYS[1], 'revision') or '0')
  if at ~= tonumber(ARGV[1]) then return 0 end
  redis.call('HSET', KEYS[1], 'revision', ARGV[2], 'kept', ARGV[3])
  redis.call('EXPIRE', KEYS[1], ARGV[4])
  return 1
`;

/** Drafts in Redis, for all instances together. Every method fails where Redis is away. */
export class RedisDrafts {
  /** @param prefix before every key, so that councils may share a server */
  constructor(
    private readonly redis: Redis,
    private readonly prefix: string,
  ) {}

  async find(id: string): Promise<Draft | undefined> {
    const kept = await this.redis.hget(this.keyOf(id), 'kept');
    return kept === null ? undefined : (JSON.parse(kept) as Draft);
  }

  /** Ids of all that a person writes or reads, or once did. */
  idsOf(person: string): Promise<string[]> {
    return this.redis.smembers(this.indexOf(person));
  }

  /** @returns false where another revision than `before` is there */
  async put(draft: Draft, before: number): Promise<boolean> {
    // First, so that no draft is there that nobody finds: an id in it that leads nowhere is passed over.
    for (const person of [draft.writer, ...draft.readers]) {
      await this.redis.sadd(this.indexOf(person), draft.id);
      await this.redis.expire(this.indexOf(person), KEPT_SECONDS);
    }
    const sent = [before, draft.revision, JSON.stringify(draft), KEPT_SECONDS];
    return (await this.redis.eval(PUT, 1, this.keyOf(draft.id), ...sent)) === 1;
  }

  /** A name for all that Redis holds now: another one where it has lost everything since. */
  async generation(): Promise<string> {
    const key = `${this.prefix}:drafts-since`;
    await this.redis.set(key, newSecret(), 'NX');
    return (await this.redis.get(key))!;
  }

  private keyOf(id: string): string {
    return `${this.prefix}:draft:${id}`;
  }

  private indexOf(person: string): string {
    return `${this.prefix}:drafts-of:${person}`;
  }
}
