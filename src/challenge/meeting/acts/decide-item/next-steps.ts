import type { GoesOnTo } from '../../../../disputes/events.js';
import { postInWords } from '../../../../protocol/posts-in-words.js';
import type { DecideItem } from './decide-item.js';

/**
 * The tasks that a decision leaves for people. It is the answer, unless nobody sits in the meeting who may give it; but a meeting ends no
 * dispute, sends none up and refers none: those acts stay with their owners.
 * @param goesUp whether the ladder of the case leads to where it goes on to; null where nothing can be escalated, as for a theme
 * @param isAnswerDue the stage of the case waits for its answer after the decision as before it
 */
export const nextSteps = (
  { decision, goesOnTo }: Pick<DecideItem, 'decision' | 'goesOnTo'>,
  goesUp: boolean | null,
  isAnswerDue = false,
): { code: string; message: string }[] => {
  if (isAnswerDue && (decision === 'decided' || decision === 'decided-accepted')) return [STILL_TO_ANSWER];
  switch (decision) {
    case 'decided-not-accepted':
      return goesOnTo === null ? [] : goingOn(goesOnTo, goesUp);
    case 'decided':
      return [
        {
          code: 'iro-says',
          message: 'What was decided is the answer. The IRO is asked if they are satisfied, and says it in the case.',
        },
      ];
    case 'decided-accepted':
      return [
        {
          code: 'close-it',
          message: 'What was decided is the answer, and with the IRO’s view the verdict. The IRO now resolves it.',
        },
      ];
    case 'take-it-up':
      return [
        { code: 'escalate-it', message: 'Escalate the dispute to the challenge meeting’s stage, if it has one.' },
      ];
    default:
      return [];
  }
};

const STILL_TO_ANSWER = {
  code: 'answer-still-due',
  message:
    'What was decided is on record and is not the answer: nobody sits in this meeting who answers at the stage of the case, or above it. ' +
    'Those to whom it is addressed are asked for it as before, by the same date.',
};

const goingOn = (goesOnTo: GoesOnTo, goesUp: boolean | null): { code: string; message: string }[] => {
  const code = `goes-on-to-${goesOnTo}`;
  if (goesOnTo === 'cafcass') {
    const message =
      'The IRO now refers the case to Cafcass: the decision is the IRO’s own, and nobody can make or stop it.';
    return [{ code, message }];
  }
  if (goesUp === null) return [];
  if (goesUp) return [{ code, message: 'Escalate the dispute now, so that it has an addressee and a date there.' }];
  return [
    {
      code: 'no-stage-for-them',
      message:
        `There is no stage for ${postInWords(goesOnTo)} above the one it is at, so it cannot be escalated there. ` +
        'Put it to them directly, and add a note of what comes of it. The IRO then escalates it to a stage that there is, ' +
        'refers it to Cafcass, or records that no agreement was reached.',
    },
  ];
};
