/** The themes of the domain brief, section 6. Codes never change meaning; a council maps its own words to them. */
export interface Theme {
  readonly code: string;
  /** Code of the group: `DD` for everything of drift and delay, otherwise the code itself. */
  readonly group: string;
  readonly label: string;
}

/** A theme of disputes stands in a form under a heading with others like it, most with an example. */
export interface DisputeTheme extends Theme {
  readonly heading: string;
  readonly example?: string;
}

const theme = (code: string, label: string, group = code): Theme => ({ code, group, label });

const under =
  (heading: string, group?: string) =>
  (code: string, label: string, example?: string): DisputeTheme => ({
    ...theme(code, label, group),
    heading,
    ...(example === undefined ? {} : { example }),
  });

export const DRIFT_AND_DELAY = 'DD';

const drift = under('Drift and delay', DRIFT_AND_DELAY);
const plan = under('Plans, and where the child lives');
const practice = under('Visits, reports and records');
const life = under('School, health and family');
const rights = under('Safety, wishes and rights');
const work = under('Workers, managers and services');
const other = under('Something else');

export const DISPUTE_THEMES: readonly DisputeTheme[] = [
  drift('DD', 'Drift and delay', 'Things do not move in the child’s time, and none of the next eight says it'),
  drift('DD-PERM', 'Permanence planning', 'No permanence plan at the second review'),
  drift('DD-CARE', 'Care plan actions not progressed', 'Actions of the last review are not done'),
  drift('DD-REV', 'Review decisions not implemented or not answered', 'Recommendations wait for a yes or no'),
  drift('DD-ASSESS', 'Assessment late', 'Connected carer, parenting, brothers and sisters'),
  drift('DD-LEGAL', 'Application or court step late', 'Discharge of an order'),
  drift('DD-MATCH', 'Matching, panel or family-finding late'),
  drift('DD-SERV', 'Referral to therapy or other service late'),
  drift('DD-EXIT', 'No clear exit or reunification plan'),
  plan('PLAN', 'Care plan missing, out of date or unsuitable'),
  plan('PATH', 'Pathway plan or transition', 'The plan is not updated, no personal adviser'),
  plan('PLACE', 'Placement suitability, stability or move', 'Unregistered, too far, an unplanned move'),
  practice('VISIT', 'Statutory visits missed or unrecorded'),
  practice('REPORT', 'Reports late or poor', 'Not shared before the review'),
  practice('RECORD', 'Recording: chronology, case summary, minutes'),
  practice('CONS', 'IRO not consulted or told of significant change', 'Placement, school, a serious incident'),
  life('EDUC', 'Education and personal education plan', 'No school place'),
  life('HEALTH', 'Health assessment, dental, strengths and difficulties questionnaire'),
  life('EMOT', 'Emotional wellbeing and mental health support'),
  life('LIFE', 'Life story and identity work'),
  life('FAMILY', 'Family time and relationships', 'Brothers and sisters apart, family time not arranged'),
  rights('LEGAL', 'Legal status', 'Section 20 used for too long, an order not reviewed'),
  work('ALLOC', 'Worker allocation and change of worker', 'Nobody allocated, many changes'),
  work('MGMT', 'Management oversight and supervision', 'No supervision on file'),
  rights('RISK', 'Missing, exploitation, safety planning'),
  rights('VOICE', 'Child’s wishes, participation, advocacy', 'No advocate was offered'),
  rights('EDI', 'Equality and diversity', 'A need is not met'),
  rights('RIGHTS', 'Human rights or statutory duty breach'),
  work('RESOURCE', 'Resources or funding decision'),
  work('AGENCY', 'Another agency’s action', 'Health, school, police'),
  other('PRACT', 'Practice standard, other'),
  other('OTHER', 'None fits'),
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
