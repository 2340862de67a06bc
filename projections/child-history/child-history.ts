import type { AcknowledgementEvent } from '../../src/acknowledgements/events.js';
import type { Instant, LocalDate } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type { ReviewEvent } from '../../src/reviews/events.js';
import { type Happened, idOf } from '../folding.js';

type CaseEvent = DisputeEvent | AcknowledgementEvent | ReviewEvent;

/**
 * One row for each child and each event worth showing in that child's history. Codes only: the words of the people stay in the
 * dispute's own record. An imported row is known by its dates only.
 */
export type ChildHistoryRow = {
  readonly reference: string;
  readonly child: string;
  /** Of the event in its stream; an imported row tells of several days in one event. */
  readonly revision: number;
  readonly part: number;
  readonly case_kind: 'informal' | 'formal' | 'conversation' | 'acknowledgement' | 'review';
  readonly what: HistoryEntry['what'];
  readonly happened_on: LocalDate;
  /** Null where only the day is known. */
  readonly happened_at: Instant | null;
  readonly imported: boolean;
  /** Stage number, outcome code, agreement, verdict: whatever this kind of entry has. */
  readonly detail: string | null;
};

interface HistoryEntry {
  what:
    | 'spoke'
    | 'raised'
    | 'answered'
    | 'accepted'
    | 'not-accepted'
    | 'action-agreed'
    | 'action-done'
    | 'not-answered-in-time'
    | 'escalated'
    | 'sent-back'
    | 'put-on-agenda'
    | 'decided-by-meeting'
    | 'taken-to-agency'
    | 'agency-replied'
    | 'redirected'
    | 'handed-over'
    | 'referred-to-cafcass'
    | 'cafcass-replied'
    | 'child-view-recorded'
    | 'formalised'
    | 'resolved'
    | 'stalemate'
    | 'ended-otherwise'
    | 'withdrawn'
    | 'voided'
    | 'reopened'
    | 'taken-on'
    | 'filed'
    | 'acknowledged'
    | 'check-begun'
    | 'raised-from-check'
    | 'decided-not-to-raise';
  on?: LocalDate;
  detail?: string | null;
}

