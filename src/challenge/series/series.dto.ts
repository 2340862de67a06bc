import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { WEEKDAYS, WEEKS, type Week, type Weekday } from '../../calendar/months.js';
import {
  Choice,
  Choices,
  Day,
  Flag,
  Name,
  Names,
  Narrative,
  One,
  Pattern,
  WholeNumber,
} from '../../platform/http/fields.js';
import { POST_KINDS, type PostKind } from '../../protocol/protocol.js';
import { MEETING_KINDS, type MeetingKind } from '../events.js';

export const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;
export const TIME_IN_WORDS = 'must be a time of day in London, for example 14:00';

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

@ApiSchema({ name: 'StartSeries' })
export class StartSeriesDto {
  @Choice(MEETING_KINDS)
  kind: MeetingKind;

  @Name()
  name: string;

  @One(() => RecurrenceDto)
  recurrence: RecurrenceDto;

  @Pattern(TIME_OF_DAY, TIME_IN_WORDS)
  startsAt: string;

  @Name({ optional: true })
  place?: string | null;

  @Choices(POST_KINDS, { description: 'The posts that sit in it.' })
  posts: PostKind[];

  @Names({ optional: true, description: 'Codes of the stages it times; none for every stage that a meeting times.' })
  stages?: string[] | null;

  @Day({ description: 'The first day from which it may meet.' })
  from: string;
}

@ApiSchema({ name: 'ChangeSeries' })
export class ChangeSeriesDto extends StartSeriesDto {
  @Narrative()
  reason: string;

  @Flag({
    optional: true,
    description: 'True where two meetings in the month of the change are meant; otherwise such a change is refused.',
  })
  twiceInMonth?: boolean | null;
}

@ApiSchema({ name: 'EndSeries' })
export class EndSeriesDto {
  @Day({ description: 'No meeting is planned after this day.' })
  lastOn: string;

  @Narrative()
  reason: string;
}

@ApiSchema({ name: 'NextMeeting' })
export class NextMeetingDto {
  meeting: string;
  heldOn: string;
  startsAt: string;
}

@ApiSchema({ name: 'Series' })
export class SeriesDto {
  series: string;
  kind: string;
  name: string;
  /** In words: the second Wednesday of every month. */
  meets: string;
  @ApiProperty({ type: RecurrenceDto })
  recurrence: { week: string; weekday: string; everyMonths: number };
  startsAt: string;
  place: string | null;
  posts: string[];
  stages: string[];
  from: string;
  lastOn: string | null;
  /** Reference and day of the next meeting that is arranged. */
  next: NextMeetingDto | null;
  revision: number;
}

@ApiSchema({ name: 'AllSeries' })
export class AllSeriesDto {
  items: SeriesDto[];
}
