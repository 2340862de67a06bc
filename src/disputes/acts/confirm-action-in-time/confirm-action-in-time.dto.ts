import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../../access/named/field.js';
import { Narrative } from '../../../platform/http/fields.js';

/** That an action which was recorded after its date had been done in time, and how the IRO knows. */
@ApiSchema({ name: 'ConfirmActionInTime' })
export class ConfirmActionInTimeDto {
  @Named('action')
  actionId: string;

  @Narrative()
  reason: string;
}
