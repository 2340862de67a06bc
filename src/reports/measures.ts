import type { RegisterKind } from '../register/events.js';

/** What an annual report can say, as data: each measure with its definition, and what it is worked out from. */
export interface Measure {
  readonly code: string;
  readonly label: string;
  readonly unit: 'count' | 'percent' | 'ratio';
  /** What is counted. */
  readonly definition: string;
  /** By which date, and who is included; null for what is worked out from other measures. */
  readonly countedBy: string | null;
  /** Registers that must cover the year; a measure made of others goes by theirs. */
  readonly registers: readonly RegisterKind[];
  readonly from: MeasureSource;
}

export type MeasureSource =
  /** Counted from rows. `here` measures are known only of time worked in the service itself: registers hold no such column. */
  | { readonly how: 'counted'; readonly here?: true }
  | { readonly how: 'sum'; readonly of: readonly string[] }
  | { readonly how: 'share'; readonly part: string; readonly whole: string }
  | {
      readonly how: 'ratio';
      readonly part: string;
      readonly whole: string;
      readonly per: number;
      readonly decimals: number;
    }
  /** Nothing in the service records it yet: only a published total can fill it. */
  | { readonly how: 'not-collected' };

const KIND_NAMES = { informal: 'Informal disputes', formal: 'Formal disputes', disputes: 'All disputes' } as const;
type DisputeScope = keyof typeof KIND_NAMES;

const RAISED =
  'Counted by the date raised (1 April to 31 March, London time), under the team of that day; voided left out, withdrawn included.';

const REGISTERS: Record<DisputeScope, readonly RegisterKind[]> = {
  informal: ['informal'],
  formal: ['formal'],
  disputes: ['informal', 'formal'],
};

/** Counted for informal and for formal; for all disputes together it is their sum. */
const count = (scope: DisputeScope, part: string, label: string, definition: string, here?: true): Measure => ({
  code: `${scope}${part}`,
  label: part === '' ? KIND_NAMES[scope] : `${KIND_NAMES[scope]}: ${label}`,
  unit: 'count',
  definition: `${definition}.`,
  countedBy: RAISED,
  registers: REGISTERS[scope],
  from:
    scope === 'disputes'
      ? { how: 'sum', of: [`informal${part}`, `formal${part}`] }
      : { how: 'counted', ...(here ? { here } : {}) },
});

const share = (
  scope: string,
  name: string,
  part: string,
  whole: string,
  label: string,
  definition: string,
): Measure => ({
  code: `${scope}${name}`,
  label: `${scope in KIND_NAMES ? KIND_NAMES[scope as DisputeScope] : scope}: ${label}`,
  unit: 'percent',
  definition: `${definition}, whole per cent rounded half up from the counts.`,
  countedBy: null,
  registers: [],
  from: { how: 'share', part: `${scope}${part}`, whole: `${scope}${whole}` },
});

const disputeMeasures = (scope: DisputeScope): Measure[] => [
  count(
    scope,
    '',
    '',
    scope === 'disputes'
      ? 'Informal and formal records together: an informal dispute that became formal is one of each. Records, not children'
      : `${scope === 'informal' ? 'Informal' : 'Formal'} disputes raised, whatever came of them; one may be about several children`,
  ),
  {
    ...count(scope, '.children', 'children', 'Children whom these disputes are about, each once'),
    from: { how: 'counted' },
  },
  count(scope, '.driftAndDelay', 'drift and delay', 'Those whose primary theme is in the group drift and delay (DD)'),
  share(
    scope,
    '.driftAndDelayPercent',
    '.driftAndDelay',
    '',
    'drift and delay, share',
    'Those with a primary theme of drift and delay, of all of them',
  ),
  count(scope, '.firstHalf', 'first half of the year', 'Those raised in quarters 1 and 2 (April to September)'),
  share(
    scope,
    '.firstHalfPercent',
    '.firstHalf',
    '',
    'first half of the year, share',
    'Those raised in quarters 1 and 2, of all of them',
  ),
  count(scope, '.resolved', 'resolved', 'Those resolved by the day of this report'),
  share(scope, '.resolvedPercent', '.resolved', '', 'resolved, share', 'Those resolved, of all of them'),
  count(scope, '.stalemate', 'stalemate', 'Those whose ladder ended with the IRO dissatisfied'),
  count(
    scope,
    '.endedOtherwise',
    'ended otherwise',
    'Those ended because the child left care or Cafcass carries it on',
  ),
  count(scope, '.withdrawn', 'withdrawn', 'Those withdrawn; they stay in every other count'),
  count(scope, '.open', 'still open', 'Those still open on the day of this report'),
  count(scope, '.reopened', 'reopened', 'Those opened again after they had ended', true),
  count(scope, '.reRaised', 're-raised', 'Those that raise the same matter for the same child again', true),
  count(
    scope,
    '.answersDue',
    'answers due',
    'Answers given, and answers whose first due date passed without one, one for each round',
  ),
  count(
    scope,
    '.answeredInTime',
    'answered in time',
    'Answers given by the first due date, whatever extension came later',
  ),
  share(
    scope,
    '.answeredInTimePercent',
    '.answeredInTime',
    '.answersDue',
    'answered in time, share',
    'Answers given by the first due date, of all answers due',
  ),
  count(
    scope,
    '.answeredInTimeWithExtensions',
    'answered by the date in force',
    'Answers given by the due date in force, extensions and earlier dates included',
  ),
];

