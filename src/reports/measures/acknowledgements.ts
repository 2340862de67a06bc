import type { KeptFact } from '../coverage.js';
import { type Measure, workedOut } from './measure.js';

const ACKNOWLEDGED =
  'Counted by the date given (1 April to 31 March, London time), under the team of that day; withdrawn included.';

const acknowledgement = (
  part: string,
  label: string,
  definition: string,
  needs: readonly KeptFact[] = [],
): Measure => ({
  code: `acknowledgements${part}`,
  label,
  unit: 'count',
  definition: `${definition}.`,
  countedBy: ACKNOWLEDGED,
  registers: ['acknowledgement'],
  needs,
  from: { how: 'counted' },
});

/** Of practice acknowledgements, and of how many there are beside disputes. */
export const acknowledgementMeasures: readonly Measure[] = [
  acknowledgement(
    '',
    'Practice acknowledgements',
    'Acknowledgements given by anyone: IROs, conference chairs and others',
  ),
  acknowledgement('.children', 'Practice acknowledgements: children', 'Children on whose files they are, each once', [
    'child',
  ]),
  acknowledgement('.byIros', 'Practice acknowledgements: given by IROs', 'Those given from the post of an IRO'),
  acknowledgement(
    '.byConferenceChairs',
    'Practice acknowledgements: given by conference chairs',
    'Those given from the post of a conference chair',
  ),
  acknowledgement('.withdrawn', 'Practice acknowledgements: withdrawn', 'Those withdrawn; they stay in the total', [
    'withdrawal',
  ]),
  workedOut(
    {
      code: 'acknowledgementsPer100Disputes',
      label: 'Practice acknowledgements to 100 disputes (records)',
      unit: 'ratio',
      definition: 'Acknowledgements for every 100 disputes, informal and formal records together, one decimal place.',
    },
    { how: 'ratio', part: 'acknowledgements', whole: 'disputes', per: 100, decimals: 1 },
  ),
];
