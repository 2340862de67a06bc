import type { LocalDate, Quarter } from '../../calendar/calendar.js';
import { financialYearOf, previousYear } from '../../calendar/dates.js';
import { teamNameOn } from '../../../projections/names.js';
import type { Reading } from '../../reading/reading.js';
import { type CellOverTime, type OverTime, overTime } from '../over-time/over-time.js';
import type { PeriodCounted } from '../over-time/periods.js';
import { type Changed, changedByQuarter } from '../so-what/so-what.js';
import { answeredByQuarter, type TimelinessFigure } from '../timeliness/timeliness.js';

/** One quarter of a team: what was raised and given, how fast it was answered, and what changed for children. */
export interface QuarterOfTeam {
  readonly period: PeriodCounted;
  readonly formal: CellOverTime;
  readonly informal: CellOverTime;
  readonly acknowledgements: CellOverTime;
  /** Of the disputes raised in the quarter; null where no answer was due in any of them, and nothing is known to have been. */
  readonly answered: TimelinessFigure | null;
  /** Null where none was raised. */
  readonly changed: Pick<Changed, 'closed' | 'impact'> | null;
}

/** The figures of one team, by quarter: beside nobody else’s, so that no team is ranked. */
export interface TeamFigures {
  readonly team: { readonly id: string; readonly name: string };
  readonly asAt: LocalDate;
  /** Of this financial year and the one before it, as far as they have begun, the earliest first. */
  readonly quarters: readonly QuarterOfTeam[];
  /** Formal disputes by theme and period: what goes wrong. */
  readonly themes: OverTime;
}

export const teamFigures = (team: string, reading: Reading, today: LocalDate): TeamFigures => {
  const { readModels } = reading;
  const filters = { team };
  const count = (kind: OverTime['kind']): OverTime =>
    overTime({ kind, lines: 'theme', filters, year: null }, readModels, today);
  const [themes, informal, praise] = [count('formal'), count('informal'), count('acknowledgement')];
  const thisYear = financialYearOf(today);
  const years = [previousYear(thisYear), thisYear];
  const answered = joined(years.map((year) => answeredByQuarter(year, team, reading)));
  const changed = joined(years.map((year) => changedByQuarter(year, team, reading)));
  return {
    team: { id: team, name: nameOf(team, today, reading) },
    asAt: today,
    themes,
    quarters: themes.periods.flatMap((period, place): QuarterOfTeam[] => {
      if (period.quarter === null) return [];
      const ofQuarter = changed.get(period.quarter);
      return [
        {
          period,
          formal: themes.all.cells[place]!,
          informal: informal.all.cells[place]!,
          acknowledgements: praise.all.cells[place]!,
          answered: answered.get(period.quarter) ?? null,
          changed: ofQuarter === undefined ? null : { closed: ofQuarter.closed, impact: ofQuarter.impact },
        },
      ];
    }),
  };
};

const joined = <Figure>(maps: readonly ReadonlyMap<Quarter, Figure>[]): ReadonlyMap<Quarter, Figure> =>
  new Map(maps.flatMap((map) => [...map]));

const nameOf = (team: string, today: LocalDate, { readModels }: Pick<Reading, 'readModels'>): string =>
  readModels.get<{ name: string }>(`SELECT ${teamNameOn(':team', ':today')} AS name`, { team, today })!.name;
