import type { LocalDate } from '../../src/calendar/calendar.js';
import type { MeetingKind } from '../../src/challenge/events.js';
import type { ChallengeDecision } from '../../src/disputes/events.js';
import { conditionsOf, type Narrowed } from '../conditions.js';
import type { ChallengeItemRow } from './challenge-items.js';

/** The filters that narrow a list of items. */
export interface ItemFilters {
  readonly meeting?: string;
  readonly series?: string;
  readonly meetingKind?: MeetingKind;
  /** Reference of the dispute it is about. */
  readonly dispute?: string;
  /** A child's record number. */
  readonly child?: string;
  readonly about?: 'case' | 'theme';
  /** Code of the theme: its own, or that of the dispute. */
  readonly theme?: string;
  readonly status?: ChallengeItemRow['status'];
  readonly decision?: ChallengeDecision;
  readonly heldFrom?: LocalDate;
  readonly heldTo?: LocalDate;
  readonly actionsOutstanding?: boolean;
}

/** Each item beside its meeting, and the dispute it is about. */
export const FROM_ITEMS = `FROM challenge_items AS item
  JOIN challenge_meetings AS meeting ON meeting.meeting = item.meeting
  LEFT JOIN dispute_register AS register ON register.reference = item.dispute`;

/** Not done: of a theme by the meeting's own word, of a case by the dispute's, where each of its actions stands as agreed. */
const ACTIONS_OUTSTANDING = `CASE item.about
  WHEN 'theme' THEN EXISTS (
    SELECT 1 FROM json_each(item.actions) AS one WHERE json_extract(one.value, '$.doneOn') IS NULL)
  ELSE json_array_length(item.actions) > 0 AND coalesce(register.actions_outstanding, 0) > 0 END`;

const CONDITIONS: { readonly [Filter in keyof ItemFilters]-?: string } = {
  meeting: 'item.meeting = :meeting',
  series: 'meeting.series = :series',
  meetingKind: 'meeting.kind = :meetingKind',
  dispute: 'item.dispute = :dispute',
  child: 'item.dispute IN (SELECT reference FROM case_children WHERE child = :child)',
  about: 'item.about = :about',
  theme: 'coalesce(item.theme, register.theme) = :theme',
  status: 'item.status = :status',
  decision: 'item.decision = :decision',
  heldFrom: 'meeting.held_on >= :heldFrom',
  heldTo: 'meeting.held_on <= :heldTo',
  actionsOutstanding: `(${ACTIONS_OUTSTANDING}) = :actionsOutstanding`,
};

/** The WHERE of a list of items over {@link FROM_ITEMS}. */
export const narrowedItems = (filters: ItemFilters): Narrowed => conditionsOf(CONDITIONS, filters);

/** By what a list can be sorted. */
export const ITEM_SORTS = { heldOn: 'meeting.held_on' } as const;

/** Names one item, for going on after it. */
export const ITEM_KEY = `(item.meeting || ' ' || item.item_id)`;
