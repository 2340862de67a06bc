import type { AcknowledgementEvent } from '../../acknowledgements/events.js';
import type { DisputeEvent } from '../../disputes/events.js';
import { categoryOf } from '../../platform/event-store/event-store.js';

/** Something of records kept here for which a row of a spreadsheet has no cell. */
export interface NotCarried {
  /** In words, after the number of them: `disputes with more time to answer`. */
  readonly what: string;
  readonly count: number;
}

/** What an event says that a row does not. Without it some figure is another one, or some fact is missing, when the file is read again. */
const OF_DISPUTES: { readonly [Type in DisputeEvent['type']]?: string } = {
  ConcernDiscussed: 'conversations, some of which led to no dispute',
  DisputeFormalised: 'informal disputes that became formal ones (read again as closed without an outcome)',
  DisputeLinked: 'disputes linked to another one',
  ComplaintStateRecorded: 'disputes with a complaint whose end is recorded',
  ExtensionGranted: 'disputes with more time to answer',
  ClockPaused: 'disputes whose time stood still',
  DisputeFrozen: 'disputes whose time stood still',
  DisputeEscalated: 'disputes with more than one stage (the days of each)',
  SentBack: 'disputes sent back to an earlier stage',
  AnswerRejected: 'disputes with an answer that was not accepted',
  DisputeReopened: 'disputes that were opened again',
  ReferredToCafcass: 'disputes referred to Cafcass (but for one that ended so)',
  TabledForChallenge: 'disputes tabled for a challenge meeting',
  ChallengeDecisionRecorded: 'disputes decided in a challenge meeting',
  ActionAgreed: 'disputes with actions',
  ChildViewRecorded: 'disputes with the child’s view',
  TakenToAgency: 'disputes taken to another agency',
  IroViewRecorded: 'disputes with the IRO’s view of the end',
};
const OF_ACKNOWLEDGEMENTS: { readonly [Type in AcknowledgementEvent['type']]?: string } = {
  AcknowledgementThanked: 'acknowledgements with thanks',
  AcknowledgementWithdrawn: 'withdrawn acknowledgements (written, since they are counted, but not as withdrawn)',
};
const LINKED_WHEN_RAISED = OF_DISPUTES.DisputeLinked!;
const MORE_THAN_ONE_ANSWER = 'disputes with more than one answer (the last of them is written)';
const WRONG_CHILD = 'disputes voided as another child’s (left out)';

type Told = Pick<DisputeEvent, 'type'> | Pick<AcknowledgementEvent, 'type'>;

/** Counts, by record, what the rows leave behind. */
export class LeftBehind {
  private readonly records = new Map<string, Set<string>>();
  private readonly answered = new Set<string>();

  see(stream: string, { type, data }: Told & { readonly data: unknown }): void {
    const ofDispute = categoryOf(stream) === 'dispute';
    const what = ofDispute
      ? OF_DISPUTES[type as DisputeEvent['type']]
      : OF_ACKNOWLEDGEMENTS[type as AcknowledgementEvent['type']];
    if (what !== undefined) this.note(what, stream);
    if (type === 'AnswerGiven') {
      if (this.answered.has(stream)) this.note(MORE_THAN_ONE_ANSWER, stream);
      this.answered.add(stream);
    }
    const { links, because } = data as { links?: readonly unknown[]; because?: string };
    if ((type === 'InformalDisputeRaised' || type === 'FormalDisputeRaised') && (links ?? []).length > 0)
      this.note(LINKED_WHEN_RAISED, stream);
    if (type === 'DisputeVoided' && because === 'wrong-child') this.note(WRONG_CHILD, stream);
  }

  counts(): NotCarried[] {
    return [...this.records]
      .map(([what, streams]) => ({ what, count: streams.size }))
      .sort((a, b) => b.count - a.count);
  }

  private note(what: string, stream: string): void {
    this.records.set(what, (this.records.get(what) ?? new Set()).add(stream));
  }
}
