import { type DisputeScope, ANSWERS, BASES, count, END, HERE, OUTCOME, share } from './counting.js';
import type { Measure } from './measure.js';

/** The measures that there are of informal disputes, of formal ones and of both. */
export const disputeMeasures = (scope: DisputeScope): Measure[] => [
  ...howMany(scope),
  ...whatCameOfThem(scope),
  ...again(scope),
  ...childAndAgencies(scope),
  ...answers(scope),
];

/** How many were raised, about whom and when. */
const howMany = (scope: DisputeScope): Measure[] => [
  count(
    scope,
    '',
    '',
    scope === 'disputes'
      ? 'Informal and formal records together: an informal dispute that became formal is one of each. Records, not children'
      : `${scope === 'informal' ? 'Informal' : 'Formal'} disputes raised, whatever came of them; one may be about several children`,
  ),
  {
    ...count(scope, '.children', 'children', 'Children whom these disputes are about, each once', { needs: ['child'] }),
    from: { how: 'counted' },
  },
  count(scope, '.driftAndDelay', 'drift and delay', 'Those whose primary theme is in the group drift and delay (DD)'),
  share(
    scope,
    '.driftAndDelayPercent',
    '.driftAndDelay',
    '',
    'drift and delay, share',
    `Those with a primary theme of drift and delay, of all ${BASES[scope]}`,
  ),
  count(scope, '.firstHalf', 'first half of the year', 'Those raised in quarters 1 and 2 (April to September)'),
  share(
    scope,
    '.firstHalfPercent',
    '.firstHalf',
    '',
    'first half of the year, share',
    `Those raised in quarters 1 and 2, of all ${BASES[scope]}`,
  ),
];

/** How they ended, or that they have not. */
const whatCameOfThem = (scope: DisputeScope): Measure[] => [
  count(scope, '.resolved', 'resolved', 'Those resolved by the day of this report', OUTCOME),
  share(
    scope,
    '.resolvedPercent',
    '.resolved',
    '',
    'resolved, share',
    `Those resolved by the day of this report, of all ${BASES[scope]}`,
  ),
  count(scope, '.stalemate', 'stalemate', 'Those whose ladder ended with the IRO dissatisfied', OUTCOME),
  count(
    scope,
    '.endedOtherwise',
    'ended otherwise',
    'Those ended because the child left care or Cafcass continues it, and those closed of which nobody wrote how',
    END,
  ),
  count(
    scope,
    '.closedNotRecorded',
    'closed, outcome not recorded',
    'Of those ended otherwise, those with a day on which they were closed and no outcome; they are not counted as resolved',
    END,
  ),
  count(scope, '.withdrawn', 'withdrawn', 'Those withdrawn; they stay in every other count', OUTCOME),
  count(scope, '.open', 'still open', 'Those still open on the day of this report', END),
];

/** Disputes that came back. */
const again = (scope: DisputeScope): Measure[] => [
  count(scope, '.reopened', 'reopened', 'Those opened again after they had ended', HERE),
  count(scope, '.reRaised', 're-raised', 'Those that raise the same matter for the same child again', HERE),
];

/** The records of the child, and of other agencies. */
const childAndAgencies = (scope: DisputeScope): Measure[] => [
  count(scope, '.childView', 'child’s view', 'Those in which the child’s view is on record', HERE),
  count(scope, '.childTold', 'child told', 'Those in which the child was told of it', HERE),
  count(scope, '.advocateOffered', 'advocate offered', 'Those in which the child was offered an advocate', HERE),
  count(
    scope,
    '.otherAgencies',
    'taken to another agency',
    'Those also taken to another agency, by that agency’s own policy',
    HERE,
  ),
];

/** Measures of the answers that were due and came in time. */
const answers = (scope: DisputeScope): Measure[] => [
  count(
    scope,
    '.answersDue',
    'answers due',
    'Answers given, and answers whose first due date passed without one, one for each round; a register’s row without an answer counts as late where the register has a column for the day of the answer',
    ANSWERS,
  ),
  count(
    scope,
    '.answeredInTime',
    'answered in time',
    'Answers given by the first due date, whatever extension came later',
    ANSWERS,
  ),
  share(
    scope,
    '.answeredInTimePercent',
    '.answeredInTime',
    '.answersDue',
    'answered in time, share',
    `Answers given by the first due date, of all answers due in ${BASES[scope]}`,
  ),
  count(
    scope,
    '.answeredInTimeWithExtensions',
    'answered by the date in force',
    'Answers given by the due date in force, extensions and earlier dates included',
    ANSWERS,
  ),
];
