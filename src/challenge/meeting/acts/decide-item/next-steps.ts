import type { DecideItem } from './decide-item.js';

/**
 * What a decision leaves for people to do. It is the answer; but a meeting ends no dispute, sends none up and refers none: those acts stay
 * with whoever they belong to.
 */
export const nextSteps = ({
  decision,
  goesOnTo,
}: Pick<DecideItem, 'decision' | 'goesOnTo'>): { code: string; message: string }[] => {
  switch (decision) {
    case 'decided-not-accepted':
      return [
        {
          code: `goes-on-to-${goesOnTo ?? 'nobody'}`,
          message:
            goesOnTo === 'cafcass'
              ? 'The IRO now refers the case to Cafcass: the decision is the IRO’s own, and nobody can make or stop it.'
              : 'Escalate the dispute now, so that it has an addressee and a date there.',
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
