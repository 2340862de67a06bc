import type { Agreement, DisputeKind, ImpactCode, ImportedDisputeFacts } from '../../disputes/events.js';
import { IMPACT_CODES } from '../../disputes/events.js';
import { ACKNOWLEDGEMENT_THEMES, DISPUTE_THEMES } from '../../protocol/themes.js';

/** The facts that a column of a register of disputes may hold, by the words a mapping file uses for it. */
export const DISPUTE_FACTS = [
  'reference',
  'child',
  'iro',
  'team',
  'manager',
  'kind',
  'date raised',
  'theme',
  'concern',
  'spoke first',
  'due',
  'answered',
  'answer',
  'stage',
  'challenge meeting',
  'outcome',
  'outcome words',
  'date resolved',
  'impact',
  'impact words',
] as const;
export type DisputeFact = (typeof DISPUTE_FACTS)[number];

/** As {@link DISPUTE_FACTS}, and `siblings`: rows with the same word in it are one dispute about several children. */
export const DISPUTE_FIELDS = [...DISPUTE_FACTS, 'siblings'] as const;
export type DisputeField = (typeof DISPUTE_FIELDS)[number];

export const ACKNOWLEDGEMENT_FIELDS = [
  'reference',
  'date',
  'child',
  'giver',
  'team',
  'theme',
  'what was good',
] as const;
export type AcknowledgementField = (typeof ACKNOWLEDGEMENT_FIELDS)[number];

/** Without these a row cannot be counted. The kind may be said once for a whole file instead. */
export const REQUIRED_FIELDS = {
  disputes: ['reference', 'team', 'date raised', 'theme'],
  acknowledgements: ['reference', 'date', 'team', 'theme'],
} as const satisfies { disputes: readonly DisputeField[]; acknowledgements: readonly AcknowledgementField[] };

export const KINDS = ['informal', 'formal'] as const satisfies readonly DisputeKind[];
export const AGREEMENTS = ['agree', 'partly', 'disagree'] as const satisfies readonly Agreement[];
/** How a row may say that it ended, and `open` for words such as "ongoing", which say that it has not. */
export const OUTCOMES = [
  'RES-FULL',
  'RES-ACT',
  'RES-PART',
  'UNRES',
  'WDRAWN',
  'VOID',
  'ENDED-CARE',
  'TO-CAF',
  'open',
] as const satisfies readonly (ImportedDisputeFacts['outcome'] | 'open')[];
export const IMPACTS = IMPACT_CODES satisfies readonly ImpactCode[];
export const THEME_CODES: readonly string[] = DISPUTE_THEMES.map((theme) => theme.code);
export const ACKNOWLEDGEMENT_THEME_CODES: readonly string[] = ACKNOWLEDGEMENT_THEMES.map((theme) => theme.code);
/** Rungs of the longest ladder; whether the council's protocol has the stage is checked row by row. */
export const STAGES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** The text of the starter mapping where a person must choose. */
export const UNDECIDED = 'DECIDE';
