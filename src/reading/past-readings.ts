import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '../calendar/calendar.js';
import { CouncilCalendar } from '../calendar/council-calendar.js';
import { lastMomentOf } from '../calendar/dates.js';
import { directoryFrom } from '../directory/directory-from.js';
import { Problem } from '../platform/http/problem.js';
import { ProtocolLibrary } from '../protocol/protocol-library.js';
import { LogAsAt, type OpenedAsAt } from './log-as-at.js';
import type { Reading } from './reading.js';

/**
 * So many days are kept in memory, each as big as the read models: whoever looks at a day goes from page to page of it, and few people
 * look at once. What the log holds up to a day that is over never changes, so that nothing kept grows old.
 */
const DAYS_KEPT = 2;

interface Kept {
  readonly opened: Promise<OpenedAsAt>;
  uses: number;
  isLeft: boolean;
}

/** The council as it stood at the end of past days: the same read models and rules, over a log that ends there. */
@Injectable()
export class PastReadings {
  /** By day; the one that was asked for last comes last. */
  private readonly kept = new Map<LocalDate, Kept>();

  constructor(private readonly log: LogAsAt) {}

  /**
   * Asks something of how things stood at the end of a day that is over.
   * @throws Problem `before-the-record` where the log begins later
   */
  async read<Answer>(day: LocalDate, answer: (reading: Reading) => Answer | Promise<Answer>): Promise<Answer> {
    const kept = this.at(day);
    kept.uses++;
    try {
      const opened = await this.openedOf(day, kept);
      return await answer(await readingOf(opened, lastMomentOf(day)));
    } finally {
      kept.uses--;
      await closeIfLeft(kept);
    }
  }

  private at(day: LocalDate): Kept {
    const kept = this.kept.get(day) ?? {
      ...{ opened: this.log.open({ moment: lastMomentOf(day) }), uses: 0, isLeft: false },
    };
    this.kept.delete(day);
    this.kept.set(day, kept);
    for (const [other, each] of [...this.kept].slice(0, -DAYS_KEPT)) {
      this.kept.delete(other);
      each.isLeft = true;
      void closeIfLeft(each);
    }
    return kept;
  }

  private async openedOf(day: LocalDate, kept: Kept): Promise<OpenedAsAt> {
    try {
      const opened = await kept.opened;
      if (opened.lastEvent !== null) return opened;
    } catch (error) {
      // The next one asks the log again.
      if (this.kept.get(day) === kept) this.kept.delete(day);
      throw error;
    }
    throw dayRefused('before-the-record', `Nothing was on record at the end of ${day}. Choose a later day.`);
  }
}

export const dayNotOver = (day: LocalDate): Problem =>
  dayRefused(
    'day-not-over',
    `The day ${day} is not over yet. Choose a day before today to see how things stood at its end.`,
  );

/** For what somebody may read now, and what was put on record later. */
export const notYetOnRecord = (day: LocalDate): Problem =>
  dayRefused('not-yet-on-record', `It was not on record yet at the end of ${day}. Choose a later day.`);

/** Said as a whole, and beside the parameter of an address. */
const dayRefused = (code: string, sentence: string): Problem =>
  new Problem(400, code, sentence, { errors: [{ pointer: '/asAt', message: sentence }] });

const closeIfLeft = async ({ isLeft, uses, opened }: Kept): Promise<void> => {
  if (isLeft && uses === 0) await opened.then((each) => each.close()).catch(() => undefined);
};

const readingOf = async ({ readModels, log }: OpenedAsAt, now: Instant): Promise<Reading> => {
  const [protocols, calendar] = await Promise.all([
    new ProtocolLibrary(log).current(),
    new CouncilCalendar(log).current(),
  ]);
  return { readModels, directory: directoryFrom(readModels), protocols, calendar, now };
};
