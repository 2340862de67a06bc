import type { Acknowledged, ImportedAcknowledgement, ImportedAcknowledgementFacts } from './events.js';

/** What a person can ask of a practice acknowledgement. */
export type AcknowledgementAct =
  | { type: 'give'; reference: string; acknowledged: Acknowledged }
  | { type: 'thank'; text: string }
  | { type: 'correct'; acknowledged: Acknowledged; reason: string }
  | { type: 'withdraw'; reason: string }
  | ({ type: 'import-row' } & ImportedAcknowledgement)
  | { type: 'correct-imported'; facts: ImportedAcknowledgementFacts; reason: string }
  | { type: 'withdraw-imported'; importId: string; reason: string };
