import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../../access/named/field.js';
import { Choice, Narrative } from '../../../platform/http/fields.js';
import { VOIDED_BECAUSE, type VoidedBecause } from '../../events.js';

/** Raised in error, twice, or for another child. It is no longer counted; for another child, only the IRO service reads it. */
@ApiSchema({ name: 'Void' })
export class VoidDto {
  @Choice(VOIDED_BECAUSE)
  because: VoidedBecause;

  /** The one that counts. */
  @Named('dispute-of-the-same-child', { optional: true })
  duplicateOf?: string | null;

  @Narrative()
  reason: string;
}
