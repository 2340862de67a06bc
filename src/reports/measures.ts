import type { RegisterKind } from '../register/events.js';
import { MAIN_LADDER } from '../protocol/protocol.js';
import type { KeptFact } from './coverage.js';

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
  /** Facts that a register must have kept, so that a count from its rows says something; none for what every row has. */
  readonly needs: readonly KeptFact[];
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
    };

const KIND_NAMES = {
  informal: 'Informal disputes',
  formal: 'Formal disputes',
  disputes: 'All disputes (records)',
} as const;
type DisputeScope = keyof typeof KIND_NAMES;

const RAISED =
  'Counted by the date raised (1 April to 31 March, London time), under the team of that day; voided left out, withdrawn included.';

const REGISTERS: Record<DisputeScope, readonly RegisterKind[]> = {
  informal: ['informal'],
  formal: ['formal'],
  disputes: ['informal', 'formal'],
};

/** Counted for informal and for formal; for all disputes together it is their sum. */
const count = (
  scope: DisputeScope,
  part: string,
  label: string,
  definition: string,
  known: { readonly here?: true; readonly needs?: readonly KeptFact[] } = {},
): Measure => ({
  code: `${scope}${part}`,
  label: part === '' ? KIND_NAMES[scope] : `${KIND_NAMES[scope]}: ${label}`,
  unit: 'count',
  definition: `${definition}.`,
  countedBy: RAISED,
  registers: REGISTERS[scope],
  needs: known.needs ?? [],
  from:
    scope === 'disputes'
      ? { how: 'sum', of: [`informal${part}`, `formal${part}`] }
      : { how: 'counted', ...(known.here ? { here: true } : {}) },
});

const HERE = { here: true } as const;
const OUTCOME = { needs: ['outcome'] } as const;
const END = { needs: ['end'] } as const;
const ANSWERS = { needs: ['answer due', 'answer date'] } as const;

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
  needs: [],
  from: { how: 'share', part: `${scope}${part}`, whole: `${scope}${whole}` },
});

/** What a share is a share of, in words. */
const BASES: Record<DisputeScope, string> = {
  informal: 'informal disputes of the year',
  formal: 'formal disputes of the year',
  disputes: 'disputes of the year, informal and formal records together',
};

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
    'Those ended because the child left care or Cafcass carries it on, and those closed of which nobody wrote how',
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
  count(scope, '.reopened', 'reopened', 'Those opened again after they had ended', HERE),
  count(scope, '.reRaised', 're-raised', 'Those that raise the same matter for the same child again', HERE),
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

/** A ladder beside the main one, with the number of its stages. */
export interface LadderCounted {
  readonly code: string;
  readonly name: string;
  readonly stages: number;
}

/** What the stages of a ladder are counted under: `formal`, or of another ladder than the main one `formal.child-protection`. */
export const scopeOfLadder = (ladder: string): string => (ladder === MAIN_LADDER ? 'formal' : `formal.${ladder}`);

const stageMeasures = (stage: number, ladder?: LadderCounted): Measure[] => {
  const scope = `${scopeOfLadder(ladder?.code ?? MAIN_LADDER)}.stage${stage}`;
  const at = ladder === undefined ? `${stage}` : `${stage} of ${ladder.name}`;
  const counted = (part: string, label: string, definition: string, needs: readonly KeptFact[]): Measure => ({
    ...count('formal', '', '', definition, { needs: ['stage', ...needs] }),
    code: `${scope}${part}`,
    label: `Formal, stage ${at}: ${label}`,
  });
  const shared = (name: string, part: string, whole: string, label: string, definition: string): Measure => ({
    ...share('formal', name, part, whole, label, definition),
    code: `${scope}${name}`,
    label: `Formal, stage ${at}: ${label}`,
    from: { how: 'share', part: `${scope}${part}`, whole: whole === '' ? 'formal' : `${scope}${whole}` },
  });
  return [
    counted('', 'highest reached', `Formal disputes whose highest stage reached is ${at}`, []),
    shared('.percent', '', '', 'highest reached, share', `Those whose highest stage is ${at}, of all ${BASES.formal}`),
    counted('.settled', 'resolved there', `Formal disputes resolved with stage ${at} as the highest reached`, [
      'outcome',
    ]),
    counted('.answersDue', 'answers due', `Answers due at stage ${at}, one for each round`, ANSWERS.needs),
    counted('.answeredInTime', 'answered in time', `Answers at stage ${at} given by the first due date`, ANSWERS.needs),
    shared(
      '.answeredInTimePercent',
      '.answeredInTime',
      '.answersDue',
      'answered in time, share',
      `Answers given by the first due date, of all answers due at stage ${at}; a register's row that went higher does not say which stage its answer belongs to`,
    ),
  ];
};

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

