import { ACTION_IS_OF_PART } from '../../../projections/dispute-register/counted-parts.js';
import { dateColumns } from '../../../projections/deadlines/date-columns.js';
import { missedIn } from '../../disputes/time/late-in-sql.js';
import { type FeedTable, day, number, text, yesNo } from '../feed-table.js';

export const actions: FeedTable = {
  name: 'actions',
  row: 'one action that was agreed in a dispute',
  from: `actions AS action LEFT JOIN deadlines AS date
    ON date.reference = action.reference AND date.deadline = 'action' AND date.part = action.action_id`,
  key: ['action.reference', 'action.action_id'],
  fields: [
    text('reference', 'action.reference', 'Reference of the dispute.'),
    number(
      'part',
      `(SELECT dispute.part FROM counted_register AS dispute WHERE dispute.reference = action.reference AND ${ACTION_IS_OF_PART})`,
      'The part of the dispute in which it was agreed, as the table of disputes has it.',
    ),
    text('action', 'action.action_id', 'Its id within the dispute: `A1`, `A2`.'),
    day('agreedOn', 'action.agreed_on', 'The day on which it was agreed.'),
    day('dueOn', 'date.due_on', 'The day by which it is to be done; empty where it was agreed without one.'),
    day('doneOn', 'action.done_on', 'The day on which it is said to have been done.'),
    day('recordedOn', 'action.recorded_on', 'The day on which that was recorded.'),
    yesNo(
      'confirmedInTime',
      'action.confirmed_in_time',
      'Whether the IRO confirmed afterwards that it was done in time.',
    ),
    yesNo(
      'missed',
      `CASE WHEN date.due_on IS NOT NULL THEN ${missedIn(dateColumns('date'))} END`,
      'Whether its date was missed; empty where it has none.',
    ),
  ],
};
