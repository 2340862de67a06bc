import { measuresFor } from '../measures.js';
import type { Measure } from '../measures/measure.js';

/** Counts that councils publish and that are set beside those of others, as rates. */
const CODES = [
  'informal',
  'formal',
  'disputes',
  'informal.driftAndDelay',
  'formal.driftAndDelay',
  'disputes.driftAndDelay',
  'disputes.cafcassReferrals',
  'acknowledgements',
];

/** Names of the annual report, in its order. */
export const MEASURES_COMPARED: readonly Measure[] = measuresFor(1, false).filter(({ code }) => CODES.includes(code));

/** By its code, or by its name as a person writes it in a file. */
export const compared = (written: string): Measure | undefined =>
  MEASURES_COMPARED.find(({ code, label }) => code === written || label.toLowerCase() === written.trim().toLowerCase());
