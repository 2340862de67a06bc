import type { WorkOf } from './my-work.query.js';
import type { Work } from '../../work/matter.js';
import { themeShown } from '../../protocol/theme-shown.js';
import { saidOn } from '../../protocol/said-on.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import { dueInWords, whoOf } from '../escalations/escalations.text.js';
import { textTable } from '../text-table.js';

/** One person's work for people: what to do, in the order it is due, and what they wait for. */
export const myWorkText = (
  { name, work: { asAt, items, totals, waitingForOthers, actionsOfOthers } }: WorkOf,
  says: CouncilSays,
): string =>
  [
    `Work of ${name}, as at ${asAt}`,
    '',
    `${totals.toDo} to do · ${totals.late} late · ${totals.dueToday} due today`,
    '',
    textTable(
      [
        { heading: 'What to do' },
        { heading: 'Dispute' },
        { heading: 'Child' },
        { heading: 'Theme' },
        { heading: 'Stage' },
        { heading: 'Due' },
      ],
      items.map(({ what, reference, actionId, children, theme, ladder, stage, stageName, due, waiting, actingFor }) => [
        `${saidOn(ladder, says)(TO_DO[what])}${actingFor === null ? '' : ` (for ${actingFor.name ?? actingFor.id})`}`,
        actionId === null ? reference : `${reference} ${actionId}`,
        children.map(({ id, initials }) => initials ?? id).join(', '),
        theme === null ? '' : themeShown(theme, says.themes).label,
        stageName ?? (stage === null ? '' : String(stage)),
        dueInWords(due, waiting),
      ]),
    ),
    '',
    'Waiting for others',
    ...(waitingForOthers.length + actionsOfOthers.length === 0 ? ['- none'] : []),
    ...waitingForOthers.map(
      (row) => `- ${row.reference}: ${whoOf(row)} since ${row.stageBeganOn}, due ${dueInWords(row.due, row.waiting)}`,
    ),
    ...actionsOfOthers.map(
      ({ reference, actionId, who, due, waiting }) =>
        `- ${reference} ${actionId}: ${who.map(({ id, name }) => name ?? id).join('; ')} to do what was agreed, due ${dueInWords(due, waiting)}`,
    ),
  ].join('\n');

const TO_DO: Readonly<Record<Work, string>> = {
  acknowledge: 'Say that it has reached you',
  answer: 'Answer',
  judge: 'Judge the answer',
  'enter-answer': 'Ask the partner outside of the council for the answer, and enter it',
  decide: 'Decide where it goes from here',
  close: 'Resolve it, with what changed for the child',
  chase: 'No answer came: chase, or escalate',
  'decide-extension': 'Grant or refuse the later date asked for',
  'judge-late-answer': 'Judge the late answer of an earlier stage',
  'decide-send-back': 'Send it back as asked, or decide that it stays',
  action: 'Do what was agreed',
  'check-action': 'Check that the agreed action was done',
  agenda: 'Be ready for the meeting',
  'set-meeting-date': 'Set the day of the meeting that times this stage',
  'end-pause': 'Let the clock run on when the reason of its pause is over',
  'chase-cafcass': 'Cafcass has a referral: ask how it stands, and record its reply',
  'answer-cafcass': 'Cafcass asks for more: send it, and record that you have',
  'no-longer-with-cafcass': 'Cafcass does not continue it: reopen it, and say where it goes',
  reopen: 'It ended because of what was recorded by mistake: reopen it',
  'chase-agency': 'Another agency is to reply: ask it again when it is late',
  'look-again': 'Put it on an agenda again',
  'answer-recommendations': 'Agree or disagree with the recommendations',
  'decide-on-disagreement': 'Raise a dispute over the disagreement, or write why not',
  'decide-after-care': 'A child has died, left care or turned 18: decide what becomes of it',
  'answer-check': 'Answer the standards of this check',
  'decide-on-check': 'A standard is not met: raise it, or write why not',
  'hold-meeting': 'Hold the meeting, and write it up',
  'close-meeting': 'Close the meeting',
  'fill-seat': 'Somebody who sits in this meeting has left: say who sits in it',
  'decide-item-again': 'A decision of this meeting was taken back: decide on the item again',
  'look-again-at-theme': 'The meeting wanted to look at a theme again: put it on an agenda',
  'check-meeting-action': 'Check that what was agreed in the meeting was done',
  'meeting-action': 'Do what was agreed in the meeting',
  'answer-request-to-read': 'Somebody asks to read it: let them, or say why not',
  'choose-who-answers':
    'Nobody who is to answer, judge or decide about time may read it: add them, or name who answers',
  'find-a-judge': 'Its IRO gave the answer, and does not judge it: hand it over to another IRO',
  'fill-vacancy': 'Nobody holds the post that must act: see that somebody does',
  'hand-over': 'Whoever held it has left: hand it over',
  allocate: 'Theirs to allocate: nobody in office whose it is may read it',
  'allocate-child': 'A child has no IRO in office, or no team: say whose the child is',
  'agree-to-role': 'A role waits for a second person: agree or refuse',
  'sign-off-story': 'Sign a story of a report off',
  'check-report': 'Check what could be worked out from a report',
  'approve-report': 'Approve a report that is checked',
  'publish-report': 'Publish a report that is approved',
  'take-on': 'Take on this imported dispute',
  'waits-long': 'It has waited for the IRO without a date: ask how it stands',
  'look-at': 'Look at it: what it waits for could not be worked out',
};
