import type { Condition } from '../access/scope.js';
import type { Onlooker } from '../disputes/restriction.js';
import type { Reading } from '../reading/reading.js';
import type { Office } from './office.js';

/** The data from which the people are worked out who are asked about each open matter: the records, and the people in office. */
export interface Council {
  readonly reading: Reading;
  readonly office: Office;
  /** The disputes that are looked at, of the register (alias `register`). */
  readonly disputes: Condition;
  /** The reader; null where the program works out the open matters. */
  readonly reader: Onlooker | null;
}
