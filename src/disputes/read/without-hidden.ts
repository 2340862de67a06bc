import type { ReadModels } from '../../platform/projections/projection.js';
import { NOT_HIDDEN } from '../restriction.js';

const REFERENCES = /\bDRP-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g;
/** What the program itself writes of other disputes: links to them, and advice that the same matter is open already. */
const NAME_OTHERS: readonly string[] = ['links', 'advice', 'adviceGiven'];

/**
 * The same without other disputes that are restricted to people of whom the reader is none: that there is such a record about the
 * same child is theirs to know alone. What people wrote is left as they wrote it.
 *
 * @param myself id of the person who reads
 */
export const withoutHidden = <Shown extends object>(shown: Shown, myself: string, readModels: ReadModels): Shown => {
  const json = JSON.stringify(shown);
  const hidden = hiddenAmong(json.match(REFERENCES) ?? [], myself, readModels);
  if (hidden.length === 0) return shown;
  const names = (part: unknown): boolean => hidden.some((reference) => JSON.stringify(part).includes(reference));
  return JSON.parse(json, (key, value: unknown) => {
    if (Array.isArray(value) && NAME_OTHERS.includes(key)) return value.filter((part) => !names(part));
    return hidden.some((reference) => reference === value) ? null : value;
  }) as Shown;
};

const hiddenAmong = (references: readonly string[], myself: string, readModels: ReadModels): string[] =>
  readModels
    .all<{ reference: string }>(
      `SELECT register.reference FROM dispute_register AS register
        WHERE register.reference IN (SELECT value FROM json_each(:references)) AND NOT ${NOT_HIDDEN}`,
      { references: JSON.stringify([...new Set(references)]), myself },
    )
    .map(({ reference }) => reference);
