/** The themes of the domain brief, section 6. Codes never change meaning; a council maps its own words to them. */
export interface Theme {
  readonly code: string;
  /** Code of the group: `DD` for everything of drift and delay, otherwise the code itself. */
  readonly group: string;
  readonly label: string;
}

const theme = (code: string, label: string, group = code): Theme => ({ code, group, label });

export const DRIFT_AND_DELAY = 'DD';

export const DISPUTE_THEMES: readonly Theme[] = [
  theme('DD', 'Drift and delay'),
  theme('DD-PERM', 'Permanence planning', 'DD'),
  theme('DD-CARE', 'Care plan actions not progressed', 'DD'),
  theme('DD-REV', 'Review decisions not implemented or not answered', 'DD'),
  theme('DD-ASSESS', 'Assessment late', 'DD'),
  theme('DD-LEGAL', 'Application or court step late', 'DD'),
  theme('DD-MATCH', 'Matching, panel or family-finding late', 'DD'),
  theme('DD-SERV', 'Referral to therapy or other service late', 'DD'),
  theme('DD-EXIT', 'No clear exit or reunification plan', 'DD'),
  theme('PLAN', 'Care plan missing, out of date or unsuitable'),
  theme('PATH', 'Pathway plan or transition'),
  theme('PLACE', 'Placement suitability, stability or move'),
  theme('VISIT', 'Statutory visits missed or unrecorded'),
  theme('REPORT', 'Reports late or poor'),
  theme('RECORD', 'Recording: chronology, case summary, minutes'),
  theme('CONS', 'IRO not consulted or told of significant change'),
  theme('EDUC', 'Education and personal education plan'),
  theme('HEALTH', 'Health assessment, dental, strengths and difficulties questionnaire'),
  theme('EMOT', 'Emotional wellbeing and mental health support'),
  theme('LIFE', 'Life story and identity work'),
  theme('FAMILY', 'Family time and relationships'),
  theme('LEGAL', 'Legal status'),
  theme('ALLOC', 'Worker allocation and change of worker'),
  theme('MGMT', 'Management oversight and supervision'),
  theme('RISK', 'Missing, exploitation, safety planning'),
  theme('VOICE', 'Child’s wishes, participation, advocacy'),
  theme('EDI', 'Equality and diversity'),
  theme('RIGHTS', 'Human rights or statutory duty breach'),
  theme('RESOURCE', 'Resources or funding decision'),
  theme('AGENCY', 'Another agency’s action'),
  theme('PRACT', 'Practice standard, other'),
  theme('OTHER', 'None fits'),
];

export const ACKNOWLEDGEMENT_THEMES: readonly Theme[] = [
  theme('PA-VOICE', 'Voice of the child'),
  theme('PA-DIRECT', 'Direct work'),
  theme('PA-PLAN', 'Care planning'),
  theme('PA-REPORT', 'Report quality'),
  theme('PA-PARTNER', 'Partnership'),
  theme('PA-LIFE', 'Life story work'),
  theme('PA-TRANS', 'Transition'),
  theme('PA-PERM', 'Permanence achieved'),
  theme('PA-SIB', 'Siblings kept together'),
  theme('PA-PERSIST', 'Persistence, going further'),
  theme('PA-MGMT', 'Leadership'),
  theme('PA-OTHER', 'Other good practice'),
];

const byCode = new Map([...DISPUTE_THEMES, ...ACKNOWLEDGEMENT_THEMES].map((each) => [each.code, each]));

export const themeOf = (code: string): Theme | undefined => byCode.get(code);
/** The group a theme is counted in; a theme outside a group is its own group. */
export const themeGroupOf = (code: string): string => byCode.get(code)?.group ?? code;
