import type { EventStore, EventToAppend } from '../platform/event-store/event-store.js';
import { eventsOf } from '../platform/event-store/events-of.js';
import type { UndeliveredNotice } from '../platform/notices/status.js';
import type { Cause, DateSaid, DigestWritten, NoticeEvent, NoticeWritten } from './events.js';

/** What the log says of notices: made from it at every start, and kept as the outbox writes. */
export class NoticesOnRecord {
  private readonly known = new Set<string>();
  /** To be sent, the oldest first. */
  private readonly atOnce = new Map<string, NoticeWritten | DigestWritten>();
  /** Waiting for a digest to be written. */
  private readonly forDigest = new Map<string, NoticeWritten>();
  private readonly lastDigest = new Map<string, string>();
  private lastCause: Cause | undefined;
  /** Since when the recipient's mailbox has taken nothing. */
  private readonly delayed = new Map<string, string>();
  private readonly failed: (UndeliveredNotice & { readonly at: string })[] = [];
  private lastSent: string | null = null;
  /** Written and not yet settled, also where a digest brings it. */
  private readonly unsettled = new Map<string, NoticeWritten>();
  /** What each digest brings, while it waits. */
  private readonly digests = new Map<string, DigestWritten>();
  /** Who was told of which matter, each as `person reference`. */
  private readonly heard = new Set<string>();
  /** When a notice was found not to be needed any more. */
  private readonly letGo: string[] = [];

  /** @returns the last event that a notice was written for, undefined where none was */
  async readFrom(store: EventStore): Promise<Cause | undefined> {
    for await (const event of eventsOf(store, ['notice'])) this.take(event.stream, event);
    return this.lastCause;
  }

  take(stream: string, { type, data, metadata }: EventToAppend): void {
    const notice = stream.slice('notice-'.length);
    const event = { type, data } as unknown as NoticeEvent;
    switch (event.type) {
      case 'NoticeWritten':
        if (this.known.has(notice)) return;
        this.known.add(notice);
        (event.data.how === 'at-once' ? this.atOnce : this.forDigest).set(notice, event.data);
        this.unsettled.set(notice, event.data);
        if (event.data.because.occasion === 'event') this.lastCause = event.data.because;
        return;
      case 'DigestWritten':
        if (this.known.has(notice)) return;
        this.known.add(notice);
        this.atOnce.set(notice, event.data);
        this.digests.set(notice, event.data);
        for (const each of event.data.notices) this.forDigest.delete(each.notice);
        this.lastDigest.set(event.data.to, metadata.occurredAt);
        return;
      case 'NoticeDelayed':
        if (!this.delayed.has(notice)) this.delayed.set(notice, metadata.occurredAt);
        return;
      case 'NoticeSent':
        this.lastSent = metadata.occurredAt;
        this.hasBeenTold(notice);
        this.isOver(notice);
        return;
      case 'NoticeNotNeeded':
        this.letGo.push(metadata.occurredAt);
        this.isOver(notice);
        return;
      case 'NoticeFailed':
        if (this.isOver(notice)) this.failed.push({ notice, because: event.data.because, at: metadata.occurredAt });
        return;
    }
  }

  /** @returns whether it was still waiting */
  private isOver(notice: string): boolean {
    this.delayed.delete(notice);
    this.unsettled.delete(notice);
    this.bringBack(notice);
    const [atOnce, forDigest] = [this.atOnce.delete(notice), this.forDigest.delete(notice)];
    return atOnce || forDigest;
  }

  private hasBeenTold(notice: string): void {
    const told = this.unsettled.get(notice);
    if (told !== undefined) this.heard.add(`${told.to} ${told.about}`);
  }

  /** What a digest did not bring after all waits for the next one. */
  private bringBack(digest: string): void {
    const lines = this.digests.get(digest)?.notices ?? [];
    this.digests.delete(digest);
    for (const { notice } of lines) {
      const left = this.unsettled.get(notice);
      if (left !== undefined) this.forDigest.set(notice, left);
    }
  }

  /** Whether a person was sent anything about a matter. */
  hasHeard(person: string, about: string): boolean {
    return this.heard.has(`${person} ${about}`);
  }

  /** How many were found not to be needed any more since a moment. */
  letGoSince(since: string): number {
    return this.letGo.filter((at) => at >= since).length;
  }

  /** The person wants it in another way now than when it was written. */
  wantedNow(notice: string, how: NoticeWritten['how']): void {
    const written = this.unsettled.get(notice);
    if (written === undefined) return;
    (how === 'at-once' ? this.forDigest : this.atOnce).delete(notice);
    (how === 'at-once' ? this.atOnce : this.forDigest).set(notice, written);
  }

  /** Since when the recipient's mailbox has taken nothing of this notice; null where it has not been asked, or has never refused. */
  delayedSince(notice: string): string | null {
    return this.delayed.get(notice) ?? null;
  }

  /** What one notice or digest says, as it was written, while it waits. */
  linesOf(notice: string): readonly DateSaid[] {
    const written = this.unsettled.get(notice);
    return this.digests.get(notice)?.notices ?? (written === undefined ? [] : [written]);
  }

  /** When the provider last took a message, for whomever. */
  lastSentAt(): string | null {
    return this.lastSent;
  }

  /** What reached nobody since a moment. */
  undeliveredSince(since: string): UndeliveredNotice[] {
    return this.failed.filter(({ at }) => at >= since).map(({ notice, because }) => ({ notice, because }));
  }

  has(notice: string): boolean {
    return this.known.has(notice);
  }

  /** To be sent, the oldest first. */
  toSend(): (NoticeWritten | DigestWritten)[] {
    return [...this.atOnce.values()];
  }

  /** Behind everything else that waits: one message that does not go must not hold up the rest. */
  putLast(notice: string): void {
    const waiting = this.atOnce.get(notice);
    if (waiting === undefined) return;
    this.atOnce.delete(notice);
    this.atOnce.set(notice, waiting);
  }

  /** By person. */
  waitingForDigest(): Map<string, NoticeWritten[]> {
    return Map.groupBy(this.forDigest.values(), ({ to }) => to);
  }

  lastDigestOf(person: string): string | null {
    return this.lastDigest.get(person) ?? null;
  }

  waiting(): number {
    return this.atOnce.size;
  }
}
