import type { LocalDate } from '../../src/calendar/calendar.js';
import type { TeamEvent } from '../../src/directory/events.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import { idOf } from '../folding.js';

/** One row a team, for ever: a team renamed stays the same team. Its names are in `team_names`. */
export type TeamRow = {
  team: string;
  code: string;
  /** The latest service; which one on which day is in `services`. */
  service: string | null;
  services: readonly { service: string | null; from: LocalDate | null }[];
  also_written_as: readonly string[];
  /** Null: it exists throughout. */
  from: LocalDate | null;
  to: LocalDate | null;
  succeeds: readonly string[];
  succeeded_by: readonly string[];
};

export const teams: Projection<TeamRow> = {
  name: 'teams',
  version: 1,
  categories: ['team'],
  columns: {
    team: 'text',
    code: 'text',
    service: 'text',
    services: 'json',
    also_written_as: 'json',
    from: 'text',
    to: 'text',
    succeeds: 'json',
    succeeded_by: 'json',
  },
  key: ['team'],
  partitionBy: idOf,
  when: handlers<TeamEvent, TeamRow>({
    TeamRegistered: (_, { data: { teamId, code, service, alsoWrittenAs, from, to, succeeds } }) => [
      {
        team: teamId,
        code,
        service,
        services: [{ service, from: null }],
        also_written_as: alsoWrittenAs,
        from,
        to,
        succeeds,
        succeeded_by: [],
      },
    ],
    TeamSpellingsAdded: (rows, { data: { alsoWrittenAs } }) =>
      rows.map((row) => ({ ...row, also_written_as: [...row.also_written_as, ...alsoWrittenAs] })),
    TeamMovedToService: (rows, { data: { service, from } }) =>
      rows.map((row) => ({ ...row, service, services: [...row.services, { service, from }] })),
    TeamEnded: (rows, { data: { on, succeededBy } }) =>
      rows.map((row) => ({ ...row, to: on, succeeded_by: succeededBy })),
  }),
};
