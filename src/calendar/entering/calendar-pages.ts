import type { Type } from '@nestjs/common';
import { Dated } from '../../access/dated/field.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import type { DomainEvent } from '../../platform/decider.js';
import { Many, Narrative } from '../../platform/http/fields.js';
import { ReadWhoHasListed } from '../../reports/open-disputes/who-has-listed.query.js';
import type { InATable } from '../../web/forms/carrying.js';
import { type AskedForForm, formPageOf } from '../../web/forms/form-page.js';
import { inThreeBoxes } from '../../web/forms/typed.js';
import type { CalendarAct } from '../council-days.js';
import type { CalendarEvent } from '../events.js';
import { bankHolidaysForm, closingDaysForm } from './calendar-forms.js';
import { BankHolidayDto } from './calendar.dto.js';
import { ReadCalendar } from './calendar.query.js';
import { CalendarRoute } from './calendar.route.js';
import { movesInATable, movesInWords, movesShown } from './present-calendar.js';
import { ReadWhatMoves } from './what-moves.query.js';

const OPENS = OpensNothing('Bank holidays and closing days; then references, days and with whom they are.');
const BACK = '/calendar';
const MOST_DAYS = 100;

/** A form holds each day in boxes of its own, where the API takes a list of days. */
class DayOfPageDto {
  @Dated('not-worked')
  date: string;
}

class ClosingDaysOfPageDto {
  @Many(() => DayOfPageDto, { most: MOST_DAYS, optional: true })
  days?: DayOfPageDto[] | null;

  @Narrative({ description: 'Why the council is closed.' })
  reason: string;
}

class BankHolidaysOfPageDto {
  @Many(() => BankHolidayDto, { most: MOST_DAYS, optional: true })
  add?: BankHolidayDto[] | null;

  @Many(() => DayOfPageDto, { most: MOST_DAYS, optional: true })
  remove?: DayOfPageDto[] | null;

  @Narrative({ description: 'Where they come from.' })
  reason: string;
}

const closingDaysPage = formPageOf({
  path: 'calendar/closing-days',
  permits: 'calendar.set',
  opens: OPENS,
  begins: async ({ ask }) => {
    const { closingDays } = await ask(new ReadCalendar());
    return { days: closingDays.map((date) => ({ date: inThreeBoxes(date) })) };
  },
  carrying: (asked) => ({
    pages: [closingDaysForm],
    body: ClosingDaysOfPageDto,
    around: async () => ({ choices: {}, back: BACK }),
    carryOut: (body, sent) => {
      const { days, reason } = body as ClosingDaysOfPageDto;
      return asked.get(CalendarRoute).setClosingDays({ dates: datesOf(days), reason }, sent);
    },
    follows: (events) => whatMovesBy(events, asked),
    leadsTo: () => BACK,
  }),
});

const bankHolidaysPage = formPageOf({
  path: 'calendar/bank-holidays',
  permits: 'calendar.set',
  opens: OPENS,
  carrying: (asked) => ({
    pages: [bankHolidaysForm],
    body: BankHolidaysOfPageDto,
    around: async () => ({ choices: {}, back: BACK }),
    carryOut: (body, sent) => {
      const { add, remove, reason } = body as BankHolidaysOfPageDto;
      return asked.get(CalendarRoute).enterBankHolidays({ add: add ?? [], remove: datesOf(remove), reason }, sent);
    },
    follows: (events) => whatMovesBy(events, asked),
    leadsTo: () => BACK,
  }),
});

const datesOf = (days: readonly DayOfPageDto[] | null | undefined): string[] => (days ?? []).map(({ date }) => date);

/** The dates that would move, asked of the query of the API, before anything is recorded. */
const whatMovesBy = async (events: readonly DomainEvent[], { ask, asker }: AskedForForm): Promise<InATable> => {
  const moving = await ask(new ReadWhatMoves((events as readonly CalendarEvent[]).map(actOf), asker));
  const references = movesShown(moving.moves).map(({ reference }) => reference);
  const withWhom = await ask(new ReadWhoHasListed([...new Set(references)], asker));
  return { sentences: movesInWords(moving), table: movesInATable(moving, withWhom) };
};

/** The act by which the same event comes about. */
const actOf = ({ type, data }: CalendarEvent): CalendarAct =>
  type === 'ClosingDaysSet'
    ? { type: 'set-closing-days', dates: data.dates, reason: data.reason }
    : { type: 'enter-bank-holidays', add: data.added, remove: data.removed, reason: data.reason };

/** The pages on which days are entered. */
export const calendarPages: readonly Type[] = [closingDaysPage, bankHolidaysPage];
