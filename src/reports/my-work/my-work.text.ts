import type { WorkOf } from './my-work.query.js';
import type { Work } from './work.js';
import { themeShown } from '../../protocol/theme-shown.js';
import { dueInWords, whoInWords } from '../escalations/escalations.text.js';
import { textTable } from '../text-table.js';

/** One person's work for people: what to do, in the order it is due, and what they wait for. */
export const myWorkText = ({ name, work: { asAt, items, totals, waitingForOthers } }: WorkOf): string =>
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
      items.map(({ what, reference, actionId, children, theme, stage, stageName, due, actingFor }) => [
        actingFor === null ? TO_DO[what] : `${TO_DO[what]} (for ${actingFor.name ?? actingFor.id})`,
        actionId === null ? reference : `${reference} ${actionId}`,
        children.map(({ id, initials }) => initials ?? id).join(', '),
        theme === null ? '' : themeShown(theme).label,
        stageName ?? (stage === null ? '' : String(stage)),
        dueInWords(due),
      ]),
    ),
    '',
    'Waiting for others',
    ...(waitingForOthers.length === 0
      ? ['- none']
      : waitingForOthers.map(
          ({ reference, who, due, stageBeganOn }) =>
            `- ${reference}: ${whoInWords(who)} since ${stageBeganOn}, due ${dueInWords(due)}`,
        )),
  ].join('\n');

const TO_DO: Readonly<Record<Work, string>> = {
  acknowledge: 'Say that it has reached you',
  answer: 'Answer',
  judge: 'Judge the answer',
  decide: 'Decide where it goes from here',
  close: 'Close it, with what changed for the child',
  chase: 'No answer came: chase, or escalate',
  'decide-extension': 'Grant or refuse the later date asked for',
  'decide-send-back': 'Send it back as asked, or decide that it stays',
  action: 'Do what was agreed',
  'check-action': 'Check that the agreed action was done',
  agenda: 'Be ready for the meeting',
  'chase-agency': 'Another agency is to reply: ask it again when it is late',
  'look-again': 'Put it on an agenda again',
  'answer-recommendations': 'Agree or disagree with the recommendations',
  'decide-on-disagreement': 'Raise a dispute over the disagreement, or write why not',
  'choose-who-answers': 'Nobody who must answer may read it: add them, or name who answers',
  'take-on': 'Take on this imported dispute',
  'look-at': 'Look at it: what it waits for could not be worked out',
};
