import type { RecordedEvent } from '../../src/platform/event-store/event-store.js';
import type { Projection } from '../../src/platform/projections/projection.js';
import { countedOn } from './beginnings.js';
import type { DisputeRow } from './dispute-row.js';

/*
 * What is counted of a dispute. Informal and formal disputes are counted each: one that becomes formal within its own record, as it goes up
 * its ladder or its level is changed, is one of each, as where a formal dispute of its own continues it. So beside its record it has a row
 * for each of the two parts, and every figure counts those in place of the record.
 */

/** Numbers of the rows: the part with which a dispute began, the formal one that goes on from it, and a record that is not counted itself. */
const BEGUN = 1;
const GOES_ON = 2;
const RECORD_ALONE = 0;

/**
 * The views of the rows: what lists show and acts ask of is the record of each dispute, what is counted are its parts. A dispute of one part
 * is both in one row.
 */
export const VIEWS = { dispute_register: 'is_record', counted_register: 'part > 0' } as const;

/** A condition: a round called `answer` is of the part of a dispute that is called `dispute`. */
export const ROUND_IS_OF_PART = `answer.round BETWEEN dispute.first_round AND coalesce(dispute.last_round, answer.round)`;

/** A condition: an action called `action` was agreed in the part of a dispute that is called `dispute`. */
export const ACTION_IS_OF_PART = `(dispute.is_record OR EXISTS (
  SELECT 1 FROM json_each(dispute.offered_by) AS agreed WHERE agreed.key = action.action_id))`;

/** As the record of a dispute is folded, so are its parts. */
export const inParts = (when: Projection<DisputeRow>['when']): Projection<DisputeRow>['when'] =>
  Object.fromEntries(
    Object.entries(when).map(([type, fold]) => [
      type,
      (rows: readonly DisputeRow[], event: RecordedEvent): readonly DisputeRow[] => {
        const [record, begun] = rows;
        const folded = fold(record === undefined ? rows : [record], event);
        const [now] = folded;
        if (record === undefined || now === undefined) return folded;
        if (begun !== undefined) return [now, ...partsOf(now, begunPart(begun, record, now, event))];
        if (!becameFormal(record, now)) return folded;
        const alone = { ...now, part: RECORD_ALONE };
        return [alone, ...partsOf(alone, overWith(record, alone))];
      },
    ]),
  );

/** In its own record: what a register tells of, or a correction of it, is no change of the dispute. */
const becameFormal = (before: DisputeRow, now: DisputeRow): boolean =>
  before.kind === 'informal' && now.kind === 'formal' && before.formal_on === null && now.formal_on !== null;

const partsOf = (record: DisputeRow, begun: DisputeRow): readonly DisputeRow[] => [begun, goesOn(record, begun)];

/** The informal part, as it was when the formal one began: nothing of its answers, lateness and end changes from then on. */
const overWith = (before: DisputeRow, { formal_on: day }: DisputeRow): DisputeRow => ({
  ...before,
  part: BEGUN,
  is_record: false,
  last_round: before.round,
  status: 'formalised',
  standing: null,
  waits_since: null,
  extension_asked_for: null,
  send_back_asked: null,
  ended_on: day,
  formalised_by: before.reference,
});

/** Its own facts stay; what is corrected in the record, as its theme or its child, or whom it is kept from, is true of both parts. */
const begunPart = (begun: DisputeRow, before: DisputeRow, now: DisputeRow, event: RecordedEvent): DisputeRow => {
  const its = Object.fromEntries(ITS_OWN.map((column) => [column, begun[column]])) as Pick<DisputeRow, Own>;
  const offeredBy = Object.fromEntries(Object.entries(begun.offered_by).filter(([id]) => id in now.offered_by));
  const withdrawn = Object.keys(begun.offered_by).length - Object.keys(offeredBy).length;
  const done = isOfAction(event) && event.data.actionId in begun.offered_by && isOneLess(before, now) ? 1 : 0;
  return {
    ...now,
    ...its,
    offered_by: offeredBy,
    actions_agreed: begun.actions_agreed - withdrawn,
    actions_outstanding: begun.actions_outstanding - withdrawn - done,
    ...(now.status === 'voided' ? { status: now.status, outcome: now.outcome, ended_on: now.ended_on } : {}),
  };
};

const isOfAction = (event: RecordedEvent): event is RecordedEvent & { data: { actionId: string } } =>
  'actionId' in event.data;

const isOneLess = (before: DisputeRow, now: DisputeRow): boolean =>
  now.actions_outstanding === before.actions_outstanding - 1;

/** What the formal part has of its own; counted by the day on which it became formal, as a formal dispute is that continues an informal one. */
const goesOn = (record: DisputeRow, begun: DisputeRow): DisputeRow => {
  const stages = record.stage_history.slice(begun.stage_history.length);
  const referrals = record.referrals.slice(begun.referrals.length);
  return {
    ...record,
    ...countedOn(record.formal_on!),
    part: GOES_ON,
    is_record: false,
    first_round: begun.last_round! + 1,
    entered_stage: stages[0]?.stage ?? record.entered_stage,
    stage_history: stages,
    offered_by: Object.fromEntries(Object.entries(record.offered_by).filter(([id]) => !(id in begun.offered_by))),
    actions_agreed: record.actions_agreed - begun.actions_agreed,
    actions_outstanding: record.actions_outstanding - begun.actions_outstanding,
    extensions: record.extensions - begun.extensions,
    chases: record.chases - begun.chases,
    reopened: record.reopened - begun.reopened,
    cafcass_referrals: record.cafcass_referrals - begun.cafcass_referrals,
    cafcass_referred_on: referrals[0]?.sentOn ?? null,
    referrals,
    agencies: record.agencies.slice(begun.agencies.length),
    re_raises: null,
    formalises: record.reference,
    // A register tells of the informal part alone.
    imported: false,
    lacks: record.lacks.filter((fact) => fact === 'child'),
    corrected_because: [],
  };
};

/** The columns that say how a part went and how it ended. */
const ITS_OWN = [
  ...['part', 'is_record', 'kind', 'status', 'counts_as', 'formal_on'],
  ...['ladder', 'level', 'stage', 'entered_stage', 'current_stage', 'stage_name', 'protocol_version', 'stage_history'],
  ...['round', 'first_round', 'last_round', 'standing', 'waits_since', 'answered_by', 'received_by', 'accepted_by'],
  ...['rejected_by', 'late_answer', 'first_due_on', 'due_on', 'due_at', 'paused_on', 'answered_on', 'agreement'],
  ...['extension_asked_for', 'send_back_asked', 'extensions', 'chases', 'last_chased_at', 'iro_view', 'iro_dissents'],
  ...['ended_on', 'outcome', 'impact', 'outcome_words', 'impact_words', 'reopened', 'cafcass_referrals'],
  ...['cafcass_referred_on', 'cafcass_reply', 'referrals', 'with_cafcass', 'continued_after_care_on', 'agencies'],
  ...['child_view', 'child_told', 'advocate_offered', 'challenge_meeting', 'formalised_by'],
] as const satisfies readonly (keyof DisputeRow)[];

type Own = (typeof ITS_OWN)[number];
