import { firstDayOf, isFinancialYear, isLocalDate, lastDayOf, yearWritten } from '../../calendar/dates.js';
import type { AcceptedRow, CheckedRegister } from '../check/check.js';
import type { Coverage, RegisterKind } from '../events.js';
import { speaksFor } from './speaks-for.js';

/** The period for which a register is taken to speak, as far as its rows show, and the facts about it that a person must know or say. */
export interface ProposedCoverage {
  readonly covers: Coverage[];
  /** Rows alone in their year, for which the register is not taken to speak: `disputes.csv, row 7 (2016-04-05)`. */
  readonly outliers: readonly string[];
  /** Periods without a row, and with many before and after: only a person can say what that means, and an import waits for it. */
  readonly doubts: readonly SilentPeriod[];
}

/** A file has no row of a kind from one day to another. */
export interface SilentPeriod extends Coverage {
  readonly file: string;
}

/** So many rows of one kind show by themselves for which days their file speaks; fewer go by all rows of the file. */
const SHOW_BY_THEMSELVES = 12;

/**
 * Which kinds a register speaks for, from which day to which. Each file shows it for itself: a kind with few rows was kept as long as the
 * file was. A kind of which a council had none at all must be said by a person.
 */
export const proposedCoverage = ({ files, rows }: CheckedRegister): ProposedCoverage => {
  const proposals = files.flatMap(({ file, name }) => {
    const ofFile = rows.filter((row) => row.path === file);
    const whole = speaksFor(ofFile.map(dayOf));
    const outliers = ofFile
      .filter((row) => whole.outliers.has(dayOf(row)))
      .map((row) => `${name}, row ${row.source.row} (${dayOf(row)})`);
    const kinds = [...new Set(ofFile.map(kindOf))].map((kind) => {
      const days = ofFile.filter((row) => kindOf(row) === kind).map(dayOf);
      const own = days.length < SHOW_BY_THEMSELVES ? whole : speaksFor(days);
      return { kind, ...own };
    });
    return [{ name, outliers, kinds }];
  });
  return {
    covers: unique(
      proposals.flatMap(({ kinds }) =>
        kinds.flatMap(({ kind, periods }) => periods.map((each) => ({ kind, ...each }))),
      ),
    ),
    outliers: proposals.flatMap(({ outliers }) => outliers),
    doubts: proposals.flatMap(({ name, kinds }) =>
      kinds.flatMap(({ kind, holes }) => holes.map(({ from, to }) => ({ file: name, kind, from, to }))),
    ),
  };
};

const unique = (covers: readonly Coverage[]): Coverage[] => {
  const written = new Map(covers.map((each) => [`${each.kind} ${each.from} ${each.to}`, each]));
  return [...written.keys()].sort().map((key) => written.get(key)!);
};

const KINDS: readonly RegisterKind[] = ['informal', 'formal', 'acknowledgement'];

/** Reads `formal:2021/22`, and `formal:2025-04-01..2026-10-31`; undefined for anything else. */
export const coverageWritten = (written: string): Coverage | undefined => {
  const [kind, period, ...more] = written.split(':');
  if (!KINDS.includes(kind as RegisterKind) || period === undefined || more.length > 0) return undefined;
  const year = yearWritten(period);
  if (isFinancialYear(year)) return { kind: kind as RegisterKind, from: firstDayOf(year), to: lastDayOf(year) };
  const [from, to, ...others] = period.split('..');
  if (!isLocalDate(from) || !isLocalDate(to) || from > to || others.length > 0) return undefined;
  return { kind: kind as RegisterKind, from, to };
};

export const kindOf = (row: AcceptedRow): RegisterKind =>
  row.holds === 'disputes' ? row.facts.kind : 'acknowledgement';
const dayOf = (row: AcceptedRow): string => (row.holds === 'disputes' ? row.facts.raisedOn : row.facts.givenOn);