export const childHistory: Projection<ChildHistoryRow> = {
  name: 'child_history',
  version: 3,
  categories: ['dispute', 'acknowledgement', 'review'],
  columns: {
    reference: 'text',
    child: 'text',
    revision: 'integer',
    part: 'integer',
    case_kind: 'text',
    what: 'text',
    happened_on: 'text',
    happened_at: 'text',
    imported: 'boolean',
    detail: 'text',
  },
  key: ['reference', 'child', 'revision', 'part'],
  indexes: [['child', 'happened_on', 'happened_at', 'reference', 'revision', 'part']],
  partitionBy: idOf,
  when: handlers<CaseEvent, ChildHistoryRow>({
    ConcernDiscussed: (rows, event) =>
      rows.length === 0 && event.data.subject !== null
        ? first(event, 'conversation', event.data.subject.children, { what: 'spoke', on: event.data.spokeOn })
        : next(rows, event, { what: 'spoke', on: event.data.spokeOn }),
    InformalDisputeRaised: (rows, event) => raised(rows, event, 'informal'),
    FormalDisputeRaised: (rows, event) => raised(rows, event, 'formal'),
    AnswerGiven: (rows, event) =>
      next(rows, event, { what: 'answered', on: event.data.answeredOn, detail: event.data.agreement }),
    AnswerAccepted: (rows, event) => next(rows, event, { what: 'accepted' }),
    AnswerRejected: (rows, event) => next(rows, event, { what: 'not-accepted', detail: event.data.verdict }),
    ActionAgreed: (rows, event) => next(rows, event, { what: 'action-agreed', detail: event.data.action.actionId }),
    ActionDone: (rows, event) =>
      next(rows, event, { what: 'action-done', on: event.data.doneOn, detail: event.data.actionId }),
    DisputeEscalated: (rows, event) => next(rows, event, { what: 'escalated', detail: String(event.data.to.number) }),
    AnswerDeadlinePassed: (rows, event) =>
      next(rows, event, { what: 'not-answered-in-time', on: event.data.dueOn, detail: String(event.data.stage) }),
    SentBack: (rows, event) => next(rows, event, { what: 'sent-back', detail: String(event.data.to.number) }),
    TabledForChallenge: (rows, event) => next(rows, event, { what: 'put-on-agenda', detail: event.data.heldOn }),
    ChallengeDecisionRecorded: (rows, event) =>
      next(rows, event, { what: 'decided-by-meeting', on: event.data.heldOn, detail: event.data.decision }),
    TakenToAgency: (rows, event) => next(rows, event, { what: 'taken-to-agency', on: event.data.sentOn }),
    AgencyReplied: (rows, event) => next(rows, event, { what: 'agency-replied', on: event.data.repliedOn }),
    DisputeRedirected: (rows, event) => next(rows, event, { what: 'redirected', detail: event.data.to.team }),
    DisputeHandedOver: (rows, event) => next(rows, event, { what: 'handed-over', detail: event.data.toIro }),
    ReferredToCafcass: (rows, event) => next(rows, event, { what: 'referred-to-cafcass', on: event.data.sentOn }),
    CafcassReplied: (rows, event) =>
      next(rows, event, { what: 'cafcass-replied', on: event.data.repliedOn, detail: event.data.reply }),
    ChildViewRecorded: (rows, event) => next(rows, event, { what: 'child-view-recorded' }),
    DisputeFormalised: (rows, event) => next(rows, event, { what: 'formalised', detail: event.data.formal }),
    DisputeResolved: (rows, event) => next(rows, event, { what: 'resolved', detail: event.data.outcome }),
    StalemateRecorded: (rows, event) => next(rows, event, { what: 'stalemate' }),
    DisputeEndedOtherwise: (rows, event) => next(rows, event, { what: 'ended-otherwise', detail: event.data.outcome }),
    DisputeWithdrawn: (rows, event) => next(rows, event, { what: 'withdrawn' }),
    DisputeVoided: (rows, event) => next(rows, event, { what: 'voided', detail: event.data.because }),
    DisputeReopened: (rows, event) => next(rows, event, { what: 'reopened' }),
    ImportedDisputeTakenOn: (rows, event) => next(rows, event, { what: 'taken-on', detail: String(event.data.stage) }),
    FiledOnChildRecord: (rows, event) =>
      next(rows, event, { what: 'filed', on: event.data.filedOn }).filter(
        (row) => row.revision !== event.revision || row.child === event.data.child,
      ),
    DisputeImported: (_, event) => importedDispute(event, event.data.facts),
    ImportedDisputeCorrected: (rows, event) => [
      ...importedDispute(event, event.data.facts),
      ...rows.filter(({ imported }) => !imported),
    ],
    ImportedDisputeWithdrawn: () => [],
    CheckBegun: (_, event) =>
      first(event, 'review', [event.data.child], {
        what: 'check-begun',
        on: event.data.heldOn,
        detail: event.data.kind,
      }),
    // The standard and not the dispute: who reads of the check may not be one of those who see the dispute.
    RaisedFromCheck: (rows, event) => next(rows, event, { what: 'raised-from-check', detail: event.data.standard }),
    DecidedNotToRaise: (rows, event) =>
      next(rows, event, { what: 'decided-not-to-raise', detail: event.data.standard }),
    PracticeAcknowledged: (_, event) =>
      first(event, 'acknowledgement', event.data.acknowledged.children, {
        what: 'acknowledged',
        on: event.data.givenOn,
        detail: event.data.acknowledged.theme,
      }),
    AcknowledgementCorrected: (rows, event) => corrected(rows, event),
    AcknowledgementWithdrawn: (rows, event) => next(rows, event, { what: 'withdrawn' }),
    AcknowledgementImported: (_, event) => importedAcknowledgement(event, event.data.facts),
    ImportedAcknowledgementCorrected: (_, event) => importedAcknowledgement(event, event.data.facts),
    ImportedAcknowledgementWithdrawn: () => [],
  }),
};

