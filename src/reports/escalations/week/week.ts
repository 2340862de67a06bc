import type { Movement } from '../../../../projections/movements/movements.js';
import { narrowedDisputes } from '../../../../projections/dispute-register/dispute-register.queries.js';
import type { Condition } from '../../../access/scope.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { addDays } from '../../../calendar/dates.js';
import { NO_CHANGE } from '../../../disputes/changed-something.js';
import type { Reading } from '../../../reading/reading.js';
import { EVERYTHING, type OpenFilters } from '../../open-disputes/open-disputes.js';
import { FROM_CASES_WITH_SERVICE, narrowedTo, WITH_CASES } from '../../themes/cases.js';

/** The events from a Monday to the Sunday after it: so far, in the week that is not over. */
export interface Week {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly raisedFormally: readonly InWeek[];
  readonly raisedInformally: readonly InWeek[];
  readonly movedUp: readonly Moved[];
  readonly settled: readonly Moved[];
  /** Opened again, or raised again as a new one. */
  readonly cameBack: readonly Moved[];
  /** Ended, with something that changed for the child. */
  readonly changed: readonly InWeek[];
  /** Good practice that was acknowledged. */
  readonly acknowledged: readonly AcknowledgedInWeek[];
}

export interface InWeek {
  readonly reference: string;
  readonly on: LocalDate;
}

/** With where it was given and about what, so that whoever reads the list knows which it is: no child and no name of a person. */
export interface AcknowledgedInWeek extends InWeek {
  readonly theme: string | null;
  readonly teamName: string | null;
}

export interface Moved extends InWeek {
  readonly what: Movement;
  readonly stage: number | null;
}

/** A list of the week, and so a count. */
export type CountOfWeek = Exclude<keyof Week, 'from' | 'to'>;

/** In the order in which they stand. */
export const COUNTS_OF_WEEK: readonly CountOfWeek[] = [
  ...(['raisedFormally', 'raisedInformally', 'movedUp', 'settled', 'cameBack', 'changed', 'acknowledged'] as const),
];

/** The conditions on what a reader may know of beside the disputes that they see. */
export interface Known {
  /** Of disputes (alias `earlier`): those of which the reader may know that another raises them again. */
  readonly raisedAgain: Condition;
  /** Of acknowledgements (alias `register`): those that the reader may see, or count. */
  readonly acknowledgements: Condition;
}

export const ALL_KNOWN: Known = { raisedAgain: EVERYTHING, acknowledgements: EVERYTHING };

/** The Monday of the week in which a day is. */
export const mondayOf = (day: LocalDate): LocalDate => addDays(day, -((new Date(day).getUTCDay() + 6) % 7));

/** Monday of the last week that is over. */
export const lastWeekBefore = (today: LocalDate): LocalDate => addDays(mondayOf(today), -7);

/**
 * @param visible disputes (alias `register`) that the reader may see
 * @param monday the first day of the week
 */
export const weekFrom = (
  monday: LocalDate,
  reading: Reading,
  visible: Condition = EVERYTHING,
  filters: OpenFilters = {},
  known: Known = ALL_KNOWN,
): Week => {
  const days = { monday, sunday: addDays(monday, 6) };
  const narrowed = narrowedDisputes(filters, reading.now);
  const seen: Condition = {
    sql: [`(${visible.sql})`, ...narrowed.where].join(' AND '),
    parameters: { ...visible.parameters, ...narrowed.parameters },
  };
  const moved = movedIn(days, reading, seen, known);
  const those = (...what: Movement[]): Moved[] => moved.filter((each) => what.includes(each.what));
  const raised = raisedIn(days, reading, seen);
  const ofKind = (kind: Raised['kind']): InWeek[] =>
    raised.filter((each) => each.kind === kind).map(({ reference, on }) => ({ reference, on }));
  return {
    ...{ from: monday, to: days.sunday },
    ...{ raisedFormally: ofKind('formal'), raisedInformally: ofKind('informal') },
    ...{ movedUp: those('up'), settled: those('settled'), cameBack: those('reopened', 're-raised') },
    changed: changedIn(days, reading, seen),
    acknowledged: acknowledgedIn(days, reading, filters, known),
  };
};

