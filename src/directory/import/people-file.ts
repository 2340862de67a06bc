import type { LocalDate } from '../../calendar/calendar.js';
import { nobodysDate } from '../../calendar/date-rules.js';
import { answersForTeams, type Directory } from '../directory.js';
import { namedAmong, plainSpelling } from '../spelling.js';
import { PeopleByName } from './people-by-name.js';
import type { Plan } from './plan.js';
import { type CouncilPost, isOutside } from '../../protocol/own-posts.js';
import { postKindWritten, postOf, postTitle, postTitles } from './posts.js';
import type { Row } from './table.js';

export const PEOPLE_COLUMNS = ['Name', 'Post', 'Team', 'Service', 'From', 'To', 'Email'] as const;

/** People, and the posts that they hold or held: a row for each holding. */
export const planPeople = (
  rows: readonly Row[],
  directory: Directory,
  today: LocalDate,
  plan: Plan,
  own: readonly CouncilPost[],
): void => {
  const people = new PeopleByName(directory, plan);
  for (const row of rows) planPerson(row, directory, today, people, plan, own);
};

const planPerson = (
  row: Row,
  directory: Directory,
  today: LocalDate,
  people: PeopleByName,
  plan: Plan,
  own: readonly CouncilPost[],
): void => {
  const name = row.cell('Name');
  if (name === '') return plan.refuse(row, 'Name', 'the name of a person');
  const email = row.cell('Email') || null;
  if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email))
    return plan.refuse(row, 'Email', 'an e-mail address, or nothing');
  const person = people.register(row, 'Name', name, email);
  if (row.cell('Post') !== '') planHolding(row, person, directory, today, plan, own);
};

const planHolding = (
  row: Row,
  person: string,
  directory: Directory,
  today: LocalDate,
  plan: Plan,
  own: readonly CouncilPost[],
): void => {
  const kind = postKindWritten(row.cell('Post'), own);
  if (kind === undefined || isOutside(kind)) return plan.refuse(row, 'Post', `one of: ${postTitles(own)}`);
  const team = row.cell('Team') === '' ? null : directory.teamWritten(row.cell('Team'));
  if (team === undefined) return plan.refuse(row, 'Team', teamExpected(directory, today));
  const service = serviceWritten(row.cell('Service'), directory);
  if (service === undefined) return plan.refuse(row, 'Service', serviceExpected(directory));
  const post = postOf(kind, { team: team && { id: team.teamId, name: team.name }, service }, own);
  if (team === null && service === null && answersForTeams(kind))
    plan.warn(
      row,
      'Service',
      `${postTitle(kind, own)} answers for nothing, for the row names no team and no service: nobody’s disputes come to them. ` +
        'Write the team or the service in its column.',
    );
  const ended = team === null ? null : team.to;
  if (ended !== null && ended < today && row.cell('To') === '')
    return plan.refuse(row, 'Team', `a team that has not ended (on ${ended}), or the last day of the holding in To`);
  const day = (column: 'From' | 'To'): LocalDate | null => plan.date(row, column, 'of-the-council', nobodysDate(today));
  plan.hold(row, 'Post', post, { person, from: day('From'), to: day('To') });
};

/** The service as its teams have it; null where none is written, undefined where no team belongs to such a service. */
const serviceWritten = (written: string, directory: Directory): string | null | undefined =>
  written === '' ? null : directory.services().find((each) => plainSpelling(each) === plainSpelling(written));

const serviceExpected = (directory: Directory): string =>
  `a service that some team belongs to. ${namedAmong(directory.services())}`;

/** The advice about a cell that names no team of the directory. */
export const teamExpected = (directory: Directory, today: LocalDate): string => {
  const names = directory.teams(today).map(({ name }) => name);
  return `a team of the directory; read in the file of teams first. ${namedAmong(names)}`;
};
