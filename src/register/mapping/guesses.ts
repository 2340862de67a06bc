import type { Holds } from '../check/on-record.js';
import type { AcknowledgementField, DisputeField } from './fields.js';

/** How councils commonly word things, for the starter mapping only: a person reads it and decides. The first that fits is taken. */
type Guesses<Meaning extends string> = readonly (readonly [Meaning, RegExp])[];

const DISPUTE_HEADINGS: Guesses<DisputeField> = [
  ['impact words', /^impact in the council/],
  ['impact', /impact|difference/],
  ['manager', /manager/],
  ['outcome words', /^outcome in the council/],
  ['date resolved', /resolved|closed|closure|date ended/],
  ['challenge meeting', /challenge/],
  ['answered', /(response|reply|answer|responded).*(date|on$)|date.*(response|reply|answer)|^answered|^responded/],
  ['due', /due|deadline|target|reply by|respond by/],
  ['spoke first', /spoke|phoned|call|discussed/],
  ['date raised', /date (raised|opened|of alert|of dispute|sent|started)|raised( on)?$|^opened|^date$|alert date/],
  ['kind', /^type|^kind|formal|level of (alert|dispute)/],
  ['stage', /stage/],
  ['theme', /theme|category|practice area|^reason|^issue/],
  ['concern', /concern|detail|narrative|description|summary/],
  ['answer', /response|reply|answer|agree/],
  ['outcome', /outcome|result|status/],
  ['iro', /\biro\b|reviewing officer|raised by|\bchair/],
  ['team', /team|service/],
  ['child', /child|young person|\byp\b|person id|record (no|number)/],
  ['reference', /^ref|reference|number|^no\b|^id$|\bid$/],
];
const ACKNOWLEDGEMENT_HEADINGS: Guesses<AcknowledgementField> = [
  ['what was good', /good|what they did|detail|description|narrative|why/],
  ['date', /date|given on/],
  ['giver', /\biro\b|given by|giver|chair|reviewing officer/],
  ['theme', /theme|category|practice/],
  ['team', /team|service/],
  ['child', /child|young person|\byp\b|record (no|number)/],
  ['reference', /^ref|reference|number|^no\b|\bid$/],
];
const ACKNOWLEDGEMENT_FILE = /good|acknowledge|praise|compliment|^practice$/;

/** What a file seems to hold, by its headings. */
export const guessHolds = (headings: readonly string[]): Holds =>
  headings.some((heading) => ACKNOWLEDGEMENT_FILE.test(heading.toLowerCase())) ? 'acknowledgements' : 'disputes';

/** The field that each heading seems to be; no field twice. */
export const guessFields = (holds: Holds, headings: readonly string[]): Map<string, string> => {
  const guesses: Guesses<string> = holds === 'disputes' ? DISPUTE_HEADINGS : ACKNOWLEDGEMENT_HEADINGS;
  const fields = new Map<string, string>();
  for (const heading of headings) {
    const free = guesses.filter(([field]) => !fields.has(field));
    const field = guess(free, heading);
    if (field !== undefined) fields.set(field, heading);
  }
  return fields;
};

