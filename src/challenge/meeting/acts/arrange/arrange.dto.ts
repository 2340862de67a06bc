import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../../access/dated/field.js';
import { NamedMany } from '../../../../access/named/field.js';
import { A_KIND_OF_POST } from '../../../../directory/posts/kinds-of-post.js';
import { Choice, Name, Names, Pattern } from '../../../../platform/http/fields.js';
import { MEETING_KINDS, type MeetingKind } from '../../../events.js';
import { TIME_IN_WORDS, TIME_OF_DAY } from '../../../time-of-day.js';

/** A single meeting; a series arranges its own. */
@ApiSchema({ name: 'ArrangeMeeting' })
export class ArrangeMeetingDto {
  @Choice(MEETING_KINDS)
  kind: MeetingKind;

  @Name()
  name: string;

  @Dated('to-come')
  heldOn: string;

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
}
