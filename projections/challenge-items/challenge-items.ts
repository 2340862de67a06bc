import type { Instant, LocalDate } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';
import type { AgendaReason, ChallengeMeetingEvent } from '../../src/challenge/events.js';
import type { ChallengeDecision, GoesOnTo, Verdict } from '../../src/disputes/events.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import { themeGroupOf } from '../../src/protocol/themes.js';
import { type Happened, idOf } from '../folding.js';

/** One row for each case or theme on the agenda of one meeting; the meeting's own facts are joined when it is read. */
export type ChallengeItemRow = {
  readonly meeting: string;
  /** `I1`, `I2`, … within the meeting. */
  readonly item_id: string;
  readonly about: 'case' | 'theme';
  /** Reference of the dispute; null for a theme. */
  readonly dispute: string | null;
  /** Code of a theme with no child, and its group; null for a case, whose theme is the dispute's. */
  readonly theme: string | null;
  readonly theme_group: string | null;
  readonly title: string | null;
  readonly status: 'on-agenda' | 'taken-off' | 'decided' | 'carried';
  readonly because: readonly AgendaReason[];
  readonly note: string | null;
  readonly added_by: string;
  readonly added_on: LocalDate;
  readonly taken_off_because: string | null;
  readonly discussion: string | null;
  readonly decision: ChallengeDecision | null;
  readonly iro_view: Verdict | null;
  readonly goes_on_to: GoesOnTo | null;
  readonly next_look_on: LocalDate | null;
  /** Each with its number, what, who, by when, and when it was done and recorded; of a case they are the dispute's own. */
  readonly actions: readonly ActionInRow[];
  readonly carried_from: string | null;
  readonly carried_to: string | null;
  /** On how many agendas it has stood before this one without being dealt with. */
  readonly times_carried: number;
};

interface ActionInRow {
  readonly actionId: string;
  readonly what: string;
  readonly who: string;
  readonly by: LocalDate;
  /** The day on which it is said to have been done, and the moment at which that went on record. */
  readonly doneOn: LocalDate | null;
  readonly recordedAt: Instant | null;
}

type Done = Pick<ActionInRow, 'doneOn' | 'recordedAt'>;
const NOT_DONE: Done = { doneOn: null, recordedAt: null };

export const challengeItems: Projection<ChallengeItemRow> = {
  name: 'challenge_items',
  version: 4,
  categories: ['challengeMeeting'],
  columns: {
    meeting: 'text',
    item_id: 'text',
    about: 'text',
    dispute: 'text',
    theme: 'text',
    theme_group: 'text',
    title: 'text',
    status: 'text',
    because: 'json',
    note: 'text',
    added_by: 'text',
    added_on: 'text',
    taken_off_because: 'text',
    discussion: 'text',
    decision: 'text',
    iro_view: 'text',
    goes_on_to: 'text',
    next_look_on: 'text',
    actions: 'json',
    carried_from: 'text',
    carried_to: 'text',
    times_carried: 'integer',
  },
  key: ['meeting', 'item_id'],
  indexes: [['dispute'], ['decision']],
  partitionBy: idOf,
  when: handlers<ChallengeMeetingEvent, ChallengeItemRow>({
    AgendaItemAdded: (rows, event) => [...rows, added(event)],
    AgendaItemTakenOff: (rows, { data }) =>
      onItem(rows, data.itemId, () => ({ status: 'taken-off', taken_off_because: data.reason })),
    AgendaItemDecided: (rows, { data }) =>
      onItem(rows, data.itemId, () => ({
        status: 'decided',
        discussion: data.discussion,
        decision: data.decision,
        iro_view: data.iroView?.view ?? null,
        goes_on_to: data.goesOnTo,
        next_look_on: data.nextLookOn,
        actions: data.actions.map((action) => ({ ...action, ...NOT_DONE })),
      })),
    AgendaItemDecisionTakenBack: (rows, { data }) =>
      onItem(rows, data.itemId, () => ({ status: 'on-agenda', ...UNDECIDED })),
    MeetingActionDone: (rows, { data, metadata }) =>
      onAction(rows, data.actionId, { doneOn: data.doneOn, recordedAt: metadata.occurredAt }),
    MeetingActionDoneTakenBack: (rows, { data }) => onAction(rows, data.actionId, NOT_DONE),
    MeetingClosed: (rows, { data }) => carried(rows, data.carried),
    MeetingCancelled: (rows, { data }) => carried(rows, data.carried),
  }),
};

/** Of an item on which nothing was decided, or whose decision was taken back. */
const UNDECIDED = {
  discussion: null,
  decision: null,
  iro_view: null,
  goes_on_to: null,
  next_look_on: null,
  actions: [],
} as const;

const onAction = (rows: readonly ChallengeItemRow[], actionId: string, done: Done): readonly ChallengeItemRow[] =>
  rows.map((row) => ({
    ...row,
    actions: row.actions.map((action) => (action.actionId === actionId ? { ...action, ...done } : action)),
  }));

const added = (event: Happened<ChallengeMeetingEvent, 'AgendaItemAdded'>): ChallengeItemRow => {
  const { about, carriedFrom, itemId, because, note } = event.data;
  return {
    meeting: idOf(event),
    item_id: itemId,
    about: about.kind,
    dispute: about.kind === 'case' ? about.dispute : null,
    theme: about.kind === 'case' ? null : about.theme,
    theme_group: about.kind === 'case' ? null : themeGroupOf(about.theme),
    title: about.kind === 'case' ? null : about.title,
    status: 'on-agenda',
    because,
    note,
    added_by: event.metadata.actor.person,
    added_on: londonDate(event.metadata.occurredAt),
    taken_off_because: null,
    ...UNDECIDED,
    carried_from: carriedFrom?.meeting ?? null,
    carried_to: null,
    times_carried: carriedFrom?.times ?? 0,
  };
};

const onItem = (
  rows: readonly ChallengeItemRow[],
  itemId: string,
  change: (row: ChallengeItemRow) => Partial<ChallengeItemRow>,
): readonly ChallengeItemRow[] => rows.map((row) => (row.item_id === itemId ? { ...row, ...change(row) } : row));

const carried = (
  rows: readonly ChallengeItemRow[],
  items: readonly { itemId: string; to: { meeting: string } }[],
): readonly ChallengeItemRow[] =>
  items.reduce(
    (each, { itemId, to }) => onItem(each, itemId, () => ({ status: 'carried', carried_to: to.meeting })),
    rows,
  );
