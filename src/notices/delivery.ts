import type { Directory } from '../directory/directory.js';
import type { Clock } from '../platform/clock/clock.js';
import { pauseAfter } from '../platform/notices/backoff.js';
import { MailboxAway, MessageRefused, type NoticeProvider, ProviderAway } from '../platform/notices/provider.js';
import type { NoticesStatus } from '../platform/notices/status.js';
import type { RowsApart } from '../work-over-rows.js';
import type { NoticeOutcome } from '../platform/watching/watcher.js';
import type { DigestWritten, NoticeFailed, NoticeWritten } from './events.js';
import type { NoticeAct } from './notice.js';
import type { NoticesOnRecord } from './on-record.js';
import { digestLetterOf, letterOf } from './templates.js';

export interface DeliveryParts {
  readonly provider: NoticeProvider;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly site: string;
  readonly onRecord: NoticesOnRecord;
  readonly troubles: RowsApart;
  readonly record: (notice: string, act: NoticeAct, cause: string) => Promise<void>;
  /** Told of a notice that was given up, for it is a person's to see to. */
  readonly onGivenUp?: (notice: string) => void;
  /** Told what became of each attempt. */
  readonly onOutcome?: (outcome: NoticeOutcome) => void;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** So many different people in a row whose mailboxes took nothing, and nobody's did in between: it is the provider. */
const MAILBOXES_IN_A_ROW = 3;
/** A mailbox that is full is rarely emptied within minutes. */
const LONGEST_PAUSE_FOR_A_MAILBOX = 30 * MINUTE;
/** Milliseconds for which health names what reached nobody. */
const NAMED_FOR = 7 * DAY;

/** A person whose mailbox took nothing: whatever is for them waits until then, and nobody else does. */
interface Apart {
  readonly failures: number;
  readonly tryAgainAt: string;
}

/**
 * Sends what is written and not yet sent, one message after another. While the provider is away everything waits; a person whose
 * mailbox takes nothing is tried again apart from the others, and given up after a day.
 */
export class Delivery {
  private failures = 0;
  private trouble: string | null = null;
  private tryAgainAt: string | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  private readonly apart = new Map<string, Apart>();
  private mailboxesInARow = 0;
  /** Notices that could not be worked out: not tried again by this process, for they may have gone before the fault. */
  private readonly aside = new Set<string>();

  constructor(private readonly parts: DeliveryParts) {}