const stageMeasures = (stage: number): Measure[] => {
  const scope = `formal.stage${stage}`;
  const counted = (part: string, label: string, definition: string): Measure => ({
    ...count('formal', '', '', definition),
    code: `${scope}${part}`,
    label: `Formal, stage ${stage}: ${label}`,
  });
  const shared = (name: string, part: string, whole: string, label: string, definition: string): Measure => ({
    ...share('formal', name, part, whole, label, definition),
    code: `${scope}${name}`,
    label: `Formal, stage ${stage}: ${label}`,
    from: { how: 'share', part: `${scope}${part}`, whole: whole === '' ? 'formal' : `${scope}${whole}` },
  });
  return [
    counted('', 'highest reached', `Formal disputes whose highest stage reached is ${stage}`),
    shared(
      '.percent',
      '',
      '',
      'highest reached, share',
      `Those whose highest stage is ${stage}, of all formal disputes`,
    ),
    counted('.settled', 'resolved there', `Formal disputes resolved with stage ${stage} as the highest reached`),
    counted('.answersDue', 'answers due', `Answers due at stage ${stage}, one for each round`),
    counted('.answeredInTime', 'answered in time', `Answers at stage ${stage} given by the first due date`),
    shared(
      '.answeredInTimePercent',
      '.answeredInTime',
      '.answersDue',
      'answered in time, share',
      `Answers given by the first due date, of all answers due at stage ${stage}; a register's row that went higher does not say which stage its answer belongs to`,
    ),
  ];
};

const ACKNOWLEDGED =
  'Counted by the date given (1 April to 31 March, London time), under the team of that day; withdrawn included.';

const acknowledgement = (part: string, label: string, definition: string): Measure => ({
  code: `acknowledgements${part}`,
  label,
  unit: 'count',
  definition: `${definition}.`,
  countedBy: ACKNOWLEDGED,
  registers: ['acknowledgement'],
  from: { how: 'counted' },
});

const hereOnly = (code: string, label: string, definition: string): Measure => ({
  code,
  label,
  unit: 'count',
  definition: `${definition}.`,
  countedBy: RAISED,
  registers: ['informal', 'formal'],
  from: { how: 'counted', here: true },
});

