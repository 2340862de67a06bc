import { type Definition, RAISED_IN_THE_YEAR, SHARES } from '../definitions.js';

/** In the order in which the figures stand. */
export const TIMELINESS_DEFINITIONS: readonly Definition[] = [
  RAISED_IN_THE_YEAR,
  {
    label: 'Due',
    definition:
      'one for each round of a stage’s clock: answers given, and answers that had not come at their first date while the dispute waited for them and the clock ran. Where several posts must answer, the last answer counts; where the teams of siblings must each answer, each team’s answer counts as one, under the team that was to give it when it was raised, and where one team comes to answer for the part of another the two are one answer, given when it is whole. What was taken up or ended before its date was never due. A register’s row that was read in after its day and has no answer was not answered, where its register has a column for the day of the answer; where it has none the line is “not collected”. That stays so once somebody takes the row on: the answer that is asked for from then on is a round of its own, which by the first date is measured by the date of the register, where the same stage goes on.',
  },
  {
    label: 'By first date',
    definition:
      'given by the date that the protocol set, or the register from which it came, whatever extension or pause came later.',
  },
  {
    label: 'By date in force',
    definition:
      'given by the date in force, extensions, pauses and earlier dates included; of answers given, and answers that had not come at the date in force.',
  },
  { label: 'Extended', definition: 'answers due whose date was moved by an extension.' },
  {
    label: 'Median working days',
    definition:
      'from the day the clock began, day 0, to the day of the answer, of those answered; with two in the middle, halfway between them.',
  },
  {
    label: 'Sent back',
    definition:
      'rounds beside those that were due: sent back down the ladder before an answer came and before it was due. Each counts, so that due, sent back, replaced, passed on, taken up or ended and those still running are all the rounds there were.',
  },
  {
    label: 'Replaced',
    definition:
      'in the same way: its level was changed while it was in time, and a round with the clock of the new level took its place. Where the date had passed the round stays, and counts as missed.',
  },
  {
    label: 'Passed on',
    definition: 'in the same way: redirected to another team where the protocol gives that team a new clock.',
  },
  {
    label: 'Taken up or ended',
    definition: 'in the same way: taken up the ladder, or over with the dispute.',
  },
  {
    label: 'Stage',
    definition:
      '“not collected” where a register’s row went higher and does not say which stage its one answer belongs to, and where it has no column for the stage. A line by one dimension alone is there for each stage, team, quarter and kind, also with 0.',
  },
  {
    label: 'Ladder',
    definition:
      'the code of the ladder that the dispute goes up, “main” where the protocol has no other for it. Where there are several, stages are counted by ladder, for stage 1 of one is another stage than stage 1 of the next.',
  },
  {
    label: 'Over the total',
    definition:
      'formal disputes that missed the limit over all stages: from the day the first stage began that counts as formal until every stage had its answer or was over, or to now while one has not, they took longer than the working days that the protocol of that day allows in total; 20 where it says nothing (IRO Handbook 6.2). Nothing pauses this count. A register’s row counts to its last answer; of one that is over and was never answered nothing is known. “Not collected” where a register has no column for the day of the answer.',
  },
  SHARES,
];
