import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../../access/dated/field.js';
import { NamedMany } from '../../../../access/named/field.js';
import { Choice, Name, Names, One, Pattern } from '../../../../platform/http/fields.js';
import { A_KIND_OF_POST } from '../../../../directory/posts/kinds-of-post.js';
import type { PostKind } from '../../../../protocol/protocol.js';
import { MEETING_KINDS, type MeetingKind, type SeriesTerms } from '../../../events.js';
import { seatedIn } from '../../../seats.js';
import { TIME_IN_WORDS, TIME_OF_DAY } from '../../../time-of-day.js';
import type { TermsSaid } from '../change/change.js';
import { RecurrenceDto } from '../recurrence.dto.js';

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

  @Names({
    description: `The posts that sit in it, for the cases of the teams for which they answer: each ${A_KIND_OF_POST}.`,
  })
  posts: string[];

  @NamedMany('person', { optional: true, description: 'Those who sit in it besides, for every case.' })
  people?: string[] | null;

  @Names({ optional: true, description: 'Codes of the stages it times; none for every stage that a meeting times.' })
  stages?: string[] | null;

  @Dated('may-be-due', { description: 'The first day from which it may meet.' })
  from: string;
}

/**
 * The terms in the body of a change; what was left out is undefined, and what is null is emptied.
 * @param posts that sit in it, as `KindsOfPost` reads them
 */
export const termsSaidIn = (
  { kind, name, recurrence, startsAt, place, people, stages }: StartSeriesDto,
  posts: PostKind[],
): TermsSaid => ({
  ...{ kind, name, startsAt, place, posts },
  recurrence: {
    week: recurrence.week,
    weekday: recurrence.weekday,
    everyMonths: recurrence.everyMonths === null ? 1 : recurrence.everyMonths,
  },
  people: people === null ? [] : people,
  stages: stages === null ? [] : stages,
});

/**
 * The terms in the body of a start.
 * @param posts that sit in it, as `KindsOfPost` reads them
 */
export const termsIn = (body: StartSeriesDto, posts: PostKind[]): SeriesTerms => ({
  kind: body.kind,
  name: body.name,
  recurrence: {
    week: body.recurrence.week,
    weekday: body.recurrence.weekday,
    everyMonths: body.recurrence.everyMonths ?? 1,
  },
  startsAt: body.startsAt,
  place: body.place ?? null,
  posts,
  stages: body.stages ?? [],
  ...seatedIn(body.people),
});
