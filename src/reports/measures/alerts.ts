import { WHOLE_PER_CENT } from './counting.js';
import { type Measure, workedOut } from './measure.js';

/** Disputes and acknowledgements are added only for a council that keeps both on one form, and the sum bears a name of its own. */
export const alertMeasures: readonly Measure[] = [
  workedOut(
    {
      code: 'alerts',
      label: 'All alerts',
      unit: 'count',
      definition:
        'Disputes (informal and formal records) and practice acknowledgements, for this council keeps both on one form.',
    },
    { how: 'sum', of: ['disputes', 'acknowledgements'] },
  ),
  workedOut(
    {
      code: 'alerts.concern',
      label: 'All alerts: of concern',
      unit: 'count',
      definition: 'Of all alerts, the disputes, informal and formal records together.',
    },
    { how: 'sum', of: ['disputes'] },
  ),
  workedOut(
    {
      code: 'alerts.goodPractice',
      label: 'All alerts: of good practice',
      unit: 'count',
      definition: 'Of all alerts, the practice acknowledgements.',
    },
    { how: 'sum', of: ['acknowledgements'] },
  ),
  workedOut(
    {
      code: 'alerts.goodPracticePercent',
      label: 'All alerts: of good practice, share',
      unit: 'percent',
      definition: `Practice acknowledgements, of all alerts, ${WHOLE_PER_CENT}.`,
    },
    { how: 'share', part: 'acknowledgements', whole: 'alerts' },
  ),
];