const first = (
  event: Happened<CaseEvent>,
  caseKind: ChildHistoryRow['case_kind'],
  children: readonly string[],
  { what, on, detail }: HistoryEntry,
): readonly ChildHistoryRow[] =>
  [...new Set(children)].map((child) => ({
    reference: idOf(event),
    child,
    revision: event.revision,
    part: 0,
    case_kind: caseKind,
    what,
    happened_on: on ?? londonDate(event.metadata.occurredAt),
    happened_at: happenedAt(event, on),
    imported: false,
    detail: detail ?? null,
  }));

/** The same entry for every child that the case is about. */
const next = (
  rows: readonly ChildHistoryRow[],
  event: Happened<CaseEvent>,
  entry: HistoryEntry,
): readonly ChildHistoryRow[] => {
  const known = rows[0];
  if (known === undefined) return rows;
  return [...rows, ...first(event, known.case_kind, childrenOf(rows), entry)];
};

const childrenOf = (rows: readonly ChildHistoryRow[]): readonly string[] => rows.map(({ child }) => child);

/** The moment of writing says something about the day only where both are the same day. */
const happenedAt = ({ metadata }: Happened<CaseEvent>, on: LocalDate | undefined): Instant | null =>
  on === undefined || on === londonDate(metadata.occurredAt) ? metadata.occurredAt : null;

/** A conversation that leads to a dispute becomes the first entry of that dispute's history. */
const raised = (
  rows: readonly ChildHistoryRow[],
  event: Happened<CaseEvent, 'InformalDisputeRaised' | 'FormalDisputeRaised'>,
  kind: 'informal' | 'formal',
): readonly ChildHistoryRow[] => [
  ...rows.map((row) => ({ ...row, case_kind: kind })),
  ...first(event, kind, event.data.subject.children, {
    what: 'raised',
    on: event.data.raisedOn,
    detail: String(event.data.stage.number),
  }),
];

const corrected = (
  rows: readonly ChildHistoryRow[],
  event: Happened<CaseEvent, 'AcknowledgementCorrected'>,
): readonly ChildHistoryRow[] => {
  const given = rows.find(({ what }) => what === 'acknowledged');
  if (given === undefined) return rows;
  const { children, theme } = event.data.acknowledged;
  return [...new Set(children)].map((child) => ({ ...given, child, detail: theme }));
};

const importedDispute = (
  event: Happened<CaseEvent>,
  facts: Happened<DisputeEvent, 'DisputeImported'>['data']['facts'],
): readonly ChildHistoryRow[] => {
  const days: HistoryEntry[] = [
    { what: 'raised', on: facts.raisedOn, detail: String(facts.kind === 'informal' ? 0 : 1) },
  ];
  if (facts.answeredOn !== null) days.push({ what: 'answered', on: facts.answeredOn, detail: facts.agreement });
  if (facts.resolvedOn !== null) days.push({ what: endOf(facts.outcome), on: facts.resolvedOn, detail: facts.outcome });
  return datesOnly(event, facts.kind, facts.children, days);
};

const endOf = (outcome: string | null): HistoryEntry['what'] => {
  switch (outcome) {
    case 'UNRES':
      return 'stalemate';
    case 'WDRAWN':
      return 'withdrawn';
    case 'VOID':
      return 'voided';
    case 'ENDED-CARE':
    case 'TO-CAF':
      return 'ended-otherwise';
    default:
      return 'resolved';
  }
};

const importedAcknowledgement = (
  event: Happened<CaseEvent>,
  facts: Happened<AcknowledgementEvent, 'AcknowledgementImported'>['data']['facts'],
): readonly ChildHistoryRow[] =>
  datesOnly(event, 'acknowledgement', facts.children, [
    { what: 'acknowledged', on: facts.givenOn, detail: facts.theme },
  ]);

const datesOnly = (
  event: Happened<CaseEvent>,
  caseKind: ChildHistoryRow['case_kind'],
  children: readonly string[],
  days: readonly HistoryEntry[],
): readonly ChildHistoryRow[] =>
  days.flatMap((day, part) =>
    first(event, caseKind, children, day).map((row) => ({ ...row, part, happened_at: null, imported: true })),
  );
