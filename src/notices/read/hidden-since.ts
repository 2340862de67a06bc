import type { HiddenSince } from '../../../projections/notices/notices.queries.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { afterDeathFor, caseNotKeptByDeath, childNotKeptByDeath } from '../../disputes/after-death.js';
import type { Onlooker } from '../../disputes/restriction.js';
import { keptFor, NOT_KEPT_FROM } from '../../disputes/set-aside.js';
import type { ReadModels } from '../../platform/projections/projection.js';

/** Every record of which a person was told. */
const TOLD = `SELECT about FROM notices WHERE to_person = :myself AND about IS NOT NULL
  UNION SELECT json_extract(line.value, '$.about') FROM notices, json_each(notices.lines) AS line WHERE to_person = :myself`;

/**
 * The records of which a person was told and that are hidden from them by now: by a list of readers, by a death, or because they are about
 * another child. That a record has merely gone to another team hides no notice.
 */
export const hiddenSince = (onlooker: Onlooker, today: LocalDate, readModels: ReadModels): HiddenSince => {
  const rows = readModels.all<{ reference: string; isOfWrongChild: number }>(
    `WITH told(reference) AS MATERIALIZED (${TOLD})
     SELECT register.reference, register.of_wrong_child AND register.restricted_to IS NULL AS isOfWrongChild
       FROM dispute_register AS register
      WHERE register.reference IN (SELECT reference FROM told) AND NOT ${NOT_KEPT_FROM}
     UNION ALL SELECT given.reference, 0 FROM acknowledgement_register AS given
      WHERE given.reference IN (SELECT reference FROM told) AND NOT ${caseNotKeptByDeath('given.reference')}
     UNION ALL SELECT sent.reference, 0 FROM recommendations AS sent
      WHERE sent.reference IN (SELECT reference FROM told) AND NOT ${childNotKeptByDeath('sent.child')}
     UNION ALL SELECT DISTINCT checks.reference, 0 FROM review_checks AS checks
      WHERE checks.reference IN (SELECT reference FROM told) AND NOT ${childNotKeptByDeath('checks.child')}`,
    { ...keptFor(onlooker, today), ...afterDeathFor(onlooker, today) },
  );
  return {
    references: rows.map(({ reference }) => reference),
    ofWrongChild: rows.flatMap(({ reference, isOfWrongChild }) => (isOfWrongChild === 1 ? [reference] : [])),
  };
};
