import type { Instant } from '../../calendar/calendar.js';
import { ENDED, type RedisSessions } from './redis-sessions.js';
import type { Session } from './session.js';
import type { SessionStore, WhichSessions } from './session-store.js';
import type { SqliteSessions } from './sqlite-sessions.js';

/** Ends that wait for Redis, at most: past these the oldest is left to the end of the session itself. */
const MOST_WAITING = 10_000;

export interface SharedSessionsParts {
  readonly own: SqliteSessions;
  readonly shared: RedisSessions;
  /** Told when Redis has gone, and not again before it was back. */
  readonly onTrouble: (error: unknown) => void;
  /** Lets go of Redis when the service stops. */
  readonly close?: () => void;
}

/**
 * Sessions of one of several instances. Redis has them for all; each instance also keeps those that it has seen, in its own file, so
 * that a Redis that is away, or has lost everything, signs nobody out. A session that has been ended in either place has ended.
 */
export class SharedSessions implements SessionStore {
  private waiting: WhichSessions[] = [];

  private readonly own: SqliteSessions;
  private readonly shared: RedisSessions;
  private isAway = false;

  constructor(private readonly parts: SharedSessionsParts) {
    this.own = parts.own;
    this.shared = parts.shared;
  }

  async begin(hash: string, session: Session): Promise<void> {
    await this.own.begin(hash, session);
    await this.ifThere(() => this.shared.begin(hash, session));
  }

  async find(hash: string): Promise<Session | undefined> {
    await this.sendWaiting();
    const own = await this.own.find(hash);
    const shared = await this.ifThere(() => this.shared.look(hash));
    if (this.own.hasEnded(hash)) {
      if (shared !== undefined && shared !== ENDED) await this.ifThere(() => this.shared.end({ hash }));
      return undefined;
    }
    if (shared === ENDED) {
      await this.own.end({ hash });
      return undefined;
    }
    if (own === undefined && shared !== undefined) await this.own.begin(hash, shared);
    if (own !== undefined && shared === undefined) await this.ifThere(() => this.shared.begin(hash, own));
    return later(own, shared);
  }

  async noteSeen(hash: string, at: Instant): Promise<void> {
    await this.own.noteSeen(hash, at);
    await this.ifThere(() => this.shared.noteSeen(hash, at));
  }

  async end(which: WhichSessions): Promise<void> {
    await this.own.end(which);
    this.waiting = [...this.waiting, which].slice(-MOST_WAITING);
    await this.sendWaiting();
  }

  async say(hash: string, sentence: string): Promise<void> {
    const isSaid = await this.ifThere(async () => {
      await this.shared.say(hash, sentence);
      return true;
    });
    if (isSaid !== true) await this.own.say(hash, sentence);
  }

  async takeSaid(hash: string): Promise<string | undefined> {
    return (await this.own.takeSaid(hash)) ?? (await this.ifThere(() => this.shared.takeSaid(hash)));
  }

  async forgetBefore(moment: Instant): Promise<void> {
    await this.own.forgetBefore(moment);
  }

  onApplicationShutdown(): void {
    this.own.onApplicationShutdown();
    this.parts.close?.();
  }

  /** A session that was ended while Redis was away is ended for the other instances as soon as it is back. */
  private async sendWaiting(): Promise<void> {
    while (this.waiting.length > 0) {
      const [which] = this.waiting;
      const isSent = await this.ifThere(async () => {
        await this.shared.end(which!);
        return true;
      });
      if (isSent !== true) return;
      this.waiting = this.waiting.filter((each) => each !== which);
    }
  }

  private async ifThere<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      const answer = await ask();
      this.isAway = false;
      return answer;
    } catch (error) {
      if (!this.isAway) this.parts.onTrouble(error);
      this.isAway = true;
      return undefined;
    }
  }
}

const later = (one: Session | undefined, other: Session | undefined): Session | undefined => {
  if (one === undefined || other === undefined) return one ?? other;
  return one.seen > other.seen ? one : other;
};
