import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { casesOf, seed } from '../faults/cases.js';
import { COLUMNS, type Course, kindOf } from './columns.js';
import { keyOf, type Line, MATRIX_FILE, readMatrix } from './matrix-file.js';

/** The cells that a run checks. */
export type Choice = (line: Line, heading: string) => boolean;

/** So many of a hundred requests are tried in this run; all of them in the night. */
export const PER_CENT = casesOf('matrix');

/** Of the cells that are not checked for another reason, so many of a hundred. */
const OTHERS_PER_CENT = PER_CENT >= 100 ? 100 : PER_CENT / 10;

/** Whether the seed chose the request of this line. */
const isOfThisRun = ({ request }: Line): boolean => chanceOf(`request ${request}`) < PER_CENT;

/**
 * Of acts: of a request of this run where nothing is restricted, for each kind of post one cell of each answer that it has there, so that a
 * row of the access table that is opened or closed to a kind is noticed by the first of its requests that is tried; every cell that was
 * changed last; and some of the others, chosen by the seed. Cells of a line that are about a case of one course are chosen together, since to
 * make the case takes longer than to ask about it.
 */
export const chosenCells = (): Choice => {
  const isChanged = changedCells();
  return (line, heading) =>
    chanceOfCourse(line, courseOf(heading)) < OTHERS_PER_CENT ||
    isChanged(line, heading) ||
    (isOfThisRun(line) && line.sensitivity === 'ordinary' && isOfItsKind(line, heading));
};

/** Of readings: the same under each sensitivity of the case, since to ask about another one takes no making of a case. */
export const chosenReadings = (): Choice => {
  const isChanged = changedCells();
  return (line, heading) =>
    chanceOfCourse(line, courseOf(heading)) < OTHERS_PER_CENT ||
    isChanged(line, heading) ||
    (isOfThisRun(line) && isOfItsKind(line, heading));
};

/** For pages, which show what the cells of the API say: so many of a hundred, and every cell that was changed last. */
export const chosenPages = (): Choice => {
  const isChanged = changedCells();
  return (line, heading) => chanceOf(`page ${keyOf(line)} | ${heading}`) < OTHERS_PER_CENT || isChanged(line, heading);
};

/** The same cell has the same chance in every run with this seed: from 0 to 100. */
const chanceOf = (cell: string): number =>
  (createHash('sha256').update(`${seed} ${cell}`).digest().readUInt32BE() / 2 ** 32) * 100;

/** The same for all cells of a line that are about a case of this course. */
const chanceOfCourse = (line: Line, course: Course): number => chanceOf(`${keyOf(line)} | course ${course}`);

const COURSE_OF: ReadonlyMap<string, Course> = new Map(COLUMNS.map(({ heading, course }) => [heading, course]));
const courseOf = (heading: string): Course => COURSE_OF.get(heading)!;

/**
 * Whether it is the one that the seed chose among those of the same kind of post with the same answer: of the course with the least
 * chance, in the order of the file.
 */
const isOfItsKind = (line: Line, heading: string): boolean => {
  const alike = COLUMNS.filter(
    (other) => kindOf(other) === kindOf({ heading }) && line.cells[other.heading] === line.cells[heading],
  );
  const least = Math.min(...alike.map(({ course }) => chanceOfCourse(line, course)));
  return alike.find(({ course }) => chanceOfCourse(line, course) === least)?.heading === heading;
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
