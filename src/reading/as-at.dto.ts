import { Dated } from '../access/dated/field.js';

export const AS_AT_SAYS = 'As it stood at the end of this day, which is over; as it stands now unless told.';

/** A reading that can be asked of an earlier day as well. */
export class AsAtQuery {
  @Dated('any-day', { optional: true, description: AS_AT_SAYS })
  asAt?: string;
}
