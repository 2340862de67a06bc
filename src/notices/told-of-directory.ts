import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import type { PersonEvent, TeamEvent } from '../directory/events.js';
import type { PersonState } from '../directory/person.js';
import type { TeamState } from '../directory/team.js';
import { aboveTheTeam, answeringFor } from '../roles/team-change.js';
import type { NoticeLine } from './events.js';
import { fromTable } from './from-table.js';
import type { NoticeKind } from './kinds.js';
import { tellsOf } from './table/table.js';
import { PEOPLE, TEAMS } from './where-it-leads.js';
import type { Wanted } from './who-is-told.js';

/** A notice about the directory holds no id of a person or a child, so it is about the place where they are looked up. */
export const lineAbout =
  (about: string, called: string, dueOn: LocalDate | null = null) =>
  (kind: NoticeKind): NoticeLine => ({ kind, about, called, dueOn, dueAt: null, actionId: null });

/**
 * The managers of a team, and those above, where one person in office changed it.
 *
 * @param before the team as it was
 * @param role the post from which it was done; null for a file or the program itself
 */
export const toldOfTeam = (
  event: TeamEvent,
  before: TeamState | null,
  role: string | null,
  directory: Directory,
  on: LocalDate,
): Wanted[] => {
  if (before === null) return [];
  const { teamId } = before.registered;
  const managers = [
    ...answeringFor(teamId, before.services.at(-1)!.service, directory, on),
    ...aboveTheTeam(teamId, directory, on),
  ];
  const byOne = 'agreed' in event.data ? event.data.agreed.how === 'not-needed' : true;
  return fromTable(tellsOf('team', event.type), {
    recipients: { 'managers-and-above': managers.flatMap(({ person }) => (person === null ? [] : [{ person }])) },
    holds: { 'by-one-person': byOne && role !== null },
    line: lineAbout(TEAMS, 'team'),
  });
};

/** The person whose name or address was changed. @param before the person as they were */
export const toldOfPerson = (event: PersonEvent, id: string, before: PersonState | null): Wanted[] => {
  if (event.type !== 'PersonDetailsCompleted' || before === null) return [];
  const { name, email } = event.data;
  const isChanged = before.name !== name || (before.email !== null && before.email !== email);
  return fromTable(tellsOf('person', event.type), {
    recipients: { themselves: isChanged && !before.fromRegister ? [{ person: id }] : [] },
    line: lineAbout(PEOPLE, 'person'),
  });
};
