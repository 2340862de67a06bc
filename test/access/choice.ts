import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { casesOf, seed } from '../faults/cases.js';
import { COLUMNS, kindOf } from './columns.js';
import { keyOf, type Line, MATRIX_FILE, readMatrix } from './matrix-file.js';

/** The cells that a run checks. */
export type Choice = (line: Line, heading: string) => boolean;

/** Of the cells that are not checked for another reason, so many of a hundred; all of them in the night. */
export const PER_CENT = casesOf('matrix');

/**
 * A part of the cells, chosen by the seed; every cell that was changed last; and of a line that nothing restricts, for each kind of post
 * one cell of each answer that it has there, so that a row of the access table that is opened or closed to a kind is noticed at once.
 */
export const chosenCells = (): Choice => {
  const isChanged = changedCells();
  return (line, heading) =>
    chanceOf(`${keyOf(line)} | ${heading}`) < PER_CENT || isChanged(line, heading) || isOfItsKind(line, heading);
};

/** For pages, which show what the cells of the API say: so many of a hundred, and every cell that was changed last. */
export const chosenPages = (): Choice => {
  const isChanged = changedCells();
  return (line, heading) => chanceOf(`page ${keyOf(line)} | ${heading}`) < PER_CENT || isChanged(line, heading);
};

/** The same cell has the same chance in every run with this seed: from 0 to 100. */
const chanceOf = (cell: string): number =>
  (createHash('sha256').update(`${seed} ${cell}`).digest().readUInt32BE() / 2 ** 32) * 100;

/** Whether it is the one that the seed chose among those of the same kind of post with the same answer. */
const isOfItsKind = (line: Line, heading: string): boolean => {
  if (line.sensitivity !== 'ordinary') return false;
  const kind = kindOf({ heading });
  const alike = COLUMNS.map((column) => column.heading).filter(
    (other) => kindOf({ heading: other }) === kind && line.cells[other] === line.cells[heading],
  );
  const chance = chanceOf(`${keyOf(line)} | ${kind} | ${line.cells[heading]}`) / 100;
  return alike[Math.floor(chance * alike.length)] === heading;
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
