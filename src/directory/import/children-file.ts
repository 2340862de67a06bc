import type { LocalDate } from '../../calendar/calendar.js';
import { type AroundADate, nobodysDate } from '../../calendar/date-rules.js';
import { POPULATIONS, type Population } from '../../protocol/protocol.js';
import { type Directory, mayBeCovered, type Post } from '../directory.js';
import { plainSpelling } from '../spelling.js';
import { choicesInWords, type Meant, whoIsMeant } from '../who-is-meant.js';
import { teamExpected } from './people-file.js';
import type { Plan } from './plan.js';
import type { Row } from './table.js';

export const CHILDREN_COLUMNS = [
  'Record number',
  'Initials',
  'Date of birth',
  'Population',
  'Team',
  'IRO',
  'Social worker',
  'From',
] as const;

/** Children, and who holds them from when: further rows of one record number, in order, are later allocations. */
export const planChildren = (rows: readonly Row[], { directory, today }: Ports, plan: Plan): void => {
  const council = { directory, today, lookedUp: new Map<string, Meant>(), born: new Map<string, LocalDate>() };
  const met = new Set<string>();
  for (const row of rows) {
    const recordNumber = row.cell('Record number');
    if (!/^[\p{L}\p{N}][\p{L}\p{N}./_-]{0,63}$/u.test(recordNumber)) {
      plan.refuse(row, 'Record number', 'the record number of a child: letters and digits, no spaces');
      continue;
    }
    if (!met.has(recordNumber)) planDetails(row, recordNumber, council, plan);
    met.add(recordNumber);
    planAllocation(row, recordNumber, council, plan);
  }
};

const planDetails = (row: Row, childId: string, council: Council, plan: Plan): void => {
  const initials = row.cell('Initials');
  if (!/^[\p{L}.\s'-]{1,10}$/u.test(initials))
    return plan.refuse(row, 'Initials', 'the initials of the child, never a name');
  const population = populationWritten(row.cell('Population'));
  if (population === undefined) return plan.refuse(row, 'Population', `one of: ${POPULATIONS.join(', ')}`);
  const bornOn: LocalDate | null = plan.date(row, 'Date of birth', 'birth', lifeOf(childId, council));
  if (bornOn !== null) council.born.set(childId, bornOn);
  const child = { childId, initials, bornOn, population, fromRegister: false };
  plan.add(row, 'Record number', { kind: 'child', id: childId, act: { type: 'register', ...child } });
};

/** A cell that is left empty leaves the fact as it was. */
const planAllocation = (row: Row, childId: string, council: Council, plan: Plan): void => {
  const { directory, today } = council;
  const team = row.cell('Team') === '' ? undefined : (directory.teamWritten(row.cell('Team'))?.teamId ?? null);
  if (team === null) return plan.refuse(row, 'Team', teamExpected(directory, today));
  const from = plan.date(row, 'From', 'of-the-child', lifeOf(childId, council));
  const iro = inOffice(row, IRO, council, from, plan);
  const socialWorker = inOffice(row, WORKER, council, from, plan);
  if (iro === null || socialWorker === null) return;
  if (socialWorker !== undefined)
    plan.add(row, 'Social worker', {
      kind: 'child',
      id: childId,
      act: { type: 'name-social-worker', socialWorker, from },
    });
  if (team === undefined && iro === undefined && (from === null || socialWorker !== undefined)) return;
  plan.add(row, 'From', { kind: 'child', id: childId, act: { type: 'allocate', team, iro, from } });
};

interface Ports {
  readonly directory: Directory;
  readonly today: LocalDate;
}
interface Council extends Ports {
  /** A file names a few people many times: each is looked up once. */
  readonly lookedUp: Map<string, Meant>;
  /** The births that the file tells, by record number. */
  readonly born: Map<string, LocalDate>;
}

/** A birth that the file tells counts before the one that the directory has. */
const lifeOf = (childId: string, { directory, today, born }: Council): AroundADate => {
  const known = directory.child(childId, today);
  const bornOn = born.get(childId) ?? known?.bornOn ?? null;
  return { ...nobodysDate(today), bornOn, diedOn: known?.diedOn ?? null };
};

interface Office {
  readonly column: (typeof CHILDREN_COLUMNS)[number];
  readonly isHeldAs: (post: Post) => boolean;
  readonly expected: string;
}
const IRO: Office = {
  column: 'IRO',
  isHeldAs: mayBeCovered,
  expected: 'an IRO or conference chair of that day; read in the file of people first',
};
const WORKER: Office = {
  column: 'Social worker',
  isHeldAs: ({ kind }) => kind === 'social-worker',
  expected: 'a social worker of that day; read in the file of people first',
};

/**
 * The one person in office on the day of the row, or today where it has none, whom a cell names by id or by name.
 * @returns undefined for an empty cell; null where the row is refused
 */
const inOffice = (
  row: Row,
  { column, isHeldAs, expected }: Office,
  { directory, today, lookedUp }: Council,
  from: LocalDate | null,
  plan: Plan,
): string | null | undefined => {
  const written = row.cell(column);
  if (written === '') return undefined;
  const on = from ?? today;
  const key = `${column} ${on} ${written}`;
  const meant = lookedUp.get(key) ?? whoIsMeant(written, directory, on, isHeldAs);
  lookedUp.set(key, meant);
  if (meant.is === 'one' && directory.postsHeldBy(meant.person.personId, on).some(isHeldAs))
    return meant.person.personId;
  const choices =
    meant.is === 'several' &&
    `the id of one person, where several have the name: ${choicesInWords(meant.people, directory, on)}`;
  plan.refuse(row, column, choices || expected);
  return null;
};

/** An IRO's children are looked after: that is meant where nothing is written. */
const populationWritten = (written: string): Population | undefined =>
  written === '' ? 'looked-after' : POPULATIONS.find((each) => plainSpelling(each) === plainSpelling(written));
