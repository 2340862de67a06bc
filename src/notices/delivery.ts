import type { Directory } from '../directory/directory.js';
import type { Clock } from '../platform/clock/clock.js';
import { pauseAfter } from '../platform/notices/backoff.js';
import { MessageRefused, type NoticeProvider, ProviderAway } from '../platform/notices/provider.js';
import type { NoticesStatus } from '../platform/notices/status.js';
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
  readonly record: (notice: string, act: NoticeAct, cause: string) => Promise<void>;
  /** Told what became of each attempt. */
  readonly onOutcome?: (outcome: NoticeOutcome) => void;
}

/** Sends what is written and not yet sent, one message after another. While the provider is away everything waits. */
export class Delivery {
  private failures = 0;
  private trouble: string | null = null;
  private tryAgainAt: string | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

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

  status(): Pick<NoticesStatus, 'waiting' | 'failures' | 'trouble' | 'tryAgainAt'> {
    const { failures, trouble, tryAgainAt } = this;
    return { waiting: this.parts.onRecord.waiting(), failures, trouble, tryAgainAt };
  }

  private async sendAll(): Promise<void> {
    for (const each of this.parts.onRecord.toSend()) {
      if (this.stopped || (this.tryAgainAt !== null && this.parts.clock.now() < this.tryAgainAt)) return;
      const gone = await this.sendOne(each);
      if (!gone) return;
    }
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
    try {
      const receipt = await provider.send({ id: written.notice, person: written.to, address, ...letter });
      this.itWorks();
      this.parts.onOutcome?.('sent');
      await this.markSent(written, receipt);
      return true;
    } catch (error) {
      if (error instanceof MessageRefused) {
        this.itWorks();
        this.parts.onOutcome?.('refused');
        await this.markFailed(written, 'refused');
        return true;
      }
      if (!(error instanceof ProviderAway)) throw error;
      this.isAway(error.code);
      this.parts.onOutcome?.('away');
      this.parts.onRecord.putLast(written.notice);
      return false;
    }
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
  }

  private isAway(code: string): void {
    this.failures++;
    this.trouble = code;
    const now = Date.parse(this.parts.clock.now());
    this.tryAgainAt = new Date(now + pauseAfter(this.failures)).toISOString();
  }
}
