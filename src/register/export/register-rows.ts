import type { ImportedAcknowledgement, PracticeAcknowledged } from '../../acknowledgements/events.js';
import { londonDate } from '../../calendar/dates.js';
import type {
  AnswerGiven,
  DisputeEvent,
  DisputeRaised,
  ImportedDispute,
  ImportedDisputeFacts,
  StageBegun,
} from '../../disputes/events.js';
import type { AcknowledgementEvent, ImportedAcknowledgementFacts } from '../../acknowledgements/events.js';
import type { Recorded } from '../../platform/decider.js';

/** A row of the register as it is written back, whether it was imported or raised here. */
export interface DisputeRow {
  readonly ownReference: string;
  readonly facts: ImportedDisputeFacts;
  /** Only the people on its list see it, so it is not written into a file. */
  readonly restricted?: boolean;
}
export interface AcknowledgementRow {
  readonly ownReference: string;
  readonly facts: ImportedAcknowledgementFacts;
}

/** One event further in the life of one row; a withdrawn import leaves none. */
export const disputeRow = (row: DisputeRow | null, event: Recorded<DisputeEvent>): DisputeRow | null => {
  const day = londonDate(event.metadata.occurredAt);
  const facts = (change: Partial<ImportedDisputeFacts>): DisputeRow | null =>
    row && { ...row, facts: { ...row.facts, ...change } };
  const ended = (outcome: ImportedDisputeFacts['outcome'], outcomeWords: string | null = null) =>
    facts({ outcome, outcomeWords, resolvedOn: day });
  switch (event.type) {
    case 'DisputeImported':
      return { ownReference: event.data.ownReference, facts: (event.data satisfies ImportedDispute).facts };
    case 'ImportedDisputeCorrected':
      return facts(event.data.facts);
    case 'ImportedDisputeWithdrawn':
      return null;
    case 'InformalDisputeRaised':
      return raisedRow('informal', event.data);
    case 'FormalDisputeRaised':
      return raisedRow('formal', event.data);
    case 'AnswerDeadlineSet':
      return facts({ dueOn: event.data.dueOn });
    case 'AnswerGiven':
      return facts(answered(event.data));
    case 'DisputeEscalated':
      return row && goneUp(row, event.data.to);
    case 'ThemeCorrected':
      return facts({ theme: event.data.to });
    case 'DisputeHandedOver':
      return facts({ iro: event.data.toIro });
    case 'DisputeResolved':
      return facts({
        outcome: event.data.outcome,
        resolvedOn: day,
        impact: event.data.impact[0] ?? null,
        impactWords: event.data.impactNote,
      });
    case 'StalemateRecorded':
      return ended('UNRES');
    case 'DisputeEndedOtherwise':
      return ended(event.data.outcome);
    case 'DisputeFormalised':
      return ended(null, `Formalised as ${event.data.formal}`);
    case 'DisputeWithdrawn':
      return ended('WDRAWN');
    case 'DisputeVoided':
      return event.data.because === 'wrong-child' ? null : ended('VOID');
    case 'DisputeMovedToChild': {
      const { children, team } = event.data.to;
      return facts({ children, team });
    }
    case 'DisputeRestricted':
      return row && { ...row, restricted: true };
    case 'RestrictionLifted':
      return row && { ...row, restricted: false };
    case 'DisputeReopened':
      return facts({ outcome: null, outcomeWords: null, resolvedOn: null });
    default:
      return row;
  }
};

export const acknowledgementRow = (
  row: AcknowledgementRow | null,
  event: Recorded<AcknowledgementEvent>,
): AcknowledgementRow | null => {
  switch (event.type) {
    case 'AcknowledgementImported':
      return { ownReference: event.data.ownReference, facts: (event.data satisfies ImportedAcknowledgement).facts };
    case 'ImportedAcknowledgementCorrected':
      return row && { ...row, facts: event.data.facts };
    case 'PracticeAcknowledged':
      return { ownReference: event.data.reference, facts: given(event.data) };
    case 'AcknowledgementCorrected': {
      const { children, team, theme, whatTheyDid } = event.data.acknowledged;
      return row && { ...row, facts: { ...row.facts, children, team, theme, whatTheyDid } };
    }
    case 'AcknowledgementMovedToChild':
      return row && { ...row, facts: { ...row.facts, ...event.data.to } };
    case 'ImportedAcknowledgementWithdrawn':
      return null;
    default:
      return row;
  }
};

/** What does not count as formal yet is written as an informal row, at no stage. */
const goneUp = (row: DisputeRow, { number, countsAs }: StageBegun): DisputeRow => {
  const { facts } = row;
  const isFormal = facts.kind === 'formal' || countsAs === 'formal';
  return isFormal
    ? { ...row, facts: { ...facts, kind: 'formal', stageReached: Math.max(facts.stageReached, number) } }
    : row;
};

const raisedRow = (kind: ImportedDisputeFacts['kind'], raised: DisputeRaised): DisputeRow => ({
  ownReference: raised.reference,
  facts: {
    kind,
    children: raised.subject.children,
    iro: raised.subject.iro,
    team: raised.subject.team,
    teamManager: null,
    raisedOn: raised.raisedOn,
    theme: raised.theme,
    concern: raised.concern,
    spokeFirst: raised.spokeFirst !== null,
    dueOn: null,
    answeredOn: null,
    agreement: null,
    stageReached: kind === 'informal' ? 0 : raised.stage.number,
    challengeMeeting: null,
    outcome: null,
    outcomeWords: null,
    resolvedOn: null,
    impact: null,
    impactWords: null,
  },
});

const answered = ({ answeredOn, agreement }: AnswerGiven): Partial<ImportedDisputeFacts> => ({ answeredOn, agreement });

const given = ({ acknowledged, givenOn, giver }: PracticeAcknowledged): ImportedAcknowledgementFacts => ({
  children: acknowledged.children,
  giver,
  team: acknowledged.team,
  givenOn,
  theme: acknowledged.theme,
  whatTheyDid: acknowledged.whatTheyDid,
});