  /** One run at a time; a run that comes too early after a failure does nothing. */
  async run(): Promise<void> {
    const run = this.running.then(() => this.sendAll());
    this.running = run.catch(() => undefined);
    await run;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  status(): Pick<NoticesStatus, 'waiting' | 'failures' | 'trouble' | 'tryAgainAt' | 'mailboxes' | 'undelivered'> {
    const { failures, trouble, tryAgainAt } = this;
    const { onRecord } = this.parts;
    const undelivered = onRecord.undeliveredSince(this.later(-NAMED_FOR));
    const mailboxes = new Set(onRecord.toSend().flatMap(({ to }) => (this.apart.has(to) ? to : []))).size;
    return { waiting: onRecord.waiting(), failures, trouble, tryAgainAt, mailboxes, undelivered };
  }

  private async sendAll(): Promise<void> {
    const { onRecord, troubles, clock } = this.parts;
    const waiting = onRecord.toSend();
    const others = waiting.filter(({ to }) => !this.apart.has(to));
    for (const each of [...others, ...waiting.filter(({ to }) => this.apart.has(to))]) {
      if (this.stopped || (this.tryAgainAt !== null && clock.now() < this.tryAgainAt)) return;
      if (this.aside.has(each.notice) || this.waitsApart(each.to)) continue;
      const goesOn = await troubles.apart('sending notices', each.notice, () => this.sendOne(each), 'aside' as const);
      if (goesOn === 'aside') this.aside.add(each.notice);
      if (goesOn === false) return;
    }
  }

  /** Where so many mailboxes in a row took nothing that it must be the provider, its own time counts. */
  private waitsApart(person: string): boolean {
    const until = this.apart.get(person)?.tryAgainAt;
    return until !== undefined && this.mailboxesInARow < MAILBOXES_IN_A_ROW && this.parts.clock.now() < until;
  }

  /** @returns false where the provider is away */
  private async sendOne(written: NoticeWritten | DigestWritten): Promise<boolean> {
    const { provider, site } = this.parts;
    const address = this.parts.directory.person(written.to)?.email ?? null;
    if (provider.needsAddress && address === null) {
      this.parts.onOutcome?.('no-address');
      await this.markFailed(written, 'no-address');
      return true;
    }
    const letter = 'notices' in written ? digestLetterOf(written, site) : letterOf(written, site);
    let receipt: string | null;
    try {
      receipt = await provider.send({ id: written.notice, person: written.to, address, ...letter });
    } catch (error) {
      return this.didNotGo(written, error);
    }
    this.itWorks();
    this.apart.delete(written.to);
    this.parts.onOutcome?.('sent');
    await this.markSent(written, receipt);
    return true;
  }

  private async didNotGo(written: NoticeWritten | DigestWritten, error: unknown): Promise<boolean> {
    if (error instanceof MessageRefused) {
      this.itWorks();
      this.parts.onOutcome?.('refused');
      await this.markFailed(written, 'refused');
      return true;
    }
    if (error instanceof MailboxAway) return this.mailboxIsAway(written, error.code);
    if (!(error instanceof ProviderAway)) throw error;
    this.isAway(error.code);
    this.parts.onOutcome?.('away');
    this.parts.onRecord.putLast(written.notice);
    return false;
  }

  /** @returns false where so many mailboxes in a row took nothing that it must be the provider */
  private async mailboxIsAway(written: NoticeWritten | DigestWritten, code: string): Promise<boolean> {
    const { onRecord, onOutcome } = this.parts;
    onRecord.putLast(written.notice);
    const before = this.apart.get(written.to);
    if (before === undefined) this.mailboxesInARow++;
    const failures = (before?.failures ?? 0) + 1;
    const pause = Math.min(MINUTE * 2 ** Math.min(failures - 1, 10), LONGEST_PAUSE_FOR_A_MAILBOX);
    this.apart.set(written.to, { failures, tryAgainAt: this.later(pause) });
    if (this.isToBeGivenUp(written.notice)) {
      onOutcome?.('given-up');
      this.parts.onGivenUp?.(written.notice);
      await this.markFailed(written, 'mailbox-away');
      return true;
    }
    onOutcome?.('mailbox-away');
    await this.parts.record(
      written.notice,
      { type: 'mark-delayed', by: this.parts.provider.name, code },
      written.notice,
    );
    if (this.mailboxesInARow < MAILBOXES_IN_A_ROW) return true;
    this.isAway(code);
    return false;
  }

  /**
   * A day after the mailbox first took nothing. While the provider has taken no message for anybody since then, it may be the provider,
   * and nothing is given up.
   */
  private isToBeGivenUp(notice: string): boolean {
    const { onRecord } = this.parts;
    const since = onRecord.delayedSince(notice);
    return since !== null && since <= this.later(-DAY) && (onRecord.lastSentAt() ?? '') >= since;
  }

  /** What went in a digest went with it; the digest itself is marked last, so that a crash in between sends it again. */
  private async markSent(written: NoticeWritten | DigestWritten, receipt: string | null): Promise<void> {
    await this.mark(written, (digest) => ({ type: 'mark-sent', by: this.parts.provider.name, receipt, digest }));
  }

  private async markFailed(written: NoticeWritten | DigestWritten, because: NoticeFailed['because']): Promise<void> {
    await this.mark(written, () => ({ type: 'mark-failed', by: this.parts.provider.name, because }));
  }

  private async mark(written: NoticeWritten | DigestWritten, act: (digest: string | null) => NoticeAct): Promise<void> {
    const inside = 'notices' in written ? written.notices : [];
    for (const { notice } of inside) await this.parts.record(notice, act(written.notice), written.notice);
    await this.parts.record(written.notice, act(null), written.notice);
  }

  private itWorks(): void {
    this.failures = 0;
    this.trouble = null;
    this.tryAgainAt = null;
    this.mailboxesInARow = 0;
  }

  private isAway(code: string): void {
    this.failures++;
    this.trouble = code;
    this.tryAgainAt = this.later(pauseAfter(this.failures));
  }

  /** Milliseconds from now; negative for before. */
  private later(milliseconds: number): string {
    return new Date(Date.parse(this.parts.clock.now()) + milliseconds).toISOString();
  }
}
