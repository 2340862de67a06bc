import type { PostKind } from '../protocol/protocol.js';

/** Northshire, an invented council: its teams, and the people who hold its posts. No person here exists. */
export const COUNCIL = 'Northshire';

export interface DemonstrationTeam {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly service: string;
  readonly manager: string;
  readonly socialWorkers: readonly string[];
  /** Children it holds; about a thousand in all. */
  readonly children: number;
}

const team = (
  code: string,
  name: string,
  service: string,
  manager: string,
  socialWorkers: string,
  children: number,
): DemonstrationTeam => ({
  id: code.toLowerCase(),
  code,
  name,
  service,
  manager,
  socialWorkers: socialWorkers.split(', '),
  children,
});

export const TEAMS: readonly DemonstrationTeam[] = [
  team('LN', 'Locality North', 'Localities', 'T. Ashdown', 'C. Bray, D. Cope, E. Dunn', 118),
  team('LS', 'Locality South', 'Localities', 'U. Fenwick', 'F. Eames, G. Farr, H. Gale', 112),
  team('LW', 'Locality West', 'Localities', 'V. Garland', 'I. Hobbs, J. Ives, K. Jupp', 74),
  team('TC1', 'Through Care 1', 'Through Care', 'P. Ambrose', 'L. Kemp, M. Lacey, N. Mead', 158),
  team('TC2', 'Through Care 2', 'Through Care', 'Q. Barlow', 'O. Nairn, P. Oakes, R. Peel', 146),
  team('TC3', 'Through Care 3', 'Through Care', 'R. Cole', 'S. Quick, T. Rudd, U. Sayer', 138),
  team('TC4', 'Through Care 4', 'Through Care', 'S. Denholm', 'V. Tice, W. Upton, Y. Vail', 110),
  team('CWD', 'Children with Disabilities', 'Specialist', 'W. Hallam', 'A. Wade, B. Yarrow, C. Zeal', 82),
  team('UC', 'Unaccompanied Children', 'Specialist', 'X. Ingram', 'D. Abney, E. Birch, F. Crane', 66),
];

export const IROS: readonly string[] = [
  'A. Hartwell',
  'B. Lindqvist',
  'C. Marsden',
  'D. Naylor',
  'E. Osgood',
  'F. Quill',
  'G. Rowan',
  'H. Sutcliffe',
  'I. Thornby',
  'J. Underwood',
  'K. Vaughan',
  'L. Whitmore',
  'M. Yardley',
  'P. Okafor',
];

/** The person who set Northshire up, and has run its system since. */
export const ADMINISTRATOR = 'Y. Holt';
/** The people who opened it. */
export const IRO_MANAGER = 'N. Abbot';

/** One of each role: they find something in every part of their work. */
export const SHOWN = {
  iro: 'A. Hartwell',
  manager: 'T. Ashdown',
  iroManager: IRO_MANAGER,
  serviceManager: 'H. Shaw',
  worker: 'A. Wade',
  /** Holds the conferences of the children under a child protection plan. */
  chair: 'R. Blythe',
  headOfQa: 'S. Carrow',
  assistantDirector: 'L. Stone',
  decisionMaker: 'T. Dyer',
  director: 'M. Temple',
  support: 'S. Patel',
} as const;

/** Posts of a service, and of the whole council. */
export const SENIOR_POSTS: readonly { kind: PostKind; title: string; person: string; service: string | null }[] = [
  {
    kind: 'service-manager',
    title: 'Service manager, Localities',
    person: SHOWN.serviceManager,
    service: 'Localities',
  },
  { kind: 'service-manager', title: 'Service manager, Through Care', person: 'J. Mason', service: 'Through Care' },
  { kind: 'service-manager', title: 'Service manager, Specialist', person: 'K. Prior', service: 'Specialist' },
  {
    kind: 'assistant-director',
    title: 'Assistant director, children in care',
    person: SHOWN.assistantDirector,
    service: null,
  },
  { kind: 'director', title: 'Director of children’s services', person: SHOWN.director, service: null },
  { kind: 'iro-manager', title: 'IRO manager', person: IRO_MANAGER, service: null },
  { kind: 'conference-chair', title: 'Conference chair', person: SHOWN.chair, service: null },
  { kind: 'head-of-qa', title: 'Head of quality assurance', person: SHOWN.headOfQa, service: null },
  { kind: 'agency-decision-maker', title: 'Agency decision maker', person: SHOWN.decisionMaker, service: null },
  { kind: 'business-support', title: 'Business support, IRO service', person: SHOWN.support, service: null },
  { kind: 'performance-analyst', title: 'Performance analyst', person: 'V. Ford', service: null },
  { kind: 'inspector', title: 'Inspector, reading only', person: 'W. Gray', service: null },
  { kind: 'administrator', title: 'System administrator', person: ADMINISTRATOR, service: null },
  { kind: 'information-governance', title: 'Information governance', person: 'Z. Lister', service: null },
];
