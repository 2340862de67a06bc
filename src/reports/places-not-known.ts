import { isTeamWritten } from '../../projections/names.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { themeOf } from '../protocol/themes.js';
import type { CaseFilters } from './themes/cases.js';

type Places = Pick<CaseFilters, 'team' | 'service' | 'theme' | 'themeGroup'>;

/**
 * A sentence for each filter that names nothing there is, so that its 0 is not taken for a finding. A team need not be in the directory:
 * registers of earlier years name others, and their rows are counted.
 */
export const placesNotKnown = ({ team, service, theme, themeGroup }: Places, readModels: ReadModels): string[] => [
  ...(team === undefined || isTeamKnown(team, readModels)
    ? []
    : [`no team is called “${team}”, in the directory or in a register, so there is nothing to count`]),
  ...(service == null || isServiceKnown(service, readModels)
    ? []
    : [`no service is called “${service}” in the directory, so there is nothing to count`]),
  ...[theme, themeGroup].flatMap((code) =>
    code === undefined || themeOf(code) !== undefined
      ? []
      : [`no theme has the code “${code}”, so there is nothing to count`],
  ),
];

const isTeamKnown = (team: string, readModels: ReadModels): boolean =>
  readModels.all(
    `SELECT 1 FROM teams WHERE ${isTeamWritten('team', ':team')}
     UNION ALL SELECT 1 FROM dispute_register WHERE team = :team
     UNION ALL SELECT 1 FROM acknowledgement_register WHERE team = :team
     LIMIT 1`,
    { team },
  ).length > 0;

const isServiceKnown = (service: string, readModels: ReadModels): boolean =>
  readModels.all(
    `SELECT 1 FROM teams, json_each(teams.services) AS entry WHERE json_extract(entry.value, '$.service') = :service LIMIT 1`,
    { service },
  ).length > 0;
