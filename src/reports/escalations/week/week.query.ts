import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type AskedBy, seesAll } from '../../../access/asker.js';
import type { Instant, LocalDate } from '../../../calendar/calendar.js';
import { isLocalDate, londonDate } from '../../../calendar/dates.js';
import { namedInLists, visibleAmong } from '../../../disputes/list/visible-disputes.js';
import { Refusal } from '../../../platform/decider.js';
import { Readings } from '../../../reading/readings.js';
import { type BoardTotals, escalationBoard } from '../escalation-board.js';
import { knownTo } from '../escalations.query.js';
import { COUNTS_OF_WEEK, lastWeekBefore, mondayOf, type Week, weekFrom } from './week.js';

/** A week for those who lead: what happened in it, and what stands on the board at the moment of reading. */
export interface WeekRead {
  readonly asAt: Instant;
  readonly week: Week;
  /** It is not over yet. */
  readonly isThisWeek: boolean;
  readonly now: BoardTotals;
  /** References of the week’s disputes that its reader can open in full. */
  readonly mayOpen: readonly string[];
}

/** The week in which a day is, of what the asker may see; the last week that is over where no day is said. */
export class ReadWeek extends Query<WeekRead> {
  constructor(
    readonly asker: AskedBy,
    readonly day?: string,
  ) {
    super();
  }
}

@QueryHandler(ReadWeek)
export class ReadWeekHandler implements IQueryHandler<ReadWeek> {
  constructor(private readonly readings: Readings) {}

  /** @throws Refusal `not-a-day-of-a-week` for what is no day, or one in a week that has not begun */
  async execute({ asker, day }: ReadWeek): Promise<WeekRead> {
    const reading = await this.readings.now();
    const { directory, now } = reading;
    const today = londonDate(now);
    const thisMonday = mondayOf(today);
    const monday = day === undefined ? lastWeekBefore(today) : mondayOfWeekAsked(day, thisMonday);
    const named = namedInLists(asker, directory, today, [['board.read', 'outline']]);
    const known = knownTo(asker, directory, today);
    const week = weekFrom(monday, reading, named, {}, known);
    const references = COUNTS_OF_WEEK.flatMap((count) => week[count].map(({ reference }) => reference));
    return {
      asAt: now,
      week,
      isThisWeek: monday === thisMonday,
      now: escalationBoard(reading, named, {}, known).totals,
      mayOpen: seesAll(asker)
        ? [...new Set(references)]
        : [...visibleAmong(references, asker, directory, today, reading.readModels)],
    };
  }
}

const mondayOfWeekAsked = (day: string, thisMonday: LocalDate): LocalDate => {
  if (!isLocalDate(day)) throw new Refusal('invalid', 'not-a-day-of-a-week', 'Say a day of the week, as 2023-10-02.');
  if (mondayOf(day) > thisMonday)
    throw new Refusal(
      'invalid',
      'not-a-day-of-a-week',
      'That week has not begun. Say a day of this week, or of an earlier one.',
    );
  return mondayOf(day);
};
