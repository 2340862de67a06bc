import type { Holds } from '../check/on-record.js';
import type { AcknowledgementField, DisputeField } from './fields.js';
import { guess, type Guesses, phrases, plain, THING } from './phrases.js';

/** The names of a record in the heading of the day on which it begins: an escalation or a challenge has other days. */
const RAISED = '(?:drp|dispute|alert|qa|concern|practice alert)';
/** Systems that keep the records of children. */
const SYSTEM =
  '(?:mosaic|lcs|ics|liquid ?logic|care ?director|care ?first|azeus|framework ?i|eclipse|core ?plus|swift|client|person|case system|social care system)';
const NUMBER = '(?:id|no|nos|number|numbers|ref|reference|record|record no|record number|id no|id number)';
const CHILD = "(?:child|children|children's|childs|child's|young person|young person's|yp|yp's|cyp|service user)";
const ANSWER =
  "(?:response|reply|answer|manager's response|manager's reply|manager response|managers response|tm response)";

const DISPUTE_HEADINGS: Guesses<DisputeField> = [
  ['impact words', phrases("impact in the council[’']s words")],
  ['outcome words', phrases("outcome in the council[’']s words")],
  ['siblings', phrases('siblings?', 'sibling (?:group|set|ref|reference|group ref|group id)', 'family group')],
  [
    'reference',
    phrases(
      'reference',
      'reference (?:no|number)',
      'ref',
      'refs',
      'ref (?:no|number|id)',
      'unique (?:ref|reference|id|no|number)',
      `${THING} (?:id|no|number|ref|reference|ref no|reference no|reference number)`,
      'log (?:no|number|ref)',
      'our ref',
    ),
  ],
  ['child', phrases(`${CHILD} ${NUMBER}`, `${SYSTEM} ${NUMBER}`, `${CHILD} ${SYSTEM} ${NUMBER}`, `record ${NUMBER}`)],
  ['manager', phrases('team manager', 'team manager name', 'name of (?:team )?manager', 'responsible manager')],
  [
    'iro',
    phrases(
      'iro',
      'iro name',
      'name of iro',
      'reviewing officer',
      'independent reviewing officer',
      'iro/chair',
      'iro / chair',
      'raised by \\(iro\\)',
    ),
  ],
  ['team', phrases('team', 'team name', 'team/service', 'team / service', 'social work team', 'responsible team')],
  [
    'kind',
    phrases(
      'type',
      'kind',
      `type of ${THING}`,
      `${THING} type`,
      'formal/informal',
      'informal/formal',
      'formal or informal',
      'informal or formal',
      `level of ${THING}`,
    ),
  ],
  [
    'date raised',
    phrases(
      'date raised',
      'raised on',
      'date opened',
      'opened on',
      'date sent',
      'date started',
      `date (?:of )?${RAISED}`,
      `${RAISED} date`,
      `date ${RAISED} (?:raised|sent|opened)`,
    ),
  ],
  [
    'theme',
    phrases(
      'theme',
      'themes',
      'main theme',
      'primary theme',
      `reason for ${THING}`,
      `theme of ${THING}`,
      `${THING} theme`,
    ),
  ],
  [
    'concern',
    phrases(
      'concern',
      'concerns',
      `(?:details?|description|summary) of (?:the )?${THING}`,
      'what we saw',
      'concern raised',
    ),
  ],
  [
    'spoke first',
    phrases(
      'spoke first\\??',
      'discussed first\\??',
      'phoned first\\??',
      'spoken to first\\??',
      'discussed (?:beforehand|before raising)\\??',
    ),
  ],
  [
    'due',
    phrases(
      'due',
      'due date',
      'date due',
      `${ANSWER} due`,
      `${ANSWER} due (?:date|by|on)`,
      `date ${ANSWER} due`,
      'deadline',
      'target',
      'target date',
      'reply by',
      'respond by',
      'respond by date',
      'answer due',
    ),
  ],
  [
    'answered',
    phrases(
      'answered',
      'answered on',
      'responded',
      'responded on',
      'replied',
      'replied on',
      `${ANSWER} date`,
      `date ${ANSWER}`,
      `date of ${ANSWER}`,
      `${ANSWER} received`,
      `date ${ANSWER} received`,
      'date answered',
      'date responded',
      'date replied',
      `${ANSWER} (?:received )?on`,
    ),
  ],
  ['answer', phrases(ANSWER, 'agreed\\??', 'agreed/not agreed', 'agree/disagree', 'manager says')],
  ['stage', phrases('stage', 'stage reached', 'highest stage', 'highest stage reached', 'final stage')],
  ['challenge meeting', phrases('challenge meeting\\??', 'challenge meeting held\\??')],
  ['outcome', phrases('outcome', 'final outcome')],
  [
    'date resolved',
    phrases(
      'date resolved',
      'resolved on',
      'resolution date',
      'date of resolution',
      'closed on',
      'date closed',
      'closure date',
      'closing date',
      'date of closure',
      'date ended',
      'ended on',
    ),
  ],
  [
    'impact',
    phrases(
      'impact',
      'impact (?:for|on) (?:the )?child',
      'impact (?:for|on) (?:the )?young person',
      'impact for the child',
    ),
  ],
];
const ACKNOWLEDGEMENT_HEADINGS: Guesses<AcknowledgementField> = [
  [
    'what was good',
    phrases(
      'what was good',
      'good practice',
      'what they did',
      'detail',
      'details',
      'description',
      'narrative',
      'why',
      'what they did well',
      'what went well',
    ),
  ],
  ['date', phrases('date', 'date given', 'given on', 'given', 'date raised', 'date of acknowledgement')],
  [
    'giver',
    phrases(
      'iro',
      'iro name',
      'name of iro',
      'given by',
      'giver',
      'chair',
      'reviewing officer',
      'independent reviewing officer',
      'raised by',
    ),
  ],
  ['theme', phrases('theme', 'category', 'practice', 'practice area', 'kind of practice')],
  ['team', phrases('team', 'team name', 'service', 'social work team')],
  ['child', phrases(`${CHILD} ${NUMBER}`, `${SYSTEM} ${NUMBER}`, `record ${NUMBER}`)],
  [
    'reference',
    phrases(
      'reference',
      'reference (?:no|number)',
      'ref',
      'ref (?:no|number|id)',
      '(?:pa|acknowledgement|good practice|praise|compliment) (?:id|no|number|ref|reference)',
      'unique (?:ref|reference|id)',
    ),
  ],
];
/** Headings that say less, taken if no heading says more. */
const FALLBACKS: Record<Holds, Guesses<string>> = {
  disputes: [
    ['reference', phrases('id', 'id no', 'id number', 'no', 'number')],
    ['child', phrases(CHILD)],
    ['manager', phrases('manager', 'tm')],
    ['iro', phrases('raised by', 'chair')],
    ['team', phrases('service', 'addressed to', 'locality')],
    ['date raised', phrases('date', 'raised', 'sent', 'opened', 'started')],
    ['theme', phrases('category', 'practice area', 'reason', 'issue')],
    ['concern', phrases('details?', 'narrative', 'description', 'summary')],
    ['outcome', phrases('result', 'status', 'resolution')],
    ['date resolved', phrases('resolved', 'closed')],
  ],
  acknowledgements: [
    ['reference', phrases('id', 'id no', 'id number', 'no', 'number')],
    ['child', phrases(CHILD)],
    ['team', phrases('service', 'locality')],
  ],
};

const ACKNOWLEDGEMENT_FILE =
  /^(?:what was good|good practice|practice|kind of practice|praise|compliments?|what they did well|what went well|(?:date of )?(?:practice )?acknowledgements?(?: (?:no|ref|id))?)$/;

/** The kind of records that a file seems to hold, by its headings. */
export const guessHolds = (headings: readonly string[]): Holds =>
  headings.some((heading) => ACKNOWLEDGEMENT_FILE.test(plain(heading))) ? 'acknowledgements' : 'disputes';

/** The field that each heading seems to be; no field twice, and the first heading for it. */
export const guessFields = (holds: Holds, headings: readonly string[]): Map<string, string> => {
  const guesses: Guesses<string> = holds === 'disputes' ? DISPUTE_HEADINGS : ACKNOWLEDGEMENT_HEADINGS;
  const fields = new Map<string, string>();
  for (const each of [guesses, FALLBACKS[holds]])
    for (const heading of headings.filter((other) => ![...fields.values()].includes(other))) {
      const field = guess(each, heading);
      if (field !== undefined && !fields.has(field)) fields.set(field, heading);
    }
  return fields;
};
