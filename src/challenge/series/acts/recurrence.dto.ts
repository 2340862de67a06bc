import { ApiSchema } from '@nestjs/swagger';
import { WEEKDAYS, WEEKS, type Week, type Weekday } from '../../../calendar/months.js';
import { Choice, WholeNumber } from '../../../platform/http/fields.js';

/** For example the second Wednesday of every month; off a day that is not worked, the next working day. */
@ApiSchema({ name: 'Recurrence' })
export class RecurrenceDto {
  @Choice(WEEKS)
  week: Week;

  @Choice(WEEKDAYS)
  weekday: Weekday;

  @WholeNumber(1, 12, { optional: true, description: '1 for every month, unless told.' })
  everyMonths?: number | null;
}