const hereOnly = (code: string, label: string, definition: string): Measure => ({
  code,
  label,
  unit: 'count',
  definition: `${definition}.`,
  countedBy: RAISED,
  registers: ['informal', 'formal'],
  needs: [],
  from: { how: 'counted', here: true },
});

/** Counted from what was recorded here, whatever registers there are of disputes. */
const recordedHere = (code: string, label: string, definition: string, countedBy: string): Measure => ({
  code,
  label,
  unit: 'count',
  definition: `${definition}.`,
  countedBy,
  registers: [],
  needs: [],
  from: { how: 'counted', here: true },
});

const CHECKED = 'Counted by the day of the check (1 April to 31 March), up to the day of this report.';
const CHECKS = {
  midwayAudits: ['Mid-way audits', 'Checks midway between two reviews'],
  preparationChecks: ['Preparation checks', 'Checks in preparation for a review'],
  post18Assessments: ['Needs assessments after 18', 'Assessments of young people after 18'],
} as const;

const checkMeasures: readonly Measure[] = [
  ...Object.entries(CHECKS).flatMap(([code, [label, definition]]) => [
    recordedHere(code, label, `${definition}, whether or not every standard has been answered`, CHECKED),
    recordedHere(
      `${code}.unfinished`,
      `${label}: not finished`,
      'Of these, those with a standard that nobody has answered',
      CHECKED,
    ),
  ]),
  recordedHere('standardsNotMet', 'Standards not met', 'Standards found not to be met in any of these checks', CHECKED),
  recordedHere(
    'standardsNotMet.raised',
    'Standards not met: raised as a dispute',
    'Of these, those about which a dispute was raised from the check',
    CHECKED,
  ),
  recordedHere(
    'standardsNotMet.notRaised',
    'Standards not met: reason written not to raise',
    'Of these, those about which the IRO wrote why no dispute was raised',
    CHECKED,
  ),
  recordedHere(
    'standardsNotMet.undecided',
    'Standards not met: not decided yet',
    'Of these, those with neither a dispute nor a reason',
    CHECKED,
  ),
  recordedHere(
    'challengeItems',
    'Challenge meetings: items dealt with',
    'Cases and themes on which a challenge meeting has decided; meetings that track cases before it are left out',
    'Counted by the day of the meeting (1 April to 31 March).',
  ),
];

/** Disputes and acknowledgements are added only for a council that keeps both on one form, and the sum bears a name of its own. */
const ALERTS: readonly Measure[] = [
  {
    code: 'alerts',
    label: 'All alerts',
    unit: 'count',
    definition:
      'Disputes (informal and formal records) and practice acknowledgements, for this council keeps both on one form.',
    countedBy: null,
    registers: [],
    needs: [],
    from: { how: 'sum', of: ['disputes', 'acknowledgements'] },
  },
  {
    code: 'alerts.concern',
    label: 'All alerts: of concern',
    unit: 'count',
    definition: 'Of all alerts, the disputes, informal and formal records together.',
    countedBy: null,
    registers: [],
    needs: [],
    from: { how: 'sum', of: ['disputes'] },
  },
  {
    code: 'alerts.goodPractice',
    label: 'All alerts: of good practice',
    unit: 'count',
    definition: 'Of all alerts, the practice acknowledgements.',
    countedBy: null,
    registers: [],
    needs: [],
    from: { how: 'sum', of: ['acknowledgements'] },
  },
  {
    code: 'alerts.goodPracticePercent',
    label: 'All alerts: of good practice, share',
    unit: 'percent',
    definition: 'Practice acknowledgements, of all alerts, whole per cent rounded half up from the counts.',
    countedBy: null,
    registers: [],
    needs: [],
    from: { how: 'share', part: 'acknowledgements', whole: 'alerts' },
  },
];

