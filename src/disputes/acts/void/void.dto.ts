import { ApiSchema } from '@nestjs/swagger';
import { Choice, Narrative, Pattern } from '../../../platform/http/fields.js';
import { REFERENCE } from '../../fields.js';

/** Raised in error, or twice. It is no longer counted. */
@ApiSchema({ name: 'Void' })
export class VoidDto {
  @Choice(['raised-in-error', 'duplicate'])
  because: 'raised-in-error' | 'duplicate';

  /** The one that counts. */
  @Pattern(REFERENCE, 'must be the reference of a dispute, for example DRP-7K4M-2QXH', { optional: true })
  duplicateOf?: string | null;

  @Narrative()
  reason: string;
}
