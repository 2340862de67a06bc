import { ApiSchema } from '@nestjs/swagger';
import { Name } from '../../../platform/http/fields.js';

/** That an answer was asked after. */
@ApiSchema({ name: 'Chase' })
export class ChaseDto {
  /** By telephone, by message, in passing. */
  @Name()
  how: string;
}
