import type { Scope } from '../themes/cases.js';
import { yearIn } from '../year-pipe.js';
import type { OverTimeQuery } from './over-time.dto.js';
import type { LinesOverTime, OverTimeQuestion } from './over-time.js';

/** The question of an address: formal disputes by theme unless it says otherwise. */
export const questionIn = ({
  kind = 'formal',
  lines = 'theme',
  team,
  service,
  theme,
  themeGroup,
  year,
}: OverTimeQuery): OverTimeQuestion => ({
  kind: kind as Scope,
  lines: lines as LinesOverTime,
  year: year === undefined ? null : yearIn(year),
  filters: {
    ...(team === undefined ? {} : { team }),
    ...(service === undefined ? {} : { service: service === 'none' ? null : service }),
    ...(theme === undefined ? {} : { theme }),
    ...(themeGroup === undefined ? {} : { themeGroup }),
  },
});
