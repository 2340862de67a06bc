import type { AcknowledgementEvent } from '../../src/acknowledgements/events.js';
import type { Instant, LocalDate } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type { ReviewEvent } from '../../src/reviews/events.js';
import { type Happened, idOf } from '../folding.js';

type CaseEvent = DisputeEvent | AcknowledgementEvent | ReviewEvent;

/**
 * One row for each child of each case, with what happened in it in order: an entry for each event worth showing in that child's history.
 * Codes only: the words of the people stay in the dispute's own record. A history is only ever asked for by child, so its entries need
 * no rows of their own, of which there would be as many as there are events; `CHILD_HISTORY_ENTRIES` lists them.
 */
export type ChildHistoryRow = {
  readonly reference: string;
  readonly child: string;
  readonly case_kind: 'informal' | 'formal' | 'conversation' | 'acknowledgement' | 'review';
  readonly entries: readonly HistoryEntry[];
};

export interface HistoryEntry {
  /** Of the event in its stream; an imported row tells of several days in one event. */
  readonly revision: number;
  readonly what: What;
  readonly on: LocalDate;
  /** Null where only the day is known. */
  readonly at: Instant | null;
  /** Stage number, outcome code, agreement, verdict: whatever this kind of entry has. */
  readonly detail: string | null;
  /** Reference of another dispute that it tells of; left out where there is none. */
  readonly other?: string;
  /** From a council's register, which knows the days only. */
  readonly imported: boolean;
}

type What =
  | 'spoke'
  | 'raised'
  | 'answered'
  | 'accepted'
  | 'not-accepted'
  | 'action-agreed'
  | 'action-done'
  | 'not-answered-in-time'
  | 'escalated'
  | 'level-changed'
  | 'sent-back'
  | 'put-on-agenda'
  | 'taken-off-agenda'
  | 'decided-by-meeting'
  | 'taken-to-agency'
  | 'agency-replied'
  | 'agency-did-not-reply'
  | 'agency-not-replied-in-time'
  | 'not-looked-at-again'
  | 'redirected'
  | 'handed-over'
  | 'referred-to-cafcass'
  | 'referral-withdrawn'
  | 'cafcass-replied'
  | 'child-view-recorded'
  | 'formalised'
  | 'resolved'
  | 'stalemate'
  | 'ended-otherwise'
  | 'withdrawn'
  | 'voided'
  | 'moved-from-another-child'
  | 'new-date-given'
  | 'reopened'
  | 'taken-on'
  | 'filed'
  | 'acknowledged'
  | 'check-begun'
  | 'check-withdrawn'
  | 'raised-from-check'
  | 'decided-not-to-raise';

/** The entries, one a row, numbered within their case and child; a common table expression, to be asked by child. */
export const CHILD_HISTORY_ENTRIES = `child_history_entries AS (
  SELECT reference, child, case_kind, entry.key AS number, entry.value ->> 'what' AS what, entry.value ->> 'on' AS happened_on,
         entry.value ->> 'at' AS happened_at, entry.value ->> 'detail' AS detail, entry.value ->> 'imported' AS imported, entry.value ->> 'other' AS other
  FROM child_history, json_each(child_history.entries) AS entry
)`;

/** The content of an event about the case: its day where that is not the day of writing, and its detail. */
interface Told {
  readonly what: What;
  readonly on?: LocalDate;
  readonly detail?: string | null;
  readonly other?: string | null;
}

