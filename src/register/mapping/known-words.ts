import { ACKNOWLEDGEMENT_THEMES as THEMES_OF_ACKNOWLEDGEMENTS, DISPUTE_THEMES } from '../../protocol/themes.js';
import { guess, type Guesses, phrases, plain, THING } from './phrases.js';

const KINDS: Guesses<string> = [
  ['informal', phrases('informal', 'inf', 'i', `informal ${THING}`, 'informal resolution')],
  ['formal', phrases('formal', 'f', `formal ${THING}`)],
];
const ANSWERS: Guesses<string> = [
  [
    'partly',
    phrases(
      'partly',
      'partly agreed?',
      'partially agreed?',
      'agreed in part',
      'part agreed',
      'partly accepted',
      'partially accepted',
    ),
  ],
  ['disagree', phrases('disagreed?', 'not agreed', 'does not agree', 'not accepted', 'rejected', 'refused')],
  ['agree', phrases('agreed?', 'agrees', 'accepted', 'accepts', 'fully agreed')],
];
const OUTCOMES: Guesses<string> = [
  [
    'UNRES',
    phrases('unresolved', 'not resolved', 'stalemate', 'no agreement', 'no agreement reached', 'ended in stalemate'),
  ],
  [
    'RES-ACT',
    phrases('resolved with actions?', 'resolved - actions? agreed', 'resolved,? actions? agreed', 'actions? agreed'),
  ],
  ['RES-PART', phrases('partly resolved', 'partially resolved', 'part resolved', 'resolved in part')],
  ['WDRAWN', phrases('withdrawn', 'withdrawn by (?:the )?iro', 'iro withdrew')],
  ['VOID', phrases('void', 'voided', 'raised in error', 'entered in error', 'duplicate')],
  ['TO-CAF', phrases('referred to cafcass', 'cafcass', 'cafcass referral')],
  [
    'ENDED-CARE',
    phrases(
      'left care',
      '(?:child|young person) left care',
      'adopted',
      'turned 18',
      '(?:the child is )?no longer looked after',
      'the child has left care,? turned 18 or died',
    ),
  ],
  [
    'open',
    phrases(
      'open',
      'ongoing',
      'on-going',
      'still going',
      'in progress',
      'awaiting (?:a )?(?:response|reply|answer)',
      'outstanding',
      'still open',
    ),
  ],
  ['RES-FULL', phrases('resolved', 'fully resolved', 'resolved in full', 'resolved at this stage', 'settled')],
];
const STAGE_WORDS = ['one', 'two', 'three', 'four', 'five'];
const STAGE_ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
const STAGES: Guesses<string> = [
  ['0', phrases('0', 'stage 0', 'informal', 'informal stage')],
  ...STAGE_WORDS.map(
    (word, at) =>
      [
        String(at + 1),
        phrases(
          `(?:stage |level |s)?${at + 1}(?:\\.0)?`,
          `(?:stage |level )?${word}`,
          `${STAGE_ORDINALS[at]}(?: stage)?`,
          `${at + 1}(?:st|nd|rd|th)(?: stage)?`,
        ),
      ] as const,
  ),
];
const YES_OR_NO: Guesses<string> = [
  ['yes', phrases('y', 'yes', 'true', '1')],
  ['no', phrases('n', 'no', 'false', '0')],
];
const IMPACTS: Guesses<string> = [
  ['plan-moving', phrases('plan moving', 'plan moving again', 'plan back on track', 'visit now booked')],
  ['contact-restored', phrases('(?:family time|contact) (?:restored|restarted|resumed)')],
  ['service-started', phrases('referral made', '(?:service|therapy|support) started')],
  ['placement-changed-or-secured', phrases('placement (?:changed|secured|moved|found)', 'match (?:agreed|found)')],
  ['legal-step-taken', phrases('application made', 'legal step taken', 'court application made')],
  ['record-corrected', phrases('record corrected')],
  ['child-informed-or-heard', phrases('child (?:informed|heard|told)')],
  ['no-change-yet', phrases('no change', 'no change yet')],
  ['not-known', phrases('not known', 'unknown')],
];
const THEMES: Guesses<string> = [
  ['DD', phrases('drift', 'delays?', 'drift ?(?:and|&|/|or) ?delay', 'timeliness')],
  ['DD-PERM', phrases('permanence', 'permanence planning', '(?:drift|delay) in permanence(?: planning)?')],
  ['DD-ASSESS', phrases('assessment late', 'late assessment')],
  ['CONS', phrases('consultation', 'iro not (?:consulted|told|notified|informed)', 'consultation with (?:the )?iro')],
  [
    'EDUC',
    phrases(
      'education',
      'education \\(pep\\)',
      'pep',
      'pep ?/ ?education',
      'education ?/ ?pep',
      'personal education plan',
      'school',
    ),
  ],
  [
    'EMOT',
    phrases(
      'emotional wellbeing',
      'emotional health',
      'mental health',
      'emotional wellbeing and mental health',
      'camhs',
    ),
  ],
  ['HEALTH', phrases('health', 'health assessments?', 'dental', 'sdq')],
  [
    'LIFE',
    phrases('life (?:story|journey)(?: work)?', 'identity', 'life (?:story|journey)(?: work)? (?:and|&) identity'),
  ],
  ['FAMILY', phrases('family time', 'contact', 'family contact', 'family time ?/ ?contact', 'siblings?')],
  ['VISIT', phrases('visits?', 'statutory visits?', 'stat visits?', '(?:missed|late) (?:statutory )?visits?')],
  ['PATH', phrases('pathway plan(?:ning|s)?', 'leaving care', 'transitions?')],
  ['REPORT', phrases('reports?', 'reports? late', 'late reports?', 'report late for review', 'review reports?')],
  ['MGMT', phrases('management oversight', 'oversight', 'supervision', 'management oversight (?:and|&) supervision')],
  ['PLACE', phrases('placements?', 'placement (?:stability|suitability|move|moves|planning)')],
  ['EDI', phrases('equality', 'diversity', 'equality (?:and|&) diversity', 'discrimination')],
  ['RIGHTS', phrases('rights', 'human rights')],
  ['RISK', phrases('risk', 'missing', 'exploitation', 'safety', 'safety planning')],
  ['VOICE', phrases('voice', 'voice of the child', 'wishes and feelings', 'advocacy', 'participation')],
  [
    'ALLOC',
    phrases('allocation', 'worker allocation', 'change of (?:social )?worker', 'changes of (?:social )?worker'),
  ],
  ['LEGAL', phrases('legal', 'legal status', 'section 20', 's20')],
  ['RECORD', phrases('recording', 'records?', 'chronology', 'minutes', 'case recording')],
  ['RESOURCE', phrases('resources?', 'funding', 'resources? (?:and|or|&|/) funding')],
  ['AGENCY', phrases('partner agency', 'other agency', 'another agency', 'partner agencies', 'other agencies')],
  ['PLAN', phrases('care plan', 'care planning', 'plan', 'planning', 'care plan (?:missing|out of date|not updated)')],
  ['PRACT', phrases('practice', 'practice standards?')],
  ['OTHER', phrases('other')],
];
const ACKNOWLEDGEMENT_THEMES: Guesses<string> = [
  ['PA-VOICE', phrases('voice', 'voice of the child', 'wishes and feelings', 'participation', 'listening')],
  ['PA-DIRECT', phrases('direct work')],
  ['PA-REPORT', phrases('report quality', 'quality of reports?', 'reports?', 'recording')],
  ['PA-PARTNER', phrases('partnership', 'partnership working', 'multi-?agency work(?:ing)?')],
  ['PA-LIFE', phrases('life (?:story|journey)(?: work)?', 'identity')],
  ['PA-TRANS', phrases('transitions?', 'transition support')],
  ['PA-PERM', phrases('permanence', 'permanence achieved', 'adoption')],
  ['PA-SIB', phrases('siblings?', 'siblings kept together')],
  ['PA-PERSIST', phrases('persistence', 'going further', 'going the extra mile', 'extra mile')],
  ['PA-MGMT', phrases('leadership', 'management', 'supervision')],
  ['PA-PLAN', phrases('planning', 'care planning', 'care plan')],
  ['PA-OTHER', phrases('other', 'other good practice')],
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
  labelled(section, word) ?? guess(WORD_GUESSES[section].guesses, word);

/** A theme by the words that Footprint itself has for it. */
const labelled = (section: WordSection, word: string): string | undefined => {
  if (section === 'themes') return DISPUTE_THEMES.find(({ label }) => plain(label) === plain(word))?.code;
  if (section === 'acknowledgement themes')
    return THEMES_OF_ACKNOWLEDGEMENTS.find(({ label }) => plain(label) === plain(word))?.code;
  return undefined;
};
