import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../../platform/http/fields.js';

/** It has reached those it is addressed to. It answers nothing. */
@ApiSchema({ name: 'AcknowledgeReceipt' })
export class AcknowledgeReceiptDto {
  /** A word with it: who looks into it, when to expect an answer. */
  @Narrative({ optional: true })
  note?: string | null;
}