export const childHistory: Projection<ChildHistoryRow> = {
  name: 'child_history',
  version: 7,
  categories: ['dispute', 'acknowledgement', 'review'],
  columns: { reference: 'text', child: 'text', case_kind: 'text', entries: 'json' },
  key: ['reference', 'child'],
  indexes: [['child']],
  partitionBy: idOf,
  when: handlers<CaseEvent, ChildHistoryRow>({
    ConcernDiscussed: (rows, event) =>
      rows.length === 0 && event.data.subject !== null
        ? begun(event, 'conversation', event.data.subject.children, [
            entryOf(event, { what: 'spoke', on: event.data.spokeOn }),
          ])
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
    DisputeEscalated: (rows, event) =>
      next(rows, event, { what: 'escalated', detail: String(event.data.to.number) }).map((row) =>
        event.data.to.countsAs === 'formal' ? { ...row, case_kind: 'formal' } : row,
      ),
    AnswerDeadlinePassed: (rows, event) =>
      next(rows, event, { what: 'not-answered-in-time', on: event.data.dueOn, detail: String(event.data.stage) }),
    LevelChanged: (rows, event) =>
      next(rows, event, { what: 'level-changed', detail: event.data.to }).map((row) =>
        event.data.begins?.stage.countsAs === 'formal' ? { ...row, case_kind: 'formal' } : row,
      ),
    SentBack: (rows, event) => next(rows, event, { what: 'sent-back', detail: String(event.data.to.number) }),
    TabledForChallenge: (rows, event) => next(rows, event, { what: 'put-on-agenda', detail: event.data.heldOn }),
    TakenOffAgenda: (rows, event) => next(rows, event, { what: 'taken-off-agenda' }),
    ChallengeDecisionRecorded: (rows, event) =>
      next(rows, event, { what: 'decided-by-meeting', on: event.data.heldOn, detail: event.data.decision }),
    TakenToAgency: (rows, event) => next(rows, event, { what: 'taken-to-agency', on: event.data.sentOn }),
    AgencyReplied: (rows, event) => next(rows, event, { what: 'agency-replied', on: event.data.repliedOn }),
    AgencyDidNotReply: (rows, event) => next(rows, event, { what: 'agency-did-not-reply' }),
    AgencyReplyDeadlinePassed: (rows, event) => next(rows, event, { what: 'agency-not-replied-in-time' }),
    NextLookPassed: (rows, event) => next(rows, event, { what: 'not-looked-at-again', on: event.data.lookOn }),
    DisputeRedirected: (rows, event) => next(rows, event, { what: 'redirected', detail: event.data.to.team }),
    DisputeHandedOver: (rows, event) => next(rows, event, { what: 'handed-over', detail: event.data.toIro }),
    ReferredToCafcass: (rows, event) => next(rows, event, { what: 'referred-to-cafcass', on: event.data.sentOn }),
    CafcassReferralWithdrawn: (rows, event) =>
      next(rows, event, { what: 'referral-withdrawn', on: event.data.withdrawnOn }),
    CafcassReplied: (rows, event) =>
      next(rows, event, { what: 'cafcass-replied', on: event.data.repliedOn, detail: event.data.reply }),
    ChildViewRecorded: (rows, event) => next(rows, event, { what: 'child-view-recorded' }),
    DisputeFormalised: (rows, event) =>
      next(rows, event, { what: 'formalised', detail: event.data.formal, other: event.data.formal }),
    DisputeResolved: (rows, event) => next(rows, event, { what: 'resolved', detail: event.data.outcome }),
    StalemateRecorded: (rows, event) => next(rows, event, { what: 'stalemate' }),
    DisputeEndedOtherwise: (rows, event) => next(rows, event, { what: 'ended-otherwise', detail: event.data.outcome }),
    DisputeWithdrawn: (rows, event) => next(rows, event, { what: 'withdrawn' }),
    DisputeVoided: (rows, event) =>
      event.data.because === 'wrong-child'
        ? []
        : next(rows, event, { what: 'voided', detail: event.data.because, other: event.data.duplicateOf }),
    DisputeMovedToChild: (rows, event) => movedHere(rows, event, event.data.to.children),
    NewDateGiven: (rows, event) => next(rows, event, { what: 'new-date-given', on: event.data.dueOn }),
    DisputeReopened: (rows, event) => next(rows, event, { what: 'reopened' }),
    ImportedDisputeTakenOn: (rows, event) => next(rows, event, { what: 'taken-on', detail: String(event.data.stage) }),
    FiledOnChildRecord: (rows, event) => {
      const filed = entryOf(event, { what: 'filed', on: event.data.filedOn });
      return rows.map((row) => (row.child === event.data.child ? withEntry(row, filed) : row));
    },
    DisputeImported: (_, event) => importedDispute(event, event.data.facts),
    ImportedDisputeCorrected: (rows, event) =>
      together(importedDispute(event, event.data.facts), rows.flatMap(sinceTakenOn)),
    ImportedDisputeWithdrawn: () => [],
    CheckBegun: (_, event) =>
      begun(event, 'review', [event.data.child], [entryOf(event, { what: 'check-begun', detail: event.data.kind })]),
    // The standard and not the dispute: who reads of the check may not be one of those who see the dispute, nor know that there is one.
    RaisedFromCheck: (rows, event) =>
      next(rows, event, { what: 'raised-from-check', detail: event.data.standard, other: event.data.dispute }),
    DecidedNotToRaise: (rows, event) =>
      next(rows, event, { what: 'decided-not-to-raise', detail: event.data.standard }),
    PracticeAcknowledged: (_, event) =>
      begun(event, 'acknowledgement', event.data.acknowledged.children, [
        entryOf(event, { what: 'acknowledged', on: event.data.givenOn, detail: event.data.acknowledged.theme }),
      ]),
    AcknowledgementCorrected: (rows, event) => corrected(rows, event),
    AcknowledgementMovedToChild: (rows, event) => movedHere(rows, event, event.data.to.children),
    CheckMovedToChild: (rows, event) => movedHere(rows, event, [event.data.to]),
    CheckWithdrawn: (rows, event) => next(rows, event, { what: 'check-withdrawn' }),
    AcknowledgementWithdrawn: (rows, event) => next(rows, event, { what: 'withdrawn' }),
    AcknowledgementImported: (_, event) => importedAcknowledgement(event, event.data.facts),
    ImportedAcknowledgementCorrected: (_, event) => importedAcknowledgement(event, event.data.facts),
    ImportedAcknowledgementWithdrawn: () => [],
  }),
};

