import type { LocalDate } from '../../calendar/calendar.js';
import type { ImportedDisputeFacts, RegisterFact } from '../events.js';
import { dayIsOver } from './late.js';

/*
 * The date for an answer that a row of a register tells of: a fact of the register, and no deadline of the service. It is missed for
 * ever, whatever date follows once somebody takes the row on.
 */

/** What a register says of its date for an answer. */
export interface DateOfRegister {
  readonly dueOn: LocalDate;
  readonly answeredOn: LocalDate | null;
  /** The answer came after it, or it had passed without one when the row was read. */
  readonly missed: boolean;
}

/**
 * Null where the row has no such date.
 * @param readOn the day on which these facts went on record
 * @param lacks the facts for which its register has no column: without the day of the answer it says nothing of silence
 */
export const dateOfRegister = (
  facts: ImportedDisputeFacts,
  readOn: LocalDate,
  lacks: readonly RegisterFact[],
): DateOfRegister | null => {
  const { dueOn, answeredOn } = facts;
  if (dueOn === null) return null;
  const cameLate = answeredOn !== null && dayIsOver(dueOn, answeredOn);
  return { dueOn, answeredOn, missed: cameLate || (isSilent(facts, readOn) && !lacks.includes('answer date')) };
};

/**
 * The first date of the answer that is asked for once the row is taken on: that of the register where the same stage goes on without an
 * answer. A row that reached a higher stage does not say which of its stages the date belongs to.
 */
export const firstDateByRegister = (
  { dueOn, answeredOn, stageReached }: Pick<ImportedDisputeFacts, 'dueOn' | 'answeredOn' | 'stageReached'>,
  stage: number | null,
): LocalDate | null => (answeredOn === null && stageReached <= 1 && stage === stageReached ? dueOn : null);

/** A dispute that was taken back or had to stop may have done so before its answer was due, for nobody wrote when. */
const STOPPED: readonly ImportedDisputeFacts['outcome'][] = ['WDRAWN', 'ENDED-CARE', 'TO-CAF'];

/** It was read after the day on which the answer was due, no answer is written, and nothing had ended it. */
export const isSilent = (
  { dueOn, answeredOn, outcome, resolvedOn }: ImportedDisputeFacts,
  readOn: LocalDate,
): boolean => {
  if (dueOn === null || answeredOn !== null || !dayIsOver(dueOn, readOn)) return false;
  return resolvedOn === null ? !STOPPED.includes(outcome) : dayIsOver(dueOn, resolvedOn);
};