interface Days {
  readonly monday: LocalDate;
  readonly sunday: LocalDate;
}

type Raised = InWeek & { readonly kind: 'formal' | 'informal' };

/** By the day raised, as the themes count them. */
const raisedIn = (days: Days, { readModels }: Reading, seen: Condition): Raised[] =>
  readModels.all<Raised>(
    `${WITH_CASES} SELECT counted.reference, counted.counted_on AS "on", counted.kind
       FROM counted JOIN dispute_register AS register ON register.reference = counted.reference
      WHERE counted.kind <> 'acknowledgement' AND counted.counted_on BETWEEN :monday AND :sunday AND ${seen.sql}
      ORDER BY counted.counted_on, counted.reference`,
    { ...seen.parameters, ...days },
  );

const movedIn = (days: Days, { readModels }: Reading, seen: Condition, { raisedAgain }: Known): Moved[] =>
  readModels.all<Moved>(
    `SELECT moved.reference, moved."on", moved.what, moved.stage
     FROM movements AS moved JOIN dispute_register AS register USING (reference)
     WHERE moved."on" BETWEEN :monday AND :sunday AND register.status <> 'voided' AND ${seen.sql}
       AND (moved.what <> 're-raised' OR EXISTS (
         SELECT 1 FROM json_each(register.links) AS link
           LEFT JOIN dispute_register AS earlier ON earlier.reference = link.value ->> 'to'
          WHERE link.value ->> 'kind' = 're-raises' AND (${raisedAgain.sql})))
     ORDER BY moved."on", moved.reference, moved.number`,
    { ...seen.parameters, ...raisedAgain.parameters, ...days },
  );

const changedIn = (days: Days, { readModels }: Reading, seen: Condition): InWeek[] =>
  readModels.all<InWeek>(
    `SELECT register.reference, register.ended_on AS "on" FROM dispute_register AS register
     WHERE register.ended_on BETWEEN :monday AND :sunday AND register.status IN ('resolved', 'stalemate', 'ended-otherwise')
       AND EXISTS (SELECT 1 FROM json_each(register.impact) AS change
         WHERE change.value NOT IN (SELECT value FROM json_each(:noChange))) AND ${seen.sql}
     ORDER BY register.ended_on, register.reference`,
    { ...seen.parameters, ...days, noChange: JSON.stringify(NO_CHANGE) },
  );

/** By the day given, as the themes count them. They are at no stage and with nobody: what narrows disputes by these leaves them all. */
const acknowledgedIn = (
  days: Days,
  { readModels, directory }: Reading,
  { team, service, theme, themeGroup }: OpenFilters,
  { acknowledgements }: Known,
): AcknowledgedInWeek[] => {
  const { monday: from, sunday: to } = days;
  const narrowed = narrowedTo(null, { ...{ kind: 'acknowledgement', from, to }, team, service, theme, themeGroup });
  const rows = readModels.all<InWeek & { theme: string | null; team: string | null }>(
    `${WITH_CASES} SELECT counted.reference, counted.counted_on AS "on", register.theme, register.team
       ${FROM_CASES_WITH_SERVICE} JOIN acknowledgement_register AS register ON register.reference = counted.reference
      WHERE ${narrowed.where} AND (${acknowledgements.sql})
      ORDER BY counted.counted_on, counted.reference`,
    { ...narrowed.parameters, ...acknowledgements.parameters },
  );
  return rows.map(({ reference, on, theme: about, team: of }) => ({
    ...{ reference, on, theme: about, teamName: of === null ? null : (directory.team(of, on)?.name ?? null) },
  }));
};
