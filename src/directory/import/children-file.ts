import type { LocalDate } from '../../calendar/calendar.js';
import { POPULATIONS, type Population } from '../../protocol/protocol.js';
import { type Directory, mayBeCovered } from '../directory.js';
import { plainSpelling } from '../spelling.js';
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
  'From',
] as const;

interface Known {
  readonly directory: Directory;
  readonly today: LocalDate;
}

/** Children, and who holds them from when: further rows of one record number, in order, are later allocations. */
export const planChildren = (rows: readonly Row[], known: Known, plan: Plan): void => {
  const met = new Set<string>();
  for (const row of rows) {
    const recordNumber = row.cell('Record number');
    if (!/^[\p{L}\p{N}][\p{L}\p{N}./_-]{0,63}$/u.test(recordNumber)) {
      plan.refuse(row, 'Record number', 'the record number of a child: letters and digits, no spaces');
      continue;
    }
    if (!met.has(recordNumber)) planDetails(row, recordNumber, plan);
    met.add(recordNumber);
    planAllocation(row, recordNumber, known, plan);
  }
};

const planDetails = (row: Row, childId: string, plan: Plan): void => {
  const initials = row.cell('Initials');
  if (!/^[\p{L}.\s'-]{1,10}$/u.test(initials))
    return plan.refuse(row, 'Initials', 'the initials of the child, never a name');
  const population = populationWritten(row.cell('Population'));
  if (population === undefined) return plan.refuse(row, 'Population', `one of: ${POPULATIONS.join(', ')}`);
  const bornOn: LocalDate | null = plan.date(row, 'Date of birth');
  const child = { childId, initials, bornOn, population, fromRegister: false };
  plan.add(row, 'Record number', { kind: 'child', id: childId, act: { type: 'register', ...child } });
};

/** What is left empty stays as it was. */
const planAllocation = (row: Row, childId: string, { directory, today }: Known, plan: Plan): void => {
  const team = row.cell('Team') === '' ? undefined : (directory.teamWritten(row.cell('Team'))?.teamId ?? null);
  if (team === null) return plan.refuse(row, 'Team', teamExpected(directory, today));
  const from = plan.date(row, 'From');
  const iro = row.cell('IRO') === '' ? undefined : iroWritten(row.cell('IRO'), from ?? today, directory);
  if (iro === null)
    return plan.refuse(row, 'IRO', 'an IRO or conference chair of that day; read in the file of people first');
  if (team === undefined && iro === undefined && from === null) return;
  plan.add(row, 'From', { kind: 'child', id: childId, act: { type: 'allocate', team, iro, from } });
};

/** Null for somebody whom the directory does not know, or who is no IRO and no chair on that day. */
const iroWritten = (written: string, on: LocalDate, directory: Directory): string | null => {
  const person = directory.personNamed(written)?.personId;
  const isInOffice = person !== undefined && directory.postsHeldBy(person, on).some(mayBeCovered);
  return isInOffice ? person : null;
};

/** An IRO's children are looked after: that is meant where nothing is written. */
const populationWritten = (written: string): Population | undefined =>
  written === '' ? 'looked-after' : POPULATIONS.find((each) => plainSpelling(each) === plainSpelling(written));
