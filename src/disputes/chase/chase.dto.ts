import { Name } from '../../platform/http/fields.js';

/** That an answer was asked after. */
export class ChaseDto {
  /** By telephone, by message, in passing. */
  @Name()
  how: string;
}
