import type { CheckedRegister } from '../check/check.js';
import type { Coverage } from '../events.js';
import { proposedCoverage, type SilentPeriod } from './coverage.js';

/** The statements of a person on an import besides its files and their mapping. */
export interface ImportChosen {
  /** The accepted rows are imported although others are refused. */
  readonly leaveOutRefused: boolean;
  /** So many rows must be accepted, of all files together. */
  readonly expectTotal?: number;
  /** The period for which the register speaks; null where that is taken from its rows. */
  readonly covers: readonly Coverage[] | null;
}

/** The reason why checked files are not imported before a person says more. */
export type Objection =
  | { readonly kind: 'rows-refused'; readonly rows: number }
  | { readonly kind: 'another-number'; readonly accepted: number; readonly expected: number }
  | { readonly kind: 'silent-periods'; readonly periods: readonly SilentPeriod[] };

/** The first thing that keeps checked files from being imported; undefined where they may be. */
export const objectionTo = (
  checked: CheckedRegister,
  { leaveOutRefused, expectTotal, covers }: ImportChosen,
): Objection | undefined => {
  const { files } = checked;
  const accepted = files.reduce((sum, file) => sum + file.accepted, 0);
  const refused = files.reduce((sum, file) => sum + file.refused.length, 0);
  if (refused > 0 && !leaveOutRefused) return { kind: 'rows-refused', rows: refused };
  if (expectTotal !== undefined && expectTotal !== accepted)
    return { kind: 'another-number', accepted, expected: expectTotal };
  const periods = covers === null ? proposedCoverage(checked).doubts : [];
  return periods.length === 0 ? undefined : { kind: 'silent-periods', periods };
};