/** The case has just begun: a row for each child, with these entries. */
const begun = (
  event: Happened<CaseEvent>,
  caseKind: ChildHistoryRow['case_kind'],
  children: readonly string[],
  entries: readonly HistoryEntry[],
): readonly ChildHistoryRow[] =>
  [...new Set(children)].map((child) => ({ reference: idOf(event), child, case_kind: caseKind, entries }));

/** The same entry for every child that the case is about. */
const next = (rows: readonly ChildHistoryRow[], event: Happened<CaseEvent>, told: Told): readonly ChildHistoryRow[] => {
  if (rows.length === 0) return rows;
  const entry = entryOf(event, told);
  return rows.map((row) => withEntry(row, entry));
};

const withEntry = (row: ChildHistoryRow, entry: HistoryEntry): ChildHistoryRow => ({
  ...row,
  entries: [...row.entries, entry],
});

/** The moment of writing says something about the day only where both are the same day. */
const entryOf = (
  { revision, metadata }: Happened<CaseEvent>,
  { what, on, detail, other = null }: Told,
): HistoryEntry => {
  const writtenOn = londonDate(metadata.occurredAt);
  return {
    revision,
    what,
    on: on ?? writtenOn,
    at: on === undefined || on === writtenOn ? metadata.occurredAt : null,
    detail: detail ?? null,
    ...(other === null ? {} : { other }),
    imported: false,
  };
};

/** It was another child's only on paper: the right child's history has all of it, and the other's has nothing. */
const movedHere = (
  rows: readonly ChildHistoryRow[],
  event: Happened<CaseEvent>,
  children: readonly string[],
): readonly ChildHistoryRow[] => {
  const before = rows[0];
  if (before === undefined) return rows;
  return begun(event, before.case_kind, children, [
    ...before.entries,
    entryOf(event, { what: 'moved-from-another-child' }),
  ]);
};

/** A conversation that leads to a dispute becomes the first entry of that dispute's history. */
const raised = (
  rows: readonly ChildHistoryRow[],
  event: Happened<CaseEvent, 'InformalDisputeRaised' | 'FormalDisputeRaised'>,
  kind: 'informal' | 'formal',
): readonly ChildHistoryRow[] => {
  const { raisedOn, stage, subject } = event.data;
  const entry = entryOf(event, { what: 'raised', on: raisedOn, detail: String(stage.number) });
  const dispute = begun(event, kind, subject.children, [entry]);
  return rows.length === 0 ? dispute : together(rows, dispute).map((row) => ({ ...row, case_kind: kind }));
};

/** The rows of the children of both, each with the earlier entries and then the later ones. */
const together = (
  earlier: readonly ChildHistoryRow[],
  later: readonly ChildHistoryRow[],
): readonly ChildHistoryRow[] => {
  const byChild = new Map(earlier.map((row) => [row.child, row]));
  for (const row of later) {
    const before = byChild.get(row.child);
    byChild.set(row.child, before ? { ...before, entries: [...before.entries, ...row.entries] } : row);
  }
  return [...byChild.values()];
};

/** The history without the row of a register; none where nothing else has happened. */
const sinceTakenOn = (row: ChildHistoryRow): readonly ChildHistoryRow[] => {
  const entries = row.entries.filter(({ imported }) => !imported);
  return entries.length === 0 ? [] : [{ ...row, entries }];
};

const corrected = (
  rows: readonly ChildHistoryRow[],
  event: Happened<CaseEvent, 'AcknowledgementCorrected'>,
): readonly ChildHistoryRow[] => {
  const given = rows[0]?.entries.find(({ what }) => what === 'acknowledged');
  if (given === undefined) return rows;
  const { children, theme } = event.data.acknowledged;
  return begun(event, 'acknowledgement', children, [{ ...given, detail: theme }]);
};

const importedDispute = (
  event: Happened<CaseEvent>,
  facts: Happened<DisputeEvent, 'DisputeImported'>['data']['facts'],
): readonly ChildHistoryRow[] => {
  const days: Pick<HistoryEntry, 'what' | 'on' | 'detail'>[] = [
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
    // Closed, and nobody wrote how.
    case null:
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
  days: readonly Pick<HistoryEntry, 'what' | 'on' | 'detail'>[],
): readonly ChildHistoryRow[] =>
  begun(
    event,
    caseKind,
    children,
    days.map((day) => ({ ...day, revision: event.revision, at: null, imported: true })),
  );
