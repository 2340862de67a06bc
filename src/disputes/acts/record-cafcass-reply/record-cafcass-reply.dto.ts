import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Choice, Narrative } from '../../../platform/http/fields.js';
import { CAFCASS_REPLIES, type CafcassReply } from '../../events.js';

/** The reply of Cafcass. */
@ApiSchema({ name: 'RecordCafcassReply' })
export class RecordCafcassReplyDto {
  @Dated('in-this-matter')
  repliedOn: string;

  @Choice(CAFCASS_REPLIES)
  reply: CafcassReply;

  @Narrative({ optional: true })
  summary?: string | null;
}
