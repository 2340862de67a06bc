import type { AllStreamSubscription, AllStreamResolvedEvent } from '@eventstore/db-client';
import type { Position, RecordedEvent, StoreUnavailable } from '../event-store.js';
import { deleted } from './failures.js';
import { recordedFrom } from './recorded.js';
import { eventsHidden, hiddenBy, isMetadataStream, isSystemEvent } from './stream-metadata.js';

/** A subscription of the client ended without being asked to. */
export class SubscriptionBroken extends Error {
  override readonly name = 'SubscriptionBroken';
}

/**
 * One subscription to the whole log, whose events are fetched in pages. It holds back the server while nobody fetches, passes over
 * what is given twice, and never breaks by itself: the caller who fetches sees what broke it, after the events that came before.
 */
export class ReadingAll {
  private readonly fetched: RecordedEvent[] = [];
  private last: Position | undefined;
  private told = false;
  private failure: unknown;
  private wake: () => void = () => {};
  private forget: () => void = () => {};
  /** Signs of life so far: events, checkpoints, confirmations. */
  heard = 0;

  /**
   * @param after the position it was asked to begin after
   * @param limit events to hold at most, or a few more
   */
  constructor(
    private readonly subscription: AllStreamSubscription,
    after: Position | undefined,
    private readonly limit: number,
    private readonly onHidden: (trouble: StoreUnavailable) => void,
  ) {
    this.last = after;
    subscription.on('data', (resolved: AllStreamResolvedEvent) => this.receive(resolved));
    subscription.on('confirmation', () => this.sign());
    subscription.on('caughtUp', () => {
      this.told = true;
      this.sign();
    });
    for (const ending of ['end', 'close'] as const) {
      subscription.on(ending, () => this.break(new SubscriptionBroken(`The subscription has come to its ${ending}.`)));
    }
    subscription.on('error', (error) => this.break(error));
  }

  /** Breaks when another session begins: its node may have been replaced as the leader, or be gone. */
  endsWith(ended: AbortSignal): void {
    if (ended.aborted) return this.sessionIsOver();
    ended.addEventListener('abort', this.sessionIsOver);
    this.forget = () => ended.removeEventListener('abort', this.sessionIsOver);
  }

  /** A sign of life that is not an event. */
  sign(): void {
    this.heard++;
    this.wake();
  }

  /** The error that broke it, once every event before that has been taken. */
  broken(): unknown {
    return this.fetched.length === 0 ? this.failure : undefined;
  }

  /** The server has said that there was nothing more, and everything it had sent is here. */
  caughtUp(): boolean {
    return this.told && this.subscription.readableLength === 0;
  }

  /** There is a whole page, or no more to come for the moment. */
  ripe(): boolean {
    return this.fetched.length >= this.limit || this.caughtUp() || this.failure !== undefined;
  }

  /** Up to a page of what has come. */
  take(): RecordedEvent[] {
    const page = this.fetched.splice(0, this.limit);
    if (this.fetched.length < this.limit && this.subscription.isPaused()) this.subscription.resume();
    return page;
  }

  waiting(): number {
    return this.fetched.length;
  }

  /** Ends when something has changed, when so many milliseconds have passed, or when the signal is aborted. */
  async change(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.wake(), milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', this.wake);
        this.wake = () => {};
        resolve();
      };
      signal?.addEventListener('abort', this.wake);
    });
  }

  break(error: unknown): void {
    this.failure ??= error;
    this.wake();
  }

  close(): void {
    this.break(new SubscriptionBroken('The subscription is no longer wanted.'));
    this.forget();
    this.subscription.resume();
    // The connection may never have been made, in which case there is nothing to cancel.
    this.subscription.unsubscribe().catch(() => {});
  }

  private readonly sessionIsOver = (): void =>
    this.break(new SubscriptionBroken('The node of the subscription may not be the leader any more.'));

  private receive({ event }: AllStreamResolvedEvent): void {
    if (this.failure !== undefined || event === undefined) return;
    this.heard++;
    if (isMetadataStream(event.streamId)) {
      const hidden = hiddenBy(event);
      if (hidden !== undefined) this.onHidden(eventsHidden(hidden));
      return;
    }
    if (isSystemEvent(event.type)) return this.onHidden(deleted(event.streamId));
    try {
      const recorded = recordedFrom(event);
      if (this.last !== undefined && recorded.position <= this.last) return;
      this.last = recorded.position;
      this.fetched.push(recorded);
      if (this.fetched.length >= this.limit) this.subscription.pause();
      this.wake();
    } catch (error) {
      this.break(error);
    }
  }
}
