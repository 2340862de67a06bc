import type { LocalDate } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import { idOf } from '../folding.js';

/** One row for each action agreed in a dispute, and not withdrawn with the word that agreed it. */
export type ActionRow = {
  readonly reference: string;
  /** `A1`, `A2`, … within the dispute. */
  readonly action_id: string;
  readonly what: string;
  /** As it was written; a name in it opens nothing. */
  readonly who: string | null;
  /** Person id of the one who is to do it; null where the words name nobody in office. */
  readonly person: string | null;
  /** A date, or the words the writer chose. */
  readonly by: string | null;
  readonly agreed_on: LocalDate;
  /** The day on which it is said to have been done, and the day on which that was recorded. */
  readonly done_on: LocalDate | null;
  readonly recorded_on: LocalDate | null;
  /** The IRO has confirmed, after its date, that it was done in time. */
  readonly confirmed_in_time: boolean;
  readonly evidence: string | null;
};

export const actions: Projection<ActionRow> = {
  name: 'actions',
  version: 4,
  categories: ['dispute'],
  columns: {
    reference: 'text',
    action_id: 'text',
    what: 'text',
    who: 'text',
    person: 'text',
    by: 'text',
    agreed_on: 'text',
    done_on: 'text',
    recorded_on: 'text',
    confirmed_in_time: 'boolean',
    evidence: 'text',
  },
  key: ['reference', 'action_id'],
  indexes: [['done_on', 'by'], ['person']],
  partitionBy: idOf,
  when: handlers<DisputeEvent, ActionRow>({
    ActionAgreed: (rows, event) => {
      const { actionId, what, who, person, by } = event.data.action;
      return [
        ...rows,
        {
          reference: idOf(event),
          action_id: actionId,
          what,
          who,
          person: person ?? null,
          by,
          agreed_on: londonDate(event.metadata.occurredAt),
          done_on: null,
          recorded_on: null,
          confirmed_in_time: false,
          evidence: null,
        },
      ];
    },
    AnswerRejected: (rows, { data }) =>
      rows.filter(({ action_id: actionId }) => data.actionsWithdrawn?.includes(actionId) !== true),
    ActionDone: (rows, { data, metadata }) =>
      rows.map((row) =>
        row.action_id === data.actionId
          ? { ...row, done_on: data.doneOn, recorded_on: londonDate(metadata.occurredAt), evidence: data.evidence }
          : row,
      ),
    ActionDateMoved: (rows, { data }) =>
      rows.map((row) => (row.action_id === data.actionId ? { ...row, by: data.to } : row)),
    ActionConfirmedInTime: (rows, { data }) =>
      rows.map((row) => (row.action_id === data.actionId ? { ...row, confirmed_in_time: true } : row)),
    ImportedDisputeWithdrawn: () => [],
  }),
};