/** Every measure of a report whose ladders had so many stages. */
export const measuresFor = (stages: number): readonly Measure[] => [
  ...disputeMeasures('informal'),
  count(
    'informal',
    '.formalised',
    'became formal',
    'Informal disputes carried on as a formal one, which is counted as well',
    true,
  ),
  ...disputeMeasures('formal'),
  ...Array.from({ length: stages }, (_, index) => stageMeasures(index + 1)).flat(),
  ...disputeMeasures('disputes'),
  {
    ...hereOnly(
      'disputes.voided',
      'Disputes voided',
      'Raised in error or twice, by the date raised; in no other count',
    ),
    from: { how: 'counted' },
  },
  {
    ...hereOnly(
      'conversations',
      'Conversations that led to no dispute',
      'First contacts written down alone; not counted as informal disputes',
    ),
    countedBy: 'Counted by the day they spoke (1 April to 31 March), under the team of that day.',
  },
  {
    code: 'informalToFormal',
    label: 'Informal disputes to one formal',
    unit: 'ratio',
    definition: 'Informal disputes divided by formal ones, two decimal places.',
    countedBy: null,
    registers: [],
    from: { how: 'ratio', part: 'informal', whole: 'formal', per: 1, decimals: 2 },
  },
  acknowledgement(
    '',
    'Practice acknowledgements',
    'Acknowledgements given by anyone: IROs, conference chairs and others',
  ),
  acknowledgement('.children', 'Practice acknowledgements: children', 'Children on whose files they are, each once'),
  acknowledgement('.byIros', 'Practice acknowledgements: given by IROs', 'Those given from the post of an IRO'),
  acknowledgement(
    '.byConferenceChairs',
    'Practice acknowledgements: given by conference chairs',
    'Those given from the post of a conference chair',
  ),
  acknowledgement('.withdrawn', 'Practice acknowledgements: withdrawn', 'Those withdrawn; they stay in the total'),
  {
    code: 'acknowledgementsPer100Disputes',
    label: 'Practice acknowledgements to 100 disputes',
    unit: 'ratio',
    definition: 'Acknowledgements for every 100 disputes, informal and formal together, one decimal place.',
    countedBy: null,
    registers: [],
    from: { how: 'ratio', part: 'acknowledgements', whole: 'disputes', per: 100, decimals: 1 },
  },
  {
    code: 'records',
    label: 'Disputes and acknowledgements together',
    unit: 'count',
    definition: 'Every record of concern and of good practice, for councils that keep both on one form.',
    countedBy: null,
    registers: [],
    from: { how: 'sum', of: ['disputes', 'acknowledgements'] },
  },
  {
    code: 'records.goodPracticePercent',
    label: 'Good practice, share of all records',
    unit: 'percent',
    definition:
      'Acknowledgements, of all disputes and acknowledgements, whole per cent rounded half up from the counts.',
    countedBy: null,
    registers: [],
    from: { how: 'share', part: 'acknowledgements', whole: 'records' },
  },
  count(
    'informal',
    '.cafcassReferrals',
    'referred to Cafcass',
    'Informal disputes in which the case was referred to Cafcass',
    true,
  ),
  count(
    'formal',
    '.cafcassReferrals',
    'referred to Cafcass',
    'Formal disputes in which the case was referred to Cafcass',
    true,
  ),
  count('disputes', '.cafcassReferrals', 'referred to Cafcass', 'Disputes in which the case was referred to Cafcass'),
  {
    ...count(
      'formal',
      '.challengeMeetings',
      'taken to a challenge meeting',
      'Formal disputes whose register row says that there was a challenge meeting',
    ),
  },
  count('informal', '.extended', 'extended', 'Informal disputes with an extension granted', true),
  count('formal', '.extended', 'extended', 'Formal disputes with an extension granted', true),
  count(
    'formal',
    '.iroDissents',
    'resolved against the IRO’s view',
    'Formal disputes whose judges were satisfied and whose IRO was not',
    true,
  ),
  hereOnly('actions', 'Actions agreed', 'Actions agreed in disputes raised in the year'),
  hereOnly('actions.done', 'Actions done', 'Of these, actions done by the day of this report'),
  {
    code: 'actions.donePercent',
    label: 'Actions done, share',
    unit: 'percent',
    definition: 'Actions done, of the actions agreed, whole per cent rounded half up from the counts.',
    countedBy: null,
    registers: [],
    from: { how: 'share', part: 'actions.done', whole: 'actions' },
  },
  {
    code: 'midwayAudits',
    label: 'Mid-way audits',
    unit: 'count',
    definition: 'Checks between two reviews; kept outside this service.',
    countedBy: null,
    registers: [],
    from: { how: 'not-collected' },
  },
];

const MOST_STAGES = 9;
const CODES = new Set(measuresFor(MOST_STAGES).map(({ code }) => code));

/** Whether a note or a published total may be about it. */
export const isMeasure = (code: string): boolean => CODES.has(code);
