import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../../platform/http/fields.js';

/** Refuses the extension that was asked for. */
@ApiSchema({ name: 'RefuseExtension' })
export class RefuseExtensionDto {
  @Narrative()
  reason: string;
}
