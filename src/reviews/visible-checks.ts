import type { AskedBy } from '../access/asker.js';
import { type Condition, scopeOf } from '../access/scope.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import { OWN_CHILDREN } from '../disputes/list/visible-disputes.js';

/** The rows of `review_checks` (alias `checks`) that the asker may see: they follow the child as it is allocated today. */
export const visibleChecks = (asker: AskedBy, directory: Directory, today: LocalDate): Condition => {
  const scope = scopeOf(asker, 'review.read', { 'own-child': `checks.child IN (${OWN_CHILDREN})` }, directory, today);
  return { ...scope, parameters: { ...scope.parameters, today } };
};
