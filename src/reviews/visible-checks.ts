import type { AskedBy } from '../access/asker.js';
import { anyOf, type Condition, scopeOf } from '../access/scope.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import { childNotKeptByDeath, withinDeath } from '../disputes/after-death.js';
import { OWN_CHILDREN } from '../disputes/list/visible-disputes.js';
import { REVIEW_READS } from './authorised-reviews.js';

/** The rows of `review_checks` (alias `checks`) that the asker may see: they follow the child as it is allocated today, and a death. */
export const visibleChecks = (asker: AskedBy, directory: Directory, today: LocalDate): Condition => {
  const relations = { 'own-child': `checks.child IN (${OWN_CHILDREN})` };
  const scope = anyOf(REVIEW_READS.map((read) => scopeOf(asker, read, relations, directory, today)));
  return withinDeath(scope, childNotKeptByDeath('checks.child'), asker, today);
};
