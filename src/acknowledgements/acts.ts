import type { Said } from '../platform/decider.js';
import type {
  Acknowledged,
  AcknowledgementMoved,
  ImportedAcknowledgement,
  ImportedAcknowledgementFacts,
} from './events.js';

/** The acts that a person can ask of a practice acknowledgement. */
export type AcknowledgementAct =
  | { type: 'give'; reference: string; acknowledged: Acknowledged }
  | { type: 'thank'; text: string }
  | { type: 'take-thanks-back'; reason: string }
  /** A field that is left out of the correction stays as it was. */
  | { type: 'correct'; acknowledged: Said<Acknowledged>; reason: string }
  | { type: 'withdraw'; reason: string }
  | { type: 'move-to-child'; to: AcknowledgementMoved['to']; reason: string }
  | { type: 'hand-over'; toIro: string; reason: string }
  | ({ type: 'import-row' } & ImportedAcknowledgement)
  | { type: 'correct-imported'; facts: ImportedAcknowledgementFacts; reason: string }
  | { type: 'withdraw-imported'; importId: string; reason: string };
