import { ApiSchema } from '@nestjs/swagger';
import { Choice, Day, Narrative } from '../../../platform/http/fields.js';
import { CAFCASS_REPLIES, type CafcassReply } from '../../events.js';

/** What Cafcass said. */
@ApiSchema({ name: 'RecordCafcassReply' })
export class RecordCafcassReplyDto {
  @Day()
  repliedOn: string;

  @Choice(CAFCASS_REPLIES)
  reply: CafcassReply;

  @Narrative({ optional: true })
  summary?: string | null;
}
