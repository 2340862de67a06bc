import { notYours, postThatMay } from '../../access/access.js';
import { type AskedBy, ownerOf, seesAll } from '../../access/asker.js';
import type { CaseFilters } from './cases.js';

/**
 * Figures by person stay inside the IRO service; everybody may see their own.
 * @throws Problem `not-yours`
 */
export const mustBeFor = (asker: AskedBy, byIro: boolean, iro: CaseFilters['iro']): void => {
  if (seesAll(asker)) return;
  const ownOnly = !byIro && (iro === undefined || iro === ownerOf(asker));
  if (!ownOnly && !postThatMay(asker, 'figures.read-by-iro')) throw notYours('figures.read-by-iro');
};