const KINDS: Guesses<string> = [
  ['informal', /informal|\binf\b|^i$/],
  ['formal', /formal|^f$/],
];
const ANSWERS: Guesses<string> = [
  ['partly', /part/],
  ['disagree', /not agree|disagree|not accept|reject|refus|^no?$/],
  ['agree', /agree|accept|^y(es)?$/],
];
const OUTCOMES: Guesses<string> = [
  ['UNRES', /unresolved|not resolved|dissatisf|stalemate|no agreement/],
  ['RES-ACT', /action/],
  ['RES-PART', /part/],
  ['WDRAWN', /withdr/],
  ['VOID', /void|error|duplicate/],
  ['TO-CAF', /cafcass/],
  ['ENDED-CARE', /left care|ended|adopted|turned 18|no longer looked/],
  ['open', /ongoing|open|progress|await|outstanding/],
  ['RES-FULL', /resolved|closed|settled|satisf|complete/],
];
const STAGES: Guesses<string> = [
  ['0', /informal|^0$/],
  ['1', /\b1\b|first|one/],
  ['2', /\b2\b|second|two/],
  ['3', /\b3\b|third|three/],
  ['4', /\b4\b|fourth|four/],
  ['5', /\b5\b|fifth|five/],
];
const YES_OR_NO: Guesses<string> = [
  ['yes', /^(y|yes|true|1)$/],
  ['no', /^(n|no|false|0)$/],
];
const IMPACTS: Guesses<string> = [
  ['plan-moving', /plan/],
  ['contact-restored', /family time|contact/],
  ['service-started', /referral|service|therapy|started/],
  ['placement-changed-or-secured', /placement|home|match/],
  ['legal-step-taken', /legal|court|application|order/],
  ['record-corrected', /record/],
  ['child-informed-or-heard', /heard|informed|told|wishes/],
  ['no-change-yet', /no change/],
  ['not-known', /not known|unknown/],
];
const THEMES: Guesses<string> = [
  ['DD', /drift|delay|timel/],
  ['CONS', /consult|not told|notif/],
  ['EDUC', /educ|\bpep\b|school/],
  ['EMOT', /emotional|mental|wellbeing|camhs/],
  ['HEALTH', /health|dental|sdq/],
  ['LIFE', /life (story|journey)|identity/],
  ['FAMILY', /family|contact|sibling/],
  ['VISIT', /visit/],
  ['PATH', /pathway|leaving care|transition/],
  ['REPORT', /report/],
  ['MGMT', /management|oversight|supervision/],
  ['PLACE', /placement|home|stability/],
  ['EDI', /equal|divers|discriminat/],
  ['RIGHTS', /rights/],
  ['RISK', /risk|missing|exploit|safety/],
  ['VOICE', /voice|wishes|advoca|participat/],
  ['ALLOC', /allocat|change of worker/],
  ['LEGAL', /legal|section 20|\bs20\b/],
  ['RECORD', /record|chronolog|minutes/],
  ['RESOURCE', /resource|fund/],
  ['AGENCY', /agency|partner/],
  ['PLAN', /plan/],
  ['PRACT', /practice/],
  ['OTHER', /other/],
];
const ACKNOWLEDGEMENT_THEMES: Guesses<string> = [
  ['PA-VOICE', /voice|wishes|participat/],
  ['PA-DIRECT', /direct/],
  ['PA-REPORT', /report|record/],
  ['PA-PARTNER', /partner|multi/],
  ['PA-LIFE', /life|identity/],
  ['PA-TRANS', /transition|move/],
  ['PA-PERM', /permanen|adopt/],
  ['PA-SIB', /sibling|brother|sister/],
  ['PA-PERSIST', /persist|further|extra mile/],
  ['PA-MGMT', /manage|leader|supervis/],
  ['PA-PLAN', /plan/],
  ['PA-OTHER', /other/],
];

/** Word sections of a mapping: the fields whose cells they explain, and what their words may mean. */
export const WORD_GUESSES = {
  kinds: { holds: 'disputes', fields: ['kind'], guesses: KINDS },
  themes: { holds: 'disputes', fields: ['theme'], guesses: THEMES },
  'acknowledgement themes': { holds: 'acknowledgements', fields: ['theme'], guesses: ACKNOWLEDGEMENT_THEMES },
  answers: { holds: 'disputes', fields: ['answer'], guesses: ANSWERS },
  stages: { holds: 'disputes', fields: ['stage'], guesses: STAGES },
  outcomes: { holds: 'disputes', fields: ['outcome'], guesses: OUTCOMES },
  impacts: { holds: 'disputes', fields: ['impact'], guesses: IMPACTS },
  'yes or no': { holds: 'disputes', fields: ['spoke first', 'challenge meeting'], guesses: YES_OR_NO },
} as const;
export type WordSection = keyof typeof WORD_GUESSES;

export const guessMeaning = (section: WordSection, word: string): string | undefined =>
  guess(WORD_GUESSES[section].guesses, word);

const guess = <Meaning extends string>(guesses: Guesses<Meaning>, written: string): Meaning | undefined => {
  const plain = written.trim().replace(/\s+/g, ' ').toLowerCase();
  const itself = guesses.find(([meaning]) => meaning.toLowerCase() === plain);
  return (itself ?? guesses.find(([, pattern]) => pattern.test(plain)))?.[0];
};
