import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../../access/dated/field.js';
import { NamedMany } from '../../../../access/named/field.js';
import { Choice, Choices, Name, Pattern } from '../../../../platform/http/fields.js';
import { POST_KINDS, type PostKind } from '../../../../protocol/protocol.js';
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

  @Choices(POST_KINDS, { description: 'The posts that sit in it, for the cases of the teams for which they answer.' })
  posts: PostKind[];

  @NamedMany('person', { optional: true, description: 'Those who sit in it besides, for every case.' })
  people?: string[] | null;
}
