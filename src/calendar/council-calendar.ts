import type { EventStore } from '../platform/event-store/event-store.js';
import { digestOf } from '../platform/executor.js';
import { FoldedStream } from '../platform/folded-stream.js';
import { bundledHolidays } from './bank-holidays.js';
import type { WorkingCalendar } from './calendar.js';
import { bankHolidaysIn, CALENDAR_STREAM, calendarDecider, type CouncilDays } from './council-days.js';
import type { CalendarEvent } from './events.js';
import { workingCalendar } from './working-days.js';

/** The working calendar of this council as the log has it now: the bank holidays and the council's own closing days. */
export class CouncilCalendar {
  private readonly days: FoldedStream<CouncilDays, CalendarEvent>;
  private calendar: WorkingCalendar;
  private madeFor: CouncilDays = calendarDecider.initial;
  private digested: { readonly days: CouncilDays; readonly text: string } | undefined;

  constructor(
    store: EventStore,
    private readonly bundled = bundledHolidays(),
  ) {
    this.days = new FoldedStream(store, CALENDAR_STREAM, calendarDecider);
    this.calendar = this.calendarFor(this.madeFor);
  }

  async current(): Promise<WorkingCalendar> {
    const days = await this.days.current();
    if (this.madeFor !== days) {
      this.calendar = this.calendarFor(days);
      this.madeFor = days;
    }
    return this.calendar;
  }

  /** As it was when somebody last asked for it: for those who cannot wait for the log. */
  lastRead(): WorkingCalendar {
    return this.calendar;
  }

  /** Tells calendars apart: the same days give the same text, also in another run of the program. */
  async digest(): Promise<string> {
    const days = await this.days.current();
    if (this.digested?.days !== days) this.digested = { days, text: digestOf({ days, bundled: this.bundled }) };
    return this.digested.text;
  }

  /** How many days the table of this version of the program has. A newer one has more, and moves days as an entry of the council does. */
  get daysInTable(): number {
    return this.bundled.length;
  }

  /** The days that the council itself has entered. */
  said(): Promise<CouncilDays> {
    return this.days.current();
  }

  /** The calendar that there would be with these days. */
  calendarFor(days: CouncilDays): WorkingCalendar {
    return workingCalendar(bankHolidaysIn(days, this.bundled), days.closingDays);
  }
}
