import type { Condition } from '../access/scope.js';
import type { Onlooker } from '../disputes/restriction.js';
import type { Reading } from '../reading/reading.js';
import type { Office } from './office.js';

/** What it takes to say of everything that is open who is asked: how things stand, and who is in office. */
export interface Council {
  readonly reading: Reading;
  readonly office: Office;
  /** The disputes that are looked at, of the register (alias `register`). */
  readonly disputes: Condition;
  /** Who reads it; null where the program works out what is open. */
  readonly reader: Onlooker | null;
}
