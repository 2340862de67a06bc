import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../../../access/named/field.js';
import { Choice, Choices, Many } from '../../../../platform/http/fields.js';
import { POST_KINDS, type PostKind } from '../../../../protocol/protocol.js';

@ApiSchema({ name: 'Attendee' })
export class AttendeeDto {
  @Choice(POST_KINDS)
  post: PostKind;

  @Named('person', {
    optional: true,
    description:
      'Person id of who came; whoever holds the post unless told, where one person does. They may read what the meeting decides.',
  })
  person?: string | null;
}

@ApiSchema({ name: 'BeginMeeting' })
export class BeginMeetingDto {
  @Many(() => AttendeeDto)
  present: AttendeeDto[];

  @Choices(POST_KINDS, { optional: true })
  apologies?: PostKind[] | null;
}
