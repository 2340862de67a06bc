import { ApiSchema } from '@nestjs/swagger';
import { Day, Narrative } from '../../../platform/http/fields.js';

/** What the other agency said. */
@ApiSchema({ name: 'RecordAgencyReply' })
export class RecordAgencyReplyDto {
  @Day()
  repliedOn: string;

  @Narrative()
  summary: string;
}
