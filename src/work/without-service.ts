import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { Office } from './office.js';

/**
 * In one sentence, that disputes are open and nobody is there to whom they fall where those whose they are have left; undefined where
 * somebody is. A row of an import on which nobody works yet is not counted.
 */
export const withoutService = (directory: Directory, readModels: ReadModels, today: LocalDate): string | undefined => {
  // Before everything is read, a post would look vacant.
  if (readModels.status().some(({ state }) => state !== 'live')) return undefined;
  if (!new Office(directory, today).lastResort(null).isWithoutService) return undefined;
  const isOpen = readModels.get(`SELECT 1 AS open FROM dispute_register WHERE status = 'open' AND taken_on LIMIT 1`);
  if (isOpen === undefined) return undefined;
  return (
    'Disputes are open, and nobody holds the post of IRO manager or of head of quality assurance: what falls to them is asked of nobody ' +
    'but the leaders in office, who may not read it. Give one of these posts to somebody.'
  );
};
