import type { AskedBy } from '../../access/asker.js';
import { anyOf, type Condition, scopeOf } from '../../access/scope.js';
import type { LocalDate } from '../../calendar/calendar.js';
import type { Directory } from '../../directory/directory.js';
import { childNotKeptByDeath, withinDeath } from '../../disputes/after-death.js';
import { CHILDREN_OF_WORKER, OWN_CHILDREN } from '../../disputes/list/visible-disputes.js';
import { RECOMMENDATIONS_READS } from './authorised-recommendations.js';

/** Team of the child today. */
const OWN_TEAM = `(SELECT allocated.team FROM child_allocations AS allocated
  WHERE allocated.child = sent.child AND (allocated."from" IS NULL OR allocated."from" <= :today)
  ORDER BY allocated.number DESC LIMIT 1) IN (SELECT value FROM json_each(:myTeams))`;

const ASKED = `EXISTS (SELECT 1 FROM json_each(sent.answered_by) AS post WHERE post.value = :myKind)
  AND CASE WHEN :myKind = 'social-worker' THEN sent.child IN (${CHILDREN_OF_WORKER})
    ELSE ((sent.team IS NULL AND :myCouncil = 1) OR sent.team IN (SELECT value FROM json_each(:myTeams))) END`;

/** The rows of `recommendations` (alias `sent`) that the asker may see. */
export const visibleRecommendations = (asker: AskedBy, directory: Directory, today: LocalDate): Condition => {
  const relations = { 'own-child': `sent.child IN (${OWN_CHILDREN})`, 'own-team': OWN_TEAM, addressee: ASKED };
  const scope = anyOf(RECOMMENDATIONS_READS.map((read) => scopeOf(asker, read, relations, directory, today)));
  return withinDeath(scope, childNotKeptByDeath('sent.child'), asker, today);
};
