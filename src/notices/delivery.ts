import type { CouncilCalendar } from '../calendar/council-calendar.js';
import type { Directory } from '../directory/directory.js';
import type { Clock } from '../platform/clock/clock.js';
import { EVERYTHING, type NoticeHours } from '../platform/config/notice-hours-config.js';
import { pauseAfter } from '../platform/notices/backoff.js';
import { MailboxAway, MessageRefused, type NoticeProvider, ProviderAway } from '../platform/notices/provider.js';
import type { NoticesStatus } from '../platform/notices/status.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { WordsNow } from '../protocol/words-now.js';
import type { RowsApart } from '../work-over-rows.js';
import type { NoticeOutcome } from '../platform/watching/watcher.js';
import type { Cause, DateSaid, DigestWritten, NoticeFailed, NoticeWritten, NotNeeded } from './events.js';
import { isAnHourToTell } from './hours.js';
import { goesToTheOldAddress } from './kinds.js';
import type { NeedNow } from './need-now.js';
import type { NoticeAct } from './notice.js';
import type { NoticesOnRecord } from './on-record.js';
import { digestLetterOf, letterOf } from './templates.js';
import { wordsOfNotices } from './words-of-notice.js';

export interface DeliveryParts {
  readonly provider: NoticeProvider;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly site: string;
  /** The words of the council when a message goes. */
  readonly says: Pick<WordsNow, 'now'>;
  readonly readModels: Pick<ReadModels, 'get'>;
  readonly onRecord: NoticesOnRecord;
  readonly need: Pick<NeedNow, 'whyNot' | 'dateNow'>;
  readonly hours: NoticeHours;
  readonly calendar: CouncilCalendar;
  /** How a person wants to be told now; undefined where they want to hear nothing of the kind. */
  readonly wayNow: (person: string, theirsToDo: boolean) => Promise<NoticeWritten['how'] | undefined>;
  /** The address of a person before an event of theirs; null where there was none. */
  readonly addressBefore: (cause: Cause) => Promise<string | null>;
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
  /** Messages that wait for the hours in which people are told, when last looked at. */
  private forLater = 0;
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

  status(): Omit<NoticesStatus, 'provider' | 'state' | 'skipped'> {
    const { failures, trouble, tryAgainAt } = this;
    const { onRecord } = this.parts;
    const undelivered = onRecord.undeliveredSince(this.later(-NAMED_FOR));
    const mailboxes = new Set(onRecord.toSend().flatMap(({ to }) => (this.apart.has(to) ? to : []))).size;
    const forLater = Math.min(this.forLater, onRecord.waiting());
    const notNeeded = onRecord.letGoSince(this.later(-NAMED_FOR));
    return {
      ...{ waiting: onRecord.waiting() - forLater, forLater, notNeeded },
      ...{ failures, trouble, tryAgainAt, mailboxes, undelivered },
    };
  }

  private async sendAll(): Promise<void> {
    const { onRecord, troubles, clock, hours } = this.parts;
    const calendar = await this.parts.calendar.current();
    const isAnHour = isAnHourToTell(clock.now(), hours, calendar);
    const all = onRecord.toSend();
    const waiting = isAnHour ? all : all.filter((each) => isUrgent(each, hours));
    this.forLater = all.length - waiting.length;
    const others = waiting.filter(({ to }) => !this.apart.has(to));
    for (const each of [...others, ...waiting.filter(({ to }) => this.apart.has(to))]) {
      if (this.stopped || (this.tryAgainAt !== null && clock.now() < this.tryAgainAt)) return;
      if (this.aside.has(each.notice) || this.waitsApart(each.to)) continue;
      const goesOn = await troubles.apart('sending notices', each.notice, () => this.sendOne(each), 'aside' as const);
      if (goesOn === 'aside') this.aside.add(each.notice);
      if (goesOn === false) return;
    }
  }

  /** Whether a mailbox still waits for its own time. If many in a row took nothing it must be the provider, whose time counts instead. */
  private waitsApart(person: string): boolean {
    const until = this.apart.get(person)?.tryAgainAt;
    return until !== undefined && this.mailboxesInARow < MAILBOXES_IN_A_ROW && this.parts.clock.now() < until;
  }

  /** @returns false where the provider is away */
  private async sendOne(written: NoticeWritten | DigestWritten): Promise<boolean> {
    const still = 'notices' in written ? await this.stillInDigest(written) : await this.stillWanted(written);
    if (still === null) return true;
    const leftOut = 'notices' in written ? idsOf(written).filter((id) => !idsOf(still).includes(id)) : [];
    return this.send(still, leftOut);
  }

  /** @returns null where it does not go now */
  private async stillWanted(written: NoticeWritten): Promise<NoticeWritten | null> {
    const how = goesToTheOldAddress(written.kind) ? 'at-once' : await this.parts.wayNow(written.to, written.theirsToDo);
    if (how === 'in-digest') {
      this.parts.onRecord.wantedNow(written.notice, how);
      return null;
    }
    const why = how === undefined ? 'switched-off' : await this.parts.need.whyNot(written);
    if (why !== null && why !== 'held-back') await this.letGo(written.notice, why);
    return why === null ? { ...written, ...(await this.parts.need.dateNow(written)) } : null;
  }

