import type { LocalDate } from '../../src/calendar/calendar.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type { CheckKind, ReviewEvent, StandardAnswer } from '../../src/reviews/events.js';
import { idOf } from '../folding.js';

/** One row for each standard of each check: what is still to be answered, or decided about, is on the IRO's list from here. */
export type ReviewCheckRow = {
  /** Of the check. */
  readonly reference: string;
  readonly standard: string;
  readonly kind: CheckKind;
  readonly child: string;
  /** The IRO whose check it was when it was begun; the list that it is on follows the child. */
  readonly iro: string;
  readonly held_on: LocalDate;
  readonly text: string;
  readonly theme: string;
  readonly answer: StandardAnswer | null;
  /** Reference of the dispute that was raised about it. */
  readonly dispute: string | null;
  readonly not_raised: boolean;
  /** It was begun by mistake: nothing is outstanding in it, and it is counted nowhere. */
  readonly withdrawn: boolean;
  /** `to-answer`, `to-decide` (not met, and neither raised nor written down why not), or null. */
  readonly outstanding: 'to-answer' | 'to-decide' | null;
};

export const reviewChecks: Projection<ReviewCheckRow> = {
  name: 'review_checks',
  version: 3,
  categories: ['review'],
  columns: {
    reference: 'text',
    standard: 'text',
    kind: 'text',
    child: 'text',
    iro: 'text',
    held_on: 'text',
    text: 'text',
    theme: 'text',
    answer: 'text',
    dispute: 'text',
    not_raised: 'boolean',
    withdrawn: 'boolean',
    outstanding: 'text',
  },
  key: ['reference', 'standard'],
  indexes: [['outstanding', 'child'], ['child']],
  partitionBy: idOf,
  when: handlers<ReviewEvent, ReviewCheckRow>({
    CheckBegun: (_, { data: { reference, kind, child, iro, heldOn, standards } }) =>
      standards.map(({ code, text, theme }) => ({
        reference,
        standard: code,
        kind,
        child,
        iro,
        held_on: heldOn,
        text,
        theme,
        answer: null,
        dispute: null,
        not_raised: false,
        withdrawn: false,
        outstanding: 'to-answer',
      })),
    StandardChecked: (rows, { data }) =>
      changed(rows, data.standard, {
        answer: data.answer,
        outstanding: data.answer === 'not-met' ? 'to-decide' : null,
      }),
    RaisedFromCheck: (rows, { data }) => changed(rows, data.standard, { dispute: data.dispute, outstanding: null }),
    CheckMovedToChild: (rows, { data: { to, iro } }) => rows.map((row) => ({ ...row, child: to, iro })),
    CheckWithdrawn: (rows) => rows.map((row) => ({ ...row, withdrawn: true, outstanding: null })),
    DecidedNotToRaise: (rows, { data }) => changed(rows, data.standard, { not_raised: true, outstanding: null }),
  }),
};

const changed = (
  rows: readonly ReviewCheckRow[],
  standard: string,
  change: Partial<ReviewCheckRow>,
): readonly ReviewCheckRow[] => rows.map((row) => (row.standard === standard ? { ...row, ...change } : row));
