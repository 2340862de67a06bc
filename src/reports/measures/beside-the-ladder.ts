import { count, HERE, hereOnly, WHOLE_PER_CENT } from './counting.js';
import { type Measure, workedOut } from './measure.js';

/** The acts about a dispute beside its ladder, and the actions agreed in it. */
export const measuresBesideTheLadder: readonly Measure[] = [
  count(
    'informal',
    '.cafcassReferrals',
    'referred to Cafcass',
    'Informal disputes in which the case was referred to Cafcass',
    HERE,
  ),
  count(
    'formal',
    '.cafcassReferrals',
    'referred to Cafcass',
    'Formal disputes in which the case was referred to Cafcass',
    HERE,
  ),
  count('disputes', '.cafcassReferrals', 'referred to Cafcass', 'Disputes in which the case was referred to Cafcass'),
  count(
    'formal',
    '.challengeMeetings',
    'taken to a challenge meeting',
    'Formal disputes on which a challenge meeting has decided, or whose register says that there was one',
    { needs: ['challenge meeting'] },
  ),
  count('informal', '.extended', 'extended', 'Informal disputes with an extension granted', HERE),
  count('formal', '.extended', 'extended', 'Formal disputes with an extension granted', HERE),
  count(
    'formal',
    '.iroDissents',
    'resolved against the IRO’s view',
    'Formal disputes whose judges were satisfied and whose IRO was not',
    HERE,
  ),
  hereOnly('actions', 'Actions agreed', 'Actions agreed in disputes raised in the year'),
  hereOnly('actions.done', 'Actions done', 'Of these, actions done by the day of this report'),
  workedOut(
    {
      code: 'actions.donePercent',
      label: 'Actions done, share',
      unit: 'percent',
      definition: `Actions done, of the actions agreed, ${WHOLE_PER_CENT}.`,
    },
    { how: 'share', part: 'actions.done', whole: 'actions' },
  ),
];
