import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Narrative } from '../../../platform/http/fields.js';

/** The reply of the other agency, or that none came. */
@ApiSchema({ name: 'RecordAgencyReply' })
export class RecordAgencyReplyDto {
  @Dated('in-this-matter', { optional: true, description: 'Left out where no reply has come.' })
  repliedOn?: string | null;

  @Narrative({ description: 'What it said; or what was done to get a reply.' })
  summary: string;
}
