import { acknowledgementMeasures } from './measures/acknowledgements.js';
import { alertMeasures } from './measures/alerts.js';
import { measuresBesideTheLadder } from './measures/beside-the-ladder.js';
import { measuresOfChecksAndMeetings } from './measures/checks-and-meetings.js';
import { count, HERE, hereOnly } from './measures/counting.js';
import { disputeMeasures } from './measures/disputes.js';
import { type Measure, workedOut } from './measures/measure.js';
import { type LadderCounted, stageMeasures } from './measures/stages.js';

export type { Measure } from './measures/measure.js';
export { type LadderCounted, scopeOfLadder } from './measures/stages.js';

/** The measures that exist only if the protocol has their subject. */
export interface CountedBesides {
  /** Ladders beside the main one. */
  readonly ladders?: readonly LadderCounted[];
  /** Whether some stage counts as pre-formal. */
  readonly hasPreFormal?: boolean;
}

/**
 * Every measure of a report whose main ladder had so many stages, in the order in which they are printed.
 * @param oneForm whether the council keeps disputes and acknowledgements on one form
 */
export const measuresFor = (
  stages: number,
  oneForm: boolean,
  { ladders = [], hasPreFormal = false }: CountedBesides = {},
): readonly Measure[] => [
  ...(oneForm ? alertMeasures : []),
  ...disputeMeasures('informal'),
  BECAME_FORMAL,
  ...(hasPreFormal ? [PRE_FORMAL] : []),
  ...disputeMeasures('formal'),
  ...Array.from({ length: stages }, (_, index) => stageMeasures(index + 1)).flat(),
  ...ladders.flatMap((ladder) =>
    Array.from({ length: ladder.stages }, (_, index) => stageMeasures(index + 1, ladder)).flat(),
  ),
  ...disputeMeasures('disputes'),
  VOIDED,
  CONVERSATIONS,
  INFORMAL_TO_FORMAL,
  ...acknowledgementMeasures,
  ...measuresBesideTheLadder,
  ...measuresOfChecksAndMeetings,
];

const BECAME_FORMAL: Measure = {
  ...count(
    'informal',
    '.formalised',
    'became formal',
    'Informal disputes continued as a formal one, which is counted as well',
  ),
  from: { how: 'counted', here: true, anEnd: true },
};

const PRE_FORMAL = count(
  'informal',
  '.preFormal',
  'not yet formal',
  'Informal disputes that have reached a stage which the protocol does not count as formal yet',
  HERE,
);

const VOIDED: Measure = {
  ...hereOnly('disputes.voided', 'Disputes voided', 'Raised in error or twice, by the date raised; in no other count'),
  from: { how: 'counted' },
};

const CONVERSATIONS: Measure = {
  ...hereOnly(
    'conversations',
    'Conversations that led to no dispute',
    'First contacts written down alone; not counted as informal disputes',
  ),
  countedBy: 'Counted by the day they spoke (1 April to 31 March), under the team of that day.',
};

const INFORMAL_TO_FORMAL = workedOut(
  {
    code: 'informalToFormal',
    label: 'Informal disputes to one formal',
    unit: 'ratio',
    definition: 'Informal disputes divided by formal ones, two decimal places.',
  },
  { how: 'ratio', part: 'informal', whole: 'formal', per: 1, decimals: 2 },
);

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

/**
 * The figures that are worked out from what was recorded in the service alone, as the report names them, without their kind: of a register
 * they are never known.
 */
export const figuresOfTheService = (): readonly string[] => [
  ...new Set(EVERY_MEASURE.filter(isOfTheService).map(nameWithoutKind)),
];

const isOfTheService = ({ from, needs, code }: Measure): boolean =>
  (from.how === 'counted' && from.here === true) || needs.includes('withdrawal') || GIVEN_FROM_A_POST.includes(code);

/** No register has a column for the post of who gave an acknowledgement. */
const GIVEN_FROM_A_POST = ['acknowledgements.byIros', 'acknowledgements.byConferenceChairs'];

/** `answers due` of `Formal disputes: answers due`; of an acknowledgement, `acknowledgements withdrawn`. */
export const nameWithoutKind = ({ code, label }: Pick<Measure, 'code' | 'label'>): string => {
  const [kind, ...rest] = label.split(': ');
  const name = (rest.length === 0 ? kind! : rest.join(': ')).replace(/, share$/, '');
  if (code.startsWith('acknowledgements.')) return `acknowledgements ${name}`;
  return /^(standardsNotMet|.*\.unfinished$)/.test(code) ? lowered(kind!) : lowered(name);
};

const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
