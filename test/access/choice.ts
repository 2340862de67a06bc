import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { casesOr, seed } from '../faults/cases.js';
import { COLUMNS, kindOf } from './columns.js';
import { keyOf, type Line, MATRIX_FILE, readMatrix } from './matrix-file.js';

/** Which cells a run checks. */
export type Choice = (line: Line, heading: string) => boolean;

/** Of the cells that are not checked for another reason, so many of a hundred; all of them in the night. */
export const PER_CENT = casesOr(10);

/**
 * A part of the cells, chosen by the seed; every cell that was changed last; and of a line with no case in it, where only the kind of
 * post counts, one cell for each kind.
 */
export const chosenCells = (): Choice => {
  const isChanged = changedCells();
  return (line, heading) =>
    chanceOf(`${keyOf(line)} | ${heading}`) < PER_CENT ||
    isChanged(line, heading) ||
    (line.about === 'nothing' && heading === onePerKind(line, kindOf({ heading })));
};

/** The same cell has the same chance in every run with this seed: from 0 to 100. */
const chanceOf = (cell: string): number =>
  (createHash('sha256').update(`${seed} ${cell}`).digest().readUInt32BE() / 2 ** 32) * 100;

const onePerKind = (line: Line, kind: string): string => {
  const headings = COLUMNS.map(({ heading }) => heading).filter((heading) => kindOf({ heading }) === kind);
  return headings[Math.floor((chanceOf(`${keyOf(line)} | ${kind}`) / 100) * headings.length)]!;
};

/**
 * The cells that are not as in the last commit; where the file is, those that the last commit changed. None where there is no history
 * to look at, as in a folder that was copied, or where the file is new.
 */
const changedCells = (): Choice => {
  const before = earlierFile();
  if (before === undefined) return () => false;
  const earlier = new Map(readMatrix(before).lines.map((line) => [keyOf(line), line.cells]));
  return (line, heading) => earlier.get(keyOf(line))?.[heading] !== line.cells[heading];
};

const earlierFile = (): string | undefined => {
  const committed = fileAt('HEAD');
  return committed === readFileSync(MATRIX_FILE, 'utf8') ? fileAt('HEAD^') : committed;
};

const fileAt = (commit: string): string | undefined => {
  try {
    return execFileSync('git', ['show', `${commit}:${MATRIX_FILE}`], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
};
