import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../../platform/http/fields.js';

/** Grants the extension that was asked for. */
@ApiSchema({ name: 'GrantExtension' })
export class GrantExtensionDto {
  @Narrative({ optional: true })
  reason?: string | null;
}
