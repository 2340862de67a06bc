import type { EventStore } from '../platform/event-store/event-store.js';
import { FoldedStream } from '../platform/folded-stream.js';
import { bundledHolidays } from './bank-holidays.js';
import type { LocalDate, WorkingCalendar } from './calendar.js';
import { CALENDAR_STREAM, closingDaysDecider } from './closing-days.js';
import type { CalendarEvent } from './events.js';
import { workingCalendar } from './working-days.js';

/** The working calendar of this council as the log has it now: the bank holidays and the council's own closing days. */
export class CouncilCalendar {
  private readonly closingDays: FoldedStream<readonly LocalDate[], CalendarEvent>;
  private calendar: WorkingCalendar | undefined;
  private madeFor: readonly LocalDate[] | undefined;

  constructor(
    store: EventStore,
    private readonly holidays = bundledHolidays(),
  ) {
    this.closingDays = new FoldedStream(store, CALENDAR_STREAM, closingDaysDecider);
  }

  async current(): Promise<WorkingCalendar> {
    const closingDays = await this.closingDays.current();
    if (this.calendar === undefined || this.madeFor !== closingDays) {
      this.calendar = workingCalendar(this.holidays, closingDays);
      this.madeFor = closingDays;
    }
    return this.calendar;
  }
}
