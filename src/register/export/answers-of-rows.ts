import { COUNTS, FROM_ANSWERS, IN_TIME, IN_TIME_BY_FIRST_DATE } from '../../../projections/answers/answers-due.js';
import { answerOfRow } from '../../../projections/answers/answers.js';
import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { dayIsOver } from '../../disputes/time/late.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import type { DisputeRow } from './rows-of-record.js';

/** An answer as figures are made from it. */
interface AnswerCounted {
  readonly stage: number | null;
  readonly beganOn: LocalDate;
  readonly answeredOn: LocalDate | null;
  /** Whether it came or its date was missed. */
  readonly counts: number;
  readonly first: number | null;
  readonly inForce: number | null;
}

/**
 * References of the disputes whose answers figures count otherwise once their row is read again.
 * @param today on which the row would be read
 */
export const disputesWithOtherAnswers = (
  written: readonly DisputeRow[],
  readModels: ReadModels,
  now: Instant,
  today: LocalDate,
): string[] => {
  const here = answersHere(readModels, now);
  return written
    .filter((row) => signature(here.get(row.reference) ?? []) !== signature(readAgain(row, today)))
    .map(({ reference }) => reference);
};

const answersHere = (readModels: ReadModels, now: Instant): Map<string, AnswerCounted[]> => {
  const answers = new Map<string, AnswerCounted[]>();
  const rows = readModels.all<AnswerCounted & { reference: string }>(
    `SELECT answer.reference, answer.stage, answer.began_on AS beganOn, answer.answered_on AS answeredOn,
            coalesce(${COUNTS}, 0) AS counts, ${IN_TIME_BY_FIRST_DATE} AS first, ${IN_TIME} AS inForce ${FROM_ANSWERS}`,
    { now },
  );
  for (const { reference, ...answer } of rows) answers.set(reference, [...(answers.get(reference) ?? []), answer]);
  return answers;
};

/** The answer that the row tells of, counted as `answers-due` counts that of every imported row. */
const readAgain = ({ facts, lacks }: DisputeRow, today: LocalDate): AnswerCounted[] => {
  const told = answerOfRow(facts, today);
  if (told === null) return [];
  const { stage, began_on: beganOn, first_due_on: dueOn, answered_on: answeredOn } = told;
  const silent = told.silent && !lacks.includes('answer date');
  const counts = dueOn !== null && (answeredOn !== null || silent);
  const inTime = counts ? Number(answeredOn !== null && !dayIsOver(dueOn, answeredOn)) : null;
  return [{ stage, beganOn, answeredOn, counts: Number(counts), first: inTime, inForce: inTime }];
};

/** The same for answers that no figure tells apart; what neither came nor was missed is in none. */
const signature = (answers: readonly AnswerCounted[]): string =>
  JSON.stringify(
    answers
      .filter(({ counts, answeredOn }) => counts === 1 || answeredOn !== null)
      .map(({ stage, beganOn, answeredOn, counts, first, inForce }) =>
        counts === 1 ? [stage, beganOn, answeredOn, first, inForce] : [stage, beganOn, answeredOn],
      )
      .map((each) => JSON.stringify(each))
      .sort(),
  );
