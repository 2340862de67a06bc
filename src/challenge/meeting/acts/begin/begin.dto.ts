import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../../../access/named/field.js';
import { A_KIND_OF_POST } from '../../../../directory/posts/kinds-of-post.js';
import { Many, Name, Names } from '../../../../platform/http/fields.js';

@ApiSchema({ name: 'Attendee' })
export class AttendeeDto {
  @Name({ description: `From which post they came: ${A_KIND_OF_POST}.` })
  post: string;

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

  @Names({ optional: true, description: `Posts from which nobody came: each ${A_KIND_OF_POST}.` })
  apologies?: string[] | null;
}
