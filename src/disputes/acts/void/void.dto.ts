import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../../access/named/field.js';
import { Choice, Narrative } from '../../../platform/http/fields.js';

/** Raised in error, or twice. It is no longer counted. */
@ApiSchema({ name: 'Void' })
export class VoidDto {
  @Choice(['raised-in-error', 'duplicate'])
  because: 'raised-in-error' | 'duplicate';

  /** The one that counts. */
  @Named('dispute-of-the-same-child', { optional: true })
  duplicateOf?: string | null;

  @Narrative()
  reason: string;
}