/** What is counted only where the protocol has it. */
export interface CountedBesides {
  /** Ladders beside the main one. */
  readonly ladders?: readonly LadderCounted[];
  /** Whether some stage counts as pre-formal. */
  readonly hasPreFormal?: boolean;
}

/**
 * Every measure of a report whose main ladder had so many stages.
 * @param oneForm whether the council keeps disputes and acknowledgements on one form
 */
export const measuresFor = (
  stages: number,
  oneForm: boolean,
  { ladders = [], hasPreFormal = false }: CountedBesides = {},
): readonly Measure[] => [
  ...(oneForm ? ALERTS : []),
  ...disputeMeasures('informal'),
  count(
    'informal',
    '.formalised',
    'became formal',
    'Informal disputes carried on as a formal one, which is counted as well',
    HERE,
  ),
  ...(hasPreFormal
    ? [
        count(
          'informal',
          '.preFormal',
          'pre-formal',
          'Informal disputes that have reached a stage which the protocol counts as pre-formal, and none that it counts as formal',
          HERE,
        ),
      ]
    : []),
  ...disputeMeasures('formal'),
  ...Array.from({ length: stages }, (_, index) => stageMeasures(index + 1)).flat(),
  ...ladders.flatMap((ladder) =>
    Array.from({ length: ladder.stages }, (_, index) => stageMeasures(index + 1, ladder)).flat(),
  ),
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
    needs: [],
    from: { how: 'ratio', part: 'informal', whole: 'formal', per: 1, decimals: 2 },
  },
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
  {
    code: 'acknowledgementsPer100Disputes',
    label: 'Practice acknowledgements to 100 disputes (records)',
    unit: 'ratio',
    definition: 'Acknowledgements for every 100 disputes, informal and formal records together, one decimal place.',
    countedBy: null,
    registers: [],
    needs: [],
    from: { how: 'ratio', part: 'acknowledgements', whole: 'disputes', per: 100, decimals: 1 },
  },
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
  {
    ...count(
      'formal',
      '.challengeMeetings',
      'taken to a challenge meeting',
      'Formal disputes on which a challenge meeting has decided, or whose register says that there was one',
      { needs: ['challenge meeting'] },
    ),
  },
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
  {
    code: 'actions.donePercent',
    label: 'Actions done, share',
    unit: 'percent',
    definition: 'Actions done, of the actions agreed, whole per cent rounded half up from the counts.',
    countedBy: null,
    registers: [],
    needs: [],
    from: { how: 'share', part: 'actions.done', whole: 'actions' },
  },
  ...checkMeasures,
];

const MOST_STAGES = 9;
const EVERY_MEASURE = measuresFor(MOST_STAGES, true, { hasPreFormal: true });
const CODES = new Set(EVERY_MEASURE.map(({ code }) => code));

/** Each count that is a part of another, as the shares say. */
export const SHARES_OF_COUNTS: readonly { readonly part: string; readonly whole: string }[] = EVERY_MEASURE.flatMap(
  ({ from }) => (from.how === 'share' ? [{ part: from.part, whole: from.whole }] : []),
);

export const isShare = (code: string): boolean =>
  EVERY_MEASURE.some((measure) => measure.code === onAnyLadder(code) && measure.unit === 'percent');

/** The measure of a stage of another ladder as that of the same stage of the main one. */
const onAnyLadder = (code: string): string => code.replace(/^formal\.[a-z0-9]+(?:-[a-z0-9]+)*\.(?=stage\d)/, 'formal.');

/** Whether a note or a published total may be about it. */
export const isMeasure = (code: string): boolean => CODES.has(onAnyLadder(code));
