import { withDaysInWords } from '../../../calendar/in-words.js';
import { upperFirst } from '../../../platform/upper-first.js';
import type { ReadModels } from '../../../platform/projections/projection.js';
import type { Change } from '../../years/breaks.js';
import { listChanges, structureChanges } from '../../years/changes.js';
import type { Days } from './counted-records.js';
import { cutsOf, type TableCode } from './layouts.js';

/**
 * What changed within the days of a table of that by which it counts: teams that split or merged, a theme that began or ceased to be
 * collected. Its rows are not to be compared as if nothing had; each is a sentence of the paper.
 */
export const breaksOfTable = (code: TableCode, days: Days, readModels: ReadModels): string[] => {
  const cuts = cutsOf(code);
  const changes: Change[] = [
    ...(cuts.some((cut) => BY_TEAM.includes(cut)) ? structureChanges(readModels).flatMap((each) => each.changes) : []),
    ...(cuts.some((cut) => BY_THEME.includes(cut)) ? listChanges(readModels) : []),
  ];
  const within = changes.filter(({ on }) => on > days.from && on <= days.to);
  return [...new Set(within.map(({ note }) => `Changed within these days: ${withDaysInWords(note)}.`))].map(upperFirst);
};

const BY_TEAM: readonly string[] = ['team', 'service'];
const BY_THEME: readonly string[] = ['theme', 'theme-group', 'drift-and-delay'];
