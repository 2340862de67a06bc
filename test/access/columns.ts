import type { ProgramRole } from '../../src/access/access-table.js';
import type { PostKind } from '../../src/protocol/protocol.js';
import { PEOPLE } from '../journeys/council.js';

/**
 * How the case went that a column looks at, so that its person is to it what the heading says.
 *
 * - `first-stage`: Iris raised it about a child of team north, and the team manager is asked
 * - `chair`: Carol, a conference chair, raised it about a child under a child protection plan
 * - `taken-over`: Pia raised it; the child, and the case with it, has been Nora's since
 * - `informal`, `third-stage`, `fourth-stage`: as the first, but begun at that stage
 * - `unanswered`: the team manager's stage went up without an answer, and the service manager is asked
 * - `passed-on`: it was sent to team south, and from there to team west
 * - `tabled`: it stands on the agenda of a meeting in which the senior posts sit
 * - `named`: an answer was accepted in which people are named for actions
 */
export const COURSES = [
  'first-stage',
  'chair',
  'taken-over',
  'informal',
  'third-stage',
  'fourth-stage',
  'unanswered',
  'passed-on',
  'tabled',
  'named',
] as const;
export type Course = (typeof COURSES)[number];

/** A kind of post, and what the person who holds it is to the case: a column of docs/access/matrix.csv. */
export interface Column {
  /** As the file has it: the kind of post, a colon, and the relation in words. */
  readonly heading: string;
  /** The name under which the person signs in. */
  readonly person: string;
  /** The case that is asked about. */
  readonly course: Course;
  /** Id of the person for whom they say they act. */
  readonly actingFor?: string;
}

const column = (heading: string, person: string, course: Course, actingFor?: string): Column => ({
  heading,
  person,
  course,
  ...(actingFor === undefined ? {} : { actingFor }),
});

/** Every kind of post, in every relation to a case that the domain tells apart. */
export const COLUMNS: readonly Column[] = [
  column('iro: own child, raised it', 'Iris', 'first-stage'),
  column('iro: own child, raised by the IRO before', 'Nora', 'taken-over'),
  column('iro: raised it, now another’s child', 'Pia', 'taken-over'),
  column('iro: another’s child', 'Ivan', 'first-stage'),
  column('iro: covers for its IRO without saying so', 'Cora', 'first-stage'),
  column('iro: covers for its IRO and says so', 'Cora', 'first-stage', 'iris'),
  column('conference-chair: own child, raised it', 'Carol', 'chair'),
  column('conference-chair: another’s child', 'Carol', 'first-stage'),
  column('iro-manager: any', 'Mona', 'first-stage'),
  column('head-of-qa: any', 'Quentin', 'first-stage'),
  column('qa-service-manager: any', 'Queenie', 'first-stage'),
  column('social-worker: asked', 'Walter', 'informal'),
  column('social-worker: own child, not asked', 'Walter', 'first-stage'),
  column('social-worker: named', 'Walter', 'named'),
  column('social-worker: of the team, nothing else', 'Wilma', 'third-stage'),
  column('social-worker: another team', 'Wendy', 'first-stage'),
  column('assistant-team-manager: own team, asked', 'Alma', 'first-stage'),
  column('assistant-team-manager: own team, not asked', 'Alma', 'third-stage'),
  column('assistant-team-manager: another team', 'Ada', 'first-stage'),
  column('assistant-team-manager: another team, of which somebody is named', 'Ada', 'named'),
  column('team-manager: own team, asked', 'Tom', 'first-stage'),
  column('team-manager: own team, not asked', 'Tom', 'third-stage'),
  column('team-manager: own team, asked before, did not answer', 'Tom', 'unanswered'),
  column('team-manager: another team, asked before', 'Tess', 'passed-on'),
  column('team-manager: another team, named', 'Tess', 'named'),
  column('team-manager: another team', 'Tess', 'first-stage'),
  column('team-manager: without a team', 'Tina', 'first-stage'),
  column('service-manager: own service, asked', 'Sven', 'unanswered'),
  column('service-manager: own service, not asked', 'Sven', 'first-stage'),
  column('service-manager: another service', 'Sara', 'first-stage'),
  column('head-of-service: own service', 'Hana', 'first-stage'),
  column('head-of-service: another service', 'Henk', 'first-stage'),
  column('head-of-service: own service, took emergency access', 'Hugo', 'first-stage'),
  column('head-of-service: without a service', 'Hal', 'first-stage'),
  column('executive-head: own service', 'Erin', 'first-stage'),
  column('executive-head: another service', 'Emil', 'first-stage'),
  column('assistant-director: asked', 'Anton', 'third-stage'),
  column('assistant-director: copied', 'Anton', 'fourth-stage'),
  column('assistant-director: sits in the meeting', 'Anton', 'tabled'),
  column('assistant-director: named', 'Anton', 'named'),
  column('assistant-director: nothing', 'Anton', 'first-stage'),
  column('agency-decision-maker: sits in the meeting', 'Agnes', 'tabled'),
  column('agency-decision-maker: nothing', 'Agnes', 'first-stage'),
  column('director: asked', 'Dora', 'fourth-stage'),
  column('director: sits in the meeting', 'Dora', 'tabled'),
  column('director: nothing', 'Dora', 'first-stage'),
  column('chief-executive: sits in the meeting', 'Chris', 'tabled'),
  column('chief-executive: nothing', 'Chris', 'first-stage'),
  column('business-support: for nobody', 'Beth', 'first-stage'),
  column('business-support: enters for its IRO', 'Beth', 'first-stage', 'iris'),
  column('business-support: program', 'Chaser', 'first-stage'),
  column('performance-analyst: any', 'Percy', 'first-stage'),
  column('performance-analyst: program', 'Counter', 'first-stage'),
  column('inspector: any', 'Ines', 'first-stage'),
  column('information-governance: any', 'Gina', 'first-stage'),
  column('administrator: any', 'Adam', 'first-stage'),
  column('administrator: program', 'Feed', 'first-stage'),
  column('data-feed: program', 'Tool', 'first-stage'),
];

