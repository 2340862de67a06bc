import {
  areAllUnsent,
  countNotNeededSince,
  hasBeenSentAbout,
  lastWrittenAbout,
  lastCauseToldOf,
  lastDigestTo,
  lastSentAt,
  undeliveredSince,
  waitingNotices,
} from '../../projections/notices/notices.queries.js';
import type { EventStore, EventToAppend } from '../platform/event-store/event-store.js';
import type { UndeliveredNotice } from '../platform/notices/status.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { Cause, DateSaid, DigestWritten, NoticeEvent, NoticeWritten } from './events.js';
import { noticeStream } from './notice.js';
import { MY_WORK } from './where-it-leads.js';

/** The read model of notices is behind this process by less than these. */
const HEARD_LATELY = 10_000;

type Said = Pick<NoticeWritten, 'kind' | 'about' | 'actionId' | 'to' | 'because'>;

/**
 * The outbox's knowledge of the notices on record. Those that wait are kept here, and they are few; of all others the read model is
 * asked. So neither a start nor the memory of the program grows with what people were ever told.
 */
export class NoticesOnRecord {
  /** To be sent, the oldest first. */
  private readonly atOnce = new Map<string, NoticeWritten | DigestWritten>();
  /** Waiting for a digest to be written. */
  private readonly forDigest = new Map<string, NoticeWritten>();
  /** By person, of those written by this process. */
  private readonly lastDigest = new Map<string, string>();
  /** Since when the recipient's mailbox has taken nothing. */
  private readonly delayed = new Map<string, string>();
  private lastSent: string | null = null;
  /** Written and not yet settled, also where a digest brings it. */
  private readonly unsettled = new Map<string, NoticeWritten>();
  /** The notices that each digest brings, while it waits. */
  private readonly digests = new Map<string, DigestWritten>();
  /** The people who were told lately, each with the matter, as `person reference`. */
  private readonly heard = new Set<string>();
  /** The same with the event of which they were told. */
  private readonly wentFor = new Set<string>();

  constructor(private readonly readModels: Pick<ReadModels, 'all' | 'get'>) {}

  /**
   * Takes up what waits, the oldest first, from the streams themselves; the read model, which must have come as far as the log, says
   * which they are.
   * @returns the last event that a notice was written for, undefined where none was
   */
  async readFrom(store: Pick<EventStore, 'read'>): Promise<Cause | undefined> {
    for (const notice of waitingNotices(this.readModels)) this.takeAll(notice, await store.read(noticeStream(notice)));
    return lastCauseToldOf(this.readModels);
  }

  /** All that is on record of one notice, whatever of it is known here already. */
  takeAll(notice: string, events: readonly EventToAppend[]): void {
    for (const event of events) this.take(noticeStream(notice), event);
  }

  take(stream: string, { type, data, metadata }: EventToAppend): void {
    const notice = stream.slice('notice-'.length);
    const event = { type, data } as unknown as NoticeEvent;
    switch (event.type) {
      case 'NoticeWritten':
        if (this.unsettled.has(notice)) return;
        (event.data.how === 'at-once' ? this.atOnce : this.forDigest).set(notice, event.data);
        this.unsettled.set(notice, event.data);
        return;
      case 'DigestWritten':
        if (this.digests.has(notice)) return;
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
      case 'NoticeFailed':
        this.isOver(notice);
        return;
    }
  }

  private isOver(notice: string): void {
    this.delayed.delete(notice);
    this.unsettled.delete(notice);
    this.bringBack(notice);
    this.atOnce.delete(notice);
    this.forDigest.delete(notice);
  }

  private hasBeenTold(notice: string): void {
    const told = this.unsettled.get(notice);
    if (told === undefined) return;
    keepLately(this.heard, `${told.to} ${told.about}`);
    keepLately(this.wentFor, nameOf(told.to, told.because));
  }

  /** A notice that a digest did not bring after all waits for the next one. */
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
    return this.heard.has(`${person} ${about}`) || hasBeenSentAbout(this.readModels, person, about);
  }

  /** Whether messages for some events of a stream were written for a person, and none of them went. */
  neverGotThrough(person: string, stream: string, revisions: readonly number[]): boolean {
    if (revisions.some((revision) => this.wentFor.has(nameOf(person, { stream, revision })))) return false;
    return areAllUnsent(this.readModels, person, stream, revisions);
  }

  /** Whether a later event has a notice that waits too, and asks the same of the same person. */
  isSaidAgain({ kind, about, actionId, to, because }: Said): boolean {
    return [...this.unsettled.values()].some(
      (each) =>
        each.to === to &&
        each.kind === kind &&
        each.about === about &&
        each.actionId === actionId &&
        each.because.stream === because.stream &&
        each.because.revision > because.revision,
    );
  }

  /** The event for which a notice that waits was written. */
  causeOf(notice: string): Cause | undefined {
    return this.unsettled.get(notice)?.because;
  }

  /** Whether a person has taken a post since a moment, and was told of everything that was asked from it, as one. */
  hasTakenOver(person: string, since: string): boolean {
    const at = lastWrittenAbout(this.readModels, person, MY_WORK);
    return at !== null && at >= since;
  }

  /** How many were found not to be needed any more since a moment. */
  letGoSince(since: string): number {
    return countNotNeededSince(this.readModels, since);
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

  /** The text of one notice or digest, as it was written, while it waits. */
  linesOf(notice: string): readonly DateSaid[] {
    const written = this.unsettled.get(notice);
    return this.digests.get(notice)?.notices ?? (written === undefined ? [] : [written]);
  }

  /** The moment at which the provider last took a message, for whomever. */
  lastSentAt(): string | null {
    return this.lastSent ?? lastSentAt(this.readModels);
  }

  /** The notices that reached nobody since a moment. */
  undeliveredSince(since: string): UndeliveredNotice[] {
    return undeliveredSince(this.readModels, since);
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
    return this.lastDigest.get(person) ?? lastDigestTo(this.readModels, person);
  }

  waiting(): number {
    return this.atOnce.size;
  }
}

const nameOf = (person: string, { stream, revision }: Pick<Cause, 'stream' | 'revision'>): string =>
  `${person} ${stream}@${revision}`;

const keepLately = (names: Set<string>, name: string): void => {
  names.add(name);
  if (names.size > HEARD_LATELY) names.delete(names.values().next().value!);
};
