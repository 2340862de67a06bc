import { AWAITED_BESIDE_THE_LADDER } from '../../projections/deadlines/awaited-after-the-end.js';
import { ENDED_WITH_CARE, IS_WORKED_ON } from '../../projections/dispute-register/dispute-row.js';
import type { Instant, LocalDate } from '../calendar/calendar.js';
import { londonDate } from '../calendar/dates.js';
import {
  BECAUSE,
  EIGHTEEN,
  ENDED_BY_A_MISTAKE,
  IS_ABOUT_CARE,
  ON,
  TO_BE_DECIDED,
} from '../disputes/to-be-decided/to-be-decided-in.js';
import type { ReadModels } from '../platform/projections/projection.js';

/** References of the open disputes that are to be decided because this child has left care, or is 18. */
export const disputesOfTheChild = (
  readModels: ReadModels,
  child: string,
  today: LocalDate,
  because: 'left-care' | 'turned-18',
): string[] =>
  readModels
    .all<{ reference: string }>(
      `SELECT register.reference ${TO_BE_DECIDED} AND named.child = :child AND ${BECAUSE} = :because
        ORDER BY register.reference`,
      { today, child, because },
    )
    .map(({ reference }) => reference);

/** References of the open disputes about a child who has come back into care that were raised before. */
export const disputesGoingOn = (readModels: ReadModels, child: string, raisedBefore: Instant): string[] =>
  readModels
    .all<{ reference: string }>(
      `SELECT register.reference FROM dispute_register AS register JOIN case_children AS named USING (reference)
        WHERE register.status = 'open' AND ${IS_ABOUT_CARE} AND named.child = :child
          AND register.raised_on <= :raisedOn ORDER BY register.reference`,
      { child, raisedOn: londonDate(raisedBefore) },
    )
    .map(({ reference }) => reference);

/** References of the disputes that ended with the care of a child, which was not over: that was recorded by mistake. */
export const endedByAMistake = (readModels: ReadModels, child: string): string[] =>
  readModels
    .all<{ reference: string }>(
      `SELECT register.reference FROM dispute_register AS register JOIN case_children AS about USING (reference)
        WHERE about.child = :child AND ${ENDED_BY_A_MISTAKE} ORDER BY register.reference`,
      { child },
    )
    .map(({ reference }) => reference);

/** A dispute about a child on which somebody works, or which ended because the child's care did. */
export interface WorkedOn {
  /** Person id of the IRO. */
  readonly heldBy: string | null;
  /** It was set aside for a death, and somebody has let it go on. */
  readonly goesOn: boolean;
  /** The list of those who may read it; null where it is not restricted. */
  readonly restrictedTo: readonly string[] | null;
}

/** The disputes about a child of which people hear by themselves what becomes of the child. */
export const disputesWorkedOn = (readModels: ReadModels, child: string): WorkedOn[] =>
  readModels
    .all<{ heldBy: string | null; goesOn: number; restrictedTo: string | null }>(
      `SELECT register.held_by AS heldBy, register.restricted_to AS restrictedTo, register.was_set_aside AND register.frozen_on IS NULL AS goesOn
         FROM dispute_register AS register JOIN case_children AS named USING (reference)
        WHERE named.child = :child AND register.taken_on AND register.kind <> 'conversation'
          AND (${IS_WORKED_ON} OR register.reference IN (${AWAITED_BESIDE_THE_LADDER}) OR ${ENDED_WITH_CARE})`,
      { child },
    )
    .map(({ heldBy, goesOn, restrictedTo }) => ({
      heldBy,
      goesOn: goesOn === 1,
      restrictedTo: restrictedTo === null ? null : (JSON.parse(restrictedTo) as string[]),
    }));

/** References of the open disputes about a child. */
export const openDisputesOf = (readModels: ReadModels, child: string): string[] =>
  readModels
    .all<{ reference: string }>(
      `SELECT register.reference FROM dispute_register AS register JOIN case_children AS named ON named.reference = register.reference
        WHERE named.child = :child AND register.status = 'open' AND register.taken_on ORDER BY register.reference`,
      { child },
    )
    .map(({ reference }) => reference);

/** The children in care who have turned 18 between two moments, with the day. */
export const birthdays = (
  readModels: ReadModels,
  since: Instant,
  now: Instant,
): { readonly child: string; readonly on: LocalDate }[] =>
  readModels.all(
    `SELECT child, ${EIGHTEEN} AS "on" FROM children
      WHERE population = 'looked-after' AND NOT from_register AND died_on IS NULL AND left_care_on IS NULL
        AND ${EIGHTEEN} BETWEEN :since AND :today ORDER BY child`,
    { today: londonDate(now), since: londonDate(since) },
  );

/** Person ids of those who held a dispute about a child that was open on the child's eighteenth birthday. */
export const heldOnBirthday = (readModels: ReadModels, child: string, on: LocalDate): ReadonlySet<string | null> =>
  new Set(
    readModels
      .all<{ heldBy: string | null }>(
        `SELECT register.held_by AS heldBy FROM dispute_register AS register JOIN case_children AS named USING (reference)
          WHERE named.child = :child AND register.taken_on AND ${IS_ABOUT_CARE}
            AND register.raised_on <= :on AND (register.status = 'open' OR register.ended_on >= :on)`,
        { child, on },
      )
      .map(({ heldBy }) => heldBy),
  );

/** Open disputes of which a child has turned 18 between two moments, with that child. */
export const turnedEighteen = (
  readModels: ReadModels,
  since: Instant,
  now: Instant,
): { readonly reference: string; readonly child: string }[] =>
  readModels.all(
    `SELECT register.reference, named.child ${TO_BE_DECIDED} AND ${BECAUSE} = 'turned-18' AND ${ON} >= :since
      ORDER BY register.reference, named.child`,
    { today: londonDate(now), since: londonDate(since) },
  );
