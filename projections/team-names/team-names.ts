import type { LocalDate } from '../../src/calendar/calendar.js';
import type { TeamEvent } from '../../src/directory/events.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import { idOf } from '../folding.js';

/** A name a team has had, from a day on. Old reports keep the old name (domain brief, section 4.6). */
export type TeamNameRow = {
  team: string;
  /** 1 for the name by which it was registered. */
  number: number;
  name: string;
  /** Null: from the beginning. */
  from: LocalDate | null;
};

export const teamNames: Projection<TeamNameRow> = {
  name: 'team_names',
  version: 1,
  categories: ['team'],
  columns: { team: 'text', number: 'integer', name: 'text', from: 'text' },
  key: ['team', 'number'],
  partitionBy: idOf,
  when: handlers<TeamEvent, TeamNameRow>({
    TeamRegistered: (_, { data: { teamId, name } }) => [{ team: teamId, number: 1, name, from: null }],
    TeamRenamed: (rows, { data: { name, from } }) => [
      ...rows,
      { team: rows[0]!.team, number: rows.length + 1, name, from },
    ],
  }),
};