  /** With what is needed still of what it brings, each date as it is now; null where nothing is. */
  private async stillInDigest(written: DigestWritten): Promise<DigestWritten | null> {
    const still: DigestWritten['notices'] = [];
    for (const line of written.notices) {
      const because = this.parts.onRecord.causeOf(line.notice);
      // What is settled already went with it before a crash, and goes again under the same number.
      const why = because === undefined ? null : await this.parts.need.whyNot({ ...line, to: written.to, because });
      if (why === null) still.push({ ...line, ...(await this.parts.need.dateNow(line)) });
      else if (why !== 'held-back') await this.letGo(line.notice, why);
    }
    if (still.length > 0) return { ...written, notices: still };
    await this.letGo(written.notice, 'over');
    return null;
  }

  /** It is not sent, and that goes on record. */
  async letGo(notice: string, because: NotNeeded): Promise<void> {
    this.parts.onOutcome?.('not-needed');
    await this.parts.record(notice, { type: 'mark-not-needed', because }, notice);
  }

  /** @param leftOut ids of what a digest does not bring any more */
  private async send(written: NoticeWritten | DigestWritten, leftOut: readonly string[]): Promise<boolean> {
    const { provider, says, site, readModels } = this.parts;
    const address = await this.addressOf(written);
    if (provider.needsAddress && address === null) {
      this.parts.onOutcome?.('no-address');
      await this.markFailed(written, 'no-address');
      return true;
    }
    const wordsOf = wordsOfNotices(await says.now(), readModels);
    const letter =
      'notices' in written ? digestLetterOf(written, site, wordsOf) : letterOf(written, site, wordsOf(written));
    let receipt: string | null;
    try {
      receipt = await provider.send({ id: written.notice, person: written.to, address, ...letter });
    } catch (error) {
      return this.didNotGo(written, error);
    }
    this.itWorks();
    this.apart.delete(written.to);
    this.parts.onOutcome?.('sent');
    await this.markSent(written, receipt, leftOut);
    return true;
  }

  private async addressOf(written: NoticeWritten | DigestWritten): Promise<string | null> {
    const now = this.parts.directory.person(written.to)?.email ?? null;
    if ('notices' in written || !goesToTheOldAddress(written.kind)) return now;
    return (await this.parts.addressBefore(written.because)) ?? now;
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

  /** The notices in a digest went with it; the digest itself is marked last, so that a crash in between sends it again. */
  private async markSent(
    written: NoticeWritten | DigestWritten,
    receipt: string | null,
    leftOut: readonly string[] = [],
  ): Promise<void> {
    const sent = { type: 'mark-sent' as const, by: this.parts.provider.name, receipt };
    await this.mark(written, (digest, said) => ({
      ...{ ...sent, digest },
      ...(digest === null && leftOut.length > 0 ? { leftOut: [...leftOut] } : {}),
      ...(said.length > 0 ? { said } : {}),
    }));
  }

  private async markFailed(written: NoticeWritten | DigestWritten, because: NoticeFailed['because']): Promise<void> {
    await this.mark(written, () => ({ type: 'mark-failed', by: this.parts.provider.name, because }));
  }

  /** @param act to record of a notice: in which digest it went, and what was said of dates that have moved since it was written */
  private async mark(
    written: NoticeWritten | DigestWritten,
    act: (digest: string | null, said: DateSaid[]) => NoticeAct,
  ): Promise<void> {
    const { record, onRecord } = this.parts;
    const lines = 'notices' in written ? written.notices : [written];
    const moved = (of: string): DateSaid[] => datesThatMoved(lines, onRecord.linesOf(of));
    if ('notices' in written)
      for (const { notice } of lines) await record(notice, act(written.notice, moved(notice)), written.notice);
    await record(written.notice, act(null, moved(written.notice)), written.notice);
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

const isUrgent = (written: NoticeWritten | DigestWritten, { atAnyHour }: NoticeHours): boolean =>
  atAnyHour === EVERYTHING || ('urgency' in written && written.urgency !== null && atAnyHour.includes(written.urgency));

/** Of the notices that a digest brings; none for a notice that goes by itself. */
const idsOf = (written: NoticeWritten | DigestWritten): string[] =>
  'notices' in written ? written.notices.map(({ notice }) => notice) : [];

const datesThatMoved = (said: readonly DateSaid[], written: readonly DateSaid[]): DateSaid[] =>
  said
    .filter(({ notice, dueOn, dueAt }) =>
      written.some((each) => each.notice === notice && (each.dueOn !== dueOn || each.dueAt !== dueAt)),
    )
    .map(({ notice, dueOn, dueAt }) => ({ notice, dueOn, dueAt }));
