import {
  COUNTS,
  FIRST_DUE_ON,
  FROM_ANSWERS,
  IN_TIME,
  IN_TIME_BY_FIRST_DATE,
} from '../../../projections/answers/answers-due.js';
import { ROUND_IS_OF_PART } from '../../../projections/dispute-register/counted-parts.js';
import { type FeedTable, day, number, text, yesNo } from '../feed-table.js';

export const rounds: FeedTable = {
  name: 'rounds',
  row: 'one answer that was asked for in a dispute; where several teams must answer, one of each team',
  from: FROM_ANSWERS.replace(/^FROM /, ''),
  key: ['answer.reference', 'answer.round', 'answer.team'],
  fields: [
    text('reference', 'answer.reference', 'Reference of the dispute.'),
    number(
      'part',
      `(SELECT dispute.part FROM counted_register AS dispute WHERE dispute.reference = answer.reference AND ${ROUND_IS_OF_PART})`,
      'The part of the dispute that it is counted with, as the table of disputes has it.',
    ),
    number(
      'round',
      'answer.round',
      'Its number within the dispute, from 1; 0 is the one answer that a register tells of.',
    ),
    text(
      'team',
      `nullif(answer.team, '')`,
      'Id of the team whose answer it is, where several must answer; else empty.',
    ),
    text('ladder', 'answer.ladder', 'Code of the ladder of the stage.'),
    text('level', 'answer.level', 'Code of the level at which the round began.'),
    number('stage', 'answer.stage', 'The stage whose answer it is; empty where a register does not say.'),
    day('beganOn', 'answer.began_on', 'Day 0 of its clock.'),
    day(
      'firstDueOn',
      FIRST_DUE_ON,
      'The day that the protocol gave, or the register from which it came; an extension changes nothing of it.',
    ),
    day('dueOn', 'answer.due_on', 'The day in force, extensions and earlier dates included.'),
    day('answeredOn', 'answer.answered_on', 'The day of the answer, of several posts that of the last.'),
    text('agreement', 'answer.agreement', 'Whether the answer agrees, in part, or not.'),
    yesNo('extended', 'answer.extended', 'Whether a later date was granted.'),
    text(
      'overBy',
      'answer.over_by',
      'How the round was over before it had its answer; empty while it runs, and where it was answered.',
    ),
    yesNo(
      'due',
      `coalesce(${COUNTS}, 0)`,
      'Whether it counts among the answers that were due: it came, or its first date was missed.',
    ),
    yesNo(
      'inTime',
      `CASE WHEN ${COUNTS} THEN ${IN_TIME_BY_FIRST_DATE} END`,
      'Whether it came by the first date; empty while it does not count.',
    ),
    yesNo(
      'inTimeWithExtensions',
      `CASE WHEN ${COUNTS} THEN ${IN_TIME} END`,
      'Whether it came by the date in force; empty while it does not count.',
    ),
    yesNo('imported', 'answer.imported', 'Whether a register tells of it.'),
  ],
};
