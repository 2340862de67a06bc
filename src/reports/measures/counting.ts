import type { RegisterKind } from '../../register/events.js';
import type { KeptFact } from '../coverage.js';
import { type Measure, workedOut } from './measure.js';

/* How a measure is written down: what it counts, for which kind of dispute, and what a register must have kept for it. */

const KIND_NAMES = {
  informal: 'Informal disputes',
  formal: 'Formal disputes',
  disputes: 'All disputes (records)',
} as const;
export type DisputeScope = keyof typeof KIND_NAMES;

const RAISED =
  'Counted by the date raised (1 April to 31 March, London time), under the team of that day; those raised in error left out, those withdrawn included.';

const REGISTERS: Record<DisputeScope, readonly RegisterKind[]> = {
  informal: ['informal'],
  formal: ['formal'],
  disputes: ['informal', 'formal'],
};

/** The base of a share, in words. */
export const BASES: Record<DisputeScope, string> = {
  informal: 'informal disputes of the year',
  formal: 'formal disputes of the year',
  disputes: 'disputes of the year, informal and formal records together',
};

/** Registers hold no column for it. */
export const HERE = { here: true } as const;
/** The columns that a register must have for a measure. */
export const OUTCOME = { needs: ['outcome'] } as const;
export const END = { needs: ['end'] } as const;
export const ANSWERS = { needs: ['answer due', 'answer date'] } as const;

/** Counted for informal and for formal; for all disputes together it is their sum. */
export const count = (
  scope: DisputeScope,
  part: string,
  label: string,
  definition: string,
  known: { readonly here?: true; readonly needs?: readonly KeptFact[] } = {},
): Measure => ({
  code: `${scope}${part}`,
  label: part === '' ? KIND_NAMES[scope] : `${KIND_NAMES[scope]}: ${label}`,
  unit: 'count',
  definition: `${definition}.`,
  countedBy: RAISED,
  registers: REGISTERS[scope],
  needs: known.needs ?? [],
  from:
    scope === 'disputes'
      ? { how: 'sum', of: [`informal${part}`, `formal${part}`] }
      : { how: 'counted', ...(known.here ? { here: true } : {}) },
});

/** @param part,whole the counts that it is made of, as they stand after the scope in their codes */
export const share = (
  scope: DisputeScope,
  name: string,
  part: string,
  whole: string,
  label: string,
  definition: string,
): Measure =>
  workedOut(
    {
      code: `${scope}${name}`,
      label: `${KIND_NAMES[scope]}: ${label}`,
      unit: 'percent',
      definition: `${definition}, ${WHOLE_PER_CENT}.`,
    },
    { how: 'share', part: `${scope}${part}`, whole: `${scope}${whole}` },
  );

export const WHOLE_PER_CENT = 'whole per cent rounded half up from the counts';

/** Counted over disputes of either kind, from what was recorded here: registers hold no such column. */
export const hereOnly = (code: string, label: string, definition: string): Measure => ({
  code,
  label,
  unit: 'count',
  definition: `${definition}.`,
  countedBy: RAISED,
  registers: ['informal', 'formal'],
  needs: [],
  from: { how: 'counted', here: true },
});

/** Counted from what was recorded here, whatever registers there are of disputes. */
export const recordedHere = (code: string, label: string, definition: string, countedBy: string): Measure => ({
  code,
  label,
  unit: 'count',
  definition: `${definition}.`,
  countedBy,
  registers: [],
  needs: [],
  from: { how: 'counted', here: true },
});
