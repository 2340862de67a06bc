import type { ImportedDispute, ImportedDisputeFacts, RegisterFact } from '../../src/disputes/events.js';
import type { Unstamped } from '../../src/platform/projections/projection.js';
import { blank, countedOn, themed } from './beginnings.js';
import type { DisputeRow, DisputeStatus } from './dispute-row.js';

/*
 * The row of a dispute that a register brought, and what is kept of it once it is taken on.
 */

export const imported = ({ importId, reference, ownReference, source, facts }: ImportedDispute) =>
  ({
    ...blank(reference, facts.raisedOn),
    ...factsOf(facts),
    held_by: facts.iro,
    own_reference: ownReference,
    imported: true,
    taken_on: false,
    import_id: importId,
    source_file: source.file,
    source_row: source.row,
    lacks: source.lacks ?? [],
  }) satisfies Unstamped<DisputeRow>;

/** Only what the row says. Its due date is a fact of the register, not a deadline: nothing is due until somebody takes it on. */
export const factsOf = (facts: ImportedDisputeFacts) => ({
  kind: facts.kind,
  ...countedOn(facts.raisedOn),
  team: facts.team,
  iro: facts.iro,
  ...themed(facts.theme),
  children: facts.children,
  child_count: facts.children.length,
  stage: facts.stageReached,
  counts_as: facts.kind,
  entered_stage: facts.kind === 'informal' ? 0 : Math.min(1, facts.stageReached),
  current_stage: facts.stageReached,
  first_due_on: facts.dueOn,
  due_on: facts.dueOn,
  answered_on: facts.answeredOn,
  agreement: facts.agreement,
  status: statusOf(facts),
  outcome: facts.outcome,
  ended_on: facts.resolvedOn,
  impact: facts.impact === null ? [] : [facts.impact],
  challenge_meeting: facts.challengeMeeting,
  spoke_first: facts.spokeFirst,
  team_manager: facts.teamManager,
  concern: facts.concern,
  outcome_words: facts.outcomeWords,
  impact_words: facts.impactWords,
});

const statusOf = ({ outcome, resolvedOn }: ImportedDisputeFacts): DisputeStatus => {
  switch (outcome) {
    case 'RES-FULL':
    case 'RES-ACT':
    case 'RES-PART':
      return 'resolved';
    case 'UNRES':
      return 'stalemate';
    case 'WDRAWN':
      return 'withdrawn';
    case 'VOID':
      return 'voided';
    case 'ENDED-CARE':
    case 'TO-CAF':
      return 'ended-otherwise';
    case null:
      // Closed, and nobody wrote how: it ended, and nothing says that it was resolved.
      return resolvedOn === null ? 'open' : 'ended-otherwise';
  }
};

/** From then on the service itself records how it ends. */
export const RECORDED_ONCE_TAKEN_ON: readonly RegisterFact[] = ['outcome', 'end', 'impact'];

/** A correction may say what the register had no column for. */
export const isSaid = (fact: RegisterFact, facts: ImportedDisputeFacts): boolean => {
  switch (fact) {
    case 'child':
      return facts.children.length > 0;
    case 'stage':
      return facts.stageReached > 1;
    case 'answer due':
      return facts.dueOn !== null;
    case 'answer date':
      return facts.answeredOn !== null;
    case 'outcome':
      return facts.outcome !== null;
    case 'end':
      return facts.outcome !== null || facts.resolvedOn !== null;
    case 'impact':
      return facts.impact !== null;
    case 'challenge meeting':
      return facts.challengeMeeting !== null;
  }
};

/** Events since it was taken on are not undone by mending the row of the register. */
export const livingPartOf = (row: DisputeRow, facts: ImportedDisputeFacts): Partial<DisputeRow> => ({
  status: row.status,
  outcome: row.outcome,
  ended_on: row.ended_on,
  impact: row.impact,
  impact_words: row.impact_words ?? facts.impactWords,
  stage: Math.max(row.stage, facts.stageReached),
  kind: row.formal_on === null ? facts.kind : 'formal',
  counts_as: row.counts_as,
  current_stage: row.current_stage,
  first_due_on: row.first_due_on,
  due_on: row.due_on,
  answered_on: row.answered_on,
  agreement: row.agreement,
});
