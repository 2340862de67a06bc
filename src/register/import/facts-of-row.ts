import type { AcknowledgementEvent, ImportedAcknowledgementFacts } from '../../acknowledgements/events.js';
import type { DisputeEvent, ImportedDisputeFacts, RegisterFact } from '../../disputes/events.js';
import { standing } from '../../platform/taking-back.js';

/** The facts of an imported row by now. */
export interface FactsOfRow<Facts> {
  readonly ownReference: string;
  readonly facts: Facts;
  /** Facts for which its file had no column. */
  readonly lacks: readonly RegisterFact[];
}

/** Null where it is no imported row, or its import has been withdrawn. */
export const disputeOfRow = (events: readonly DisputeEvent[]): FactsOfRow<ImportedDisputeFacts> | null =>
  standing(events).reduce<FactsOfRow<ImportedDisputeFacts> | null>((row, event) => {
    switch (event.type) {
      case 'DisputeImported': {
        const { ownReference, facts, source } = event.data;
        return { ownReference, facts, lacks: source.lacks ?? [] };
      }
      case 'ImportedDisputeCorrected':
        return row && { ...row, facts: event.data.facts };
      case 'ImportedDisputeWithdrawn':
        return null;
      default:
        return row;
    }
  }, null);

/** Null where it is no imported row, or its import has been withdrawn. */
export const acknowledgementOfRow = (
  events: readonly AcknowledgementEvent[],
): FactsOfRow<ImportedAcknowledgementFacts> | null =>
  standing(events).reduce<FactsOfRow<ImportedAcknowledgementFacts> | null>((row, event) => {
    switch (event.type) {
      case 'AcknowledgementImported': {
        const { ownReference, facts, source } = event.data;
        return { ownReference, facts, lacks: source.lacks ?? [] };
      }
      case 'ImportedAcknowledgementCorrected':
        return row && { ...row, facts: event.data.facts };
      case 'AcknowledgementMovedToChild':
        return row && { ...row, facts: { ...row.facts, ...event.data.to } };
      case 'ImportedAcknowledgementWithdrawn':
        return null;
      default:
        return row;
    }
  }, null);
