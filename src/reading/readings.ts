import { Inject, Injectable } from '@nestjs/common';
import type { Reading } from './reading.js';
import { dayNotOver, PastReadings } from './past-readings.js';
import { CouncilCalendar } from '../calendar/council-calendar.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import { londonDate } from '../calendar/dates.js';
import { remembered } from '../directory/remembered.js';
import type { Config } from '../platform/config/config.js';
import type { Clock } from '../platform/clock/clock.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { RowsApart } from '../work-over-rows.js';
import { CLOCK, CONFIG, DIRECTORY } from '../platform/tokens.js';
import { READ_MODELS } from '../platform/store-tokens.js';
import { type CouncilSays, WordsNow } from '../protocol/words-now.js';
import { ProtocolLibrary } from '../protocol/protocol-library.js';

/** Gives each query what it takes to say how things stand, at the moment somebody asks. */
@Injectable()
export class Readings {
  constructor(
    private readonly protocols: ProtocolLibrary,
    private readonly calendar: CouncilCalendar,
    private readonly troubles: RowsApart,
    private readonly words: WordsNow,
    private readonly past: PastReadings,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'longWaitDays'>,
  ) {}

  async now(): Promise<Reading> {
    const [protocols, calendar] = await Promise.all([this.protocols.current(), this.calendar.current()]);
    return { ...this.withoutRules(), protocols, calendar, longWait: this.config.longWaitDays };
  }

  /**
   * Asks how things stand, or how they stood at the end of a day that is over. The answer is worked out from `then`; who may read it,
   * and what is kept from whom, is asked of `now` alone (docs/decisions/0038). Without a day both are the same.
   * @throws Problem `day-not-over`, `before-the-record`
   */
  async at<Answer>(
    asAt: LocalDate | undefined,
    answer: (then: Reading, now: Reading) => Answer | Promise<Answer>,
  ): Promise<Answer> {
    const now = await this.now();
    if (asAt === undefined) return answer(now, now);
    if (asAt >= londonDate(now.now)) throw dayNotOver(asAt);
    const { longWait } = now;
    return this.past.read(asAt, (then) => answer({ ...then, ...(longWait === undefined ? {} : { longWait }) }, now));
  }

  /** With what the council calls things, as far as it is known without the log. For a query that asks neither the council's rules nor its calendar: it is answered while the log is away, too. */
  withoutRules(): Omit<Reading, 'protocols' | 'calendar'> & { readonly says: CouncilSays } {
    const { readModels, troubles } = this;
    return {
      readModels,
      directory: remembered(this.directory),
      now: this.clock.now(),
      troubles,
      says: this.words.lastKnown(),
    };
  }
}
