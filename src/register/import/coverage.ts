import { financialYearOf, firstDayOf, isFinancialYear, lastDayOf } from '../../calendar/dates.js';
import type { AcceptedRow, CheckedRegister } from '../check/check.js';
import type { Coverage, RegisterKind } from '../events.js';

/**
 * Which kinds and financial years a register speaks for, as far as its rows show: in each file, every kind that it holds, for every
 * year in which it holds a row. A kind of which a council had none all year must be said by a person.
 */
export const proposedCoverage = ({ files, rows }: CheckedRegister): Coverage[] => {
  const covered = new Set<string>();
  for (const { file } of files) {
    const ofFile = rows.filter((row) => row.path === file);
    const years = new Set(ofFile.map((row) => financialYearOf(dayOf(row))));
    for (const kind of new Set(ofFile.map(kindOf))) for (const year of years) covered.add(`${kind}:${year}`);
  }
  return [...covered].sort().map((each) => coverageWritten(each)!);
};

const KINDS: readonly RegisterKind[] = ['informal', 'formal', 'acknowledgement'];

/** Reads `formal:2021/22`; undefined for anything else. */
export const coverageWritten = (written: string): Coverage | undefined => {
  const [kind, year] = written.split(':') as [string, string | undefined];
  if (!KINDS.includes(kind as RegisterKind) || !isFinancialYear(year)) return undefined;
  return { kind: kind as RegisterKind, from: firstDayOf(year), to: lastDayOf(year) };
};

export const kindOf = (row: AcceptedRow): RegisterKind =>
  row.holds === 'disputes' ? row.facts.kind : 'acknowledgement';
const dayOf = (row: AcceptedRow): string => (row.holds === 'disputes' ? row.facts.raisedOn : row.facts.givenOn);
