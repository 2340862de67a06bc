import type { Instant, LocalDate } from '../calendar/calendar.js';
import { londonDate } from '../calendar/dates.js';
import { BECAUSE, ON, TO_BE_DECIDED } from '../disputes/to-be-decided/to-be-decided-in.js';
import type { ReadModels } from '../platform/projections/projection.js';

/** References of the open disputes that are to be decided because this child has left care. */
export const disputesOfTheChild = (readModels: ReadModels, child: string, today: LocalDate): string[] =>
  readModels
    .all<{ reference: string }>(
      `SELECT register.reference ${TO_BE_DECIDED} AND named.child = :child AND ${BECAUSE} = 'left-care'
        ORDER BY register.reference`,
      { today, child },
    )
    .map(({ reference }) => reference);

/** References of the open disputes about a child who has come back into care that were raised before. */
export const disputesGoingOn = (readModels: ReadModels, child: string, raisedBefore: Instant): string[] =>
  readModels
    .all<{ reference: string }>(
      `SELECT register.reference FROM dispute_register AS register JOIN case_children AS named USING (reference)
        WHERE register.status = 'open' AND register.population = 'looked-after' AND named.child = :child
          AND register.raised_on <= :raisedOn ORDER BY register.reference`,
      { child, raisedOn: londonDate(raisedBefore) },
    )
    .map(({ reference }) => reference);

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
