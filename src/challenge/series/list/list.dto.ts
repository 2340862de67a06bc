import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { RecurrenceDto } from '../acts/recurrence.dto.js';

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
  /** Person ids of those who sit in its meetings besides. */
  people: string[];
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