/** People whom the columns need besides those of the little council. Otto and Theo hold no place in any of them. */
export const PEOPLE_BESIDES: typeof PEOPLE = {
  Nora: ['iro', null, null],
  Pia: ['iro', null, null],
  Cora: ['iro', null, null],
  Otto: ['iro', null, null],
  Wilma: ['social-worker', 'north', null],
  Wendy: ['social-worker', 'west', null],
  Ada: ['assistant-team-manager', 'south', null],
  Theo: ['team-manager', 'west', null],
  Sara: ['service-manager', null, 'Permanence'],
  Henk: ['head-of-service', null, 'Permanence'],
  Hugo: ['head-of-service', null, 'Localities'],
  Hal: ['head-of-service', null, null],
  Tina: ['team-manager', null, null],
  Erin: ['executive-head', null, 'Localities'],
  Emil: ['executive-head', null, 'Permanence'],
};

/** Programs that sign in with a token, each in the role that it gives. */
export const PROGRAMS: Readonly<Record<string, ProgramRole>> = {
  Chaser: 'business-support',
  Counter: 'performance-analyst',
  Feed: 'administrator',
  Tool: 'data-feed',
};

export const isNoProgram = (name: string): boolean => !(name in PROGRAMS);

export const TEAMS_BESIDES = { west: ['Through Care West', 'Permanence'] } as const;

export const idOf = (person: string): string => person.toLowerCase();

export const kindOf = ({ heading }: Pick<Column, 'heading'>): string => heading.split(':')[0]!;

/** The kind of post that the person of a column holds, or the role of the program. */
export const kindHeldBy = ({ person }: Pick<Column, 'person'>): PostKind | undefined =>
  PROGRAMS[person] ?? { ...PEOPLE, ...PEOPLE_BESIDES }[person]?.[0];

/** Names of the people who are asked about cases of a course, each once. */
export const peopleOf = (course: Course): string[] => [
  ...new Set(COLUMNS.filter((each) => each.course === course).map(({ person }) => person)),
];
