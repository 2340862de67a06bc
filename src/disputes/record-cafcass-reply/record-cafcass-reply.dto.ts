import { Choice, Day, Narrative } from '../../platform/http/fields.js';
import { CAFCASS_REPLIES, type CafcassReply } from '../events.js';

/** What Cafcass said. */
export class RecordCafcassReplyDto {
  @Day()
  repliedOn: string;

  @Choice(CAFCASS_REPLIES)
  reply: CafcassReply;

  @Narrative({ optional: true })
  summary?: string | null;
}
