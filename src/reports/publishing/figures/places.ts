import { serviceOn, teamNameOn } from '../../../../projections/names.js';
import { financialYearOf, quarterOf, quarterPeriod, quartersOf } from '../../../calendar/dates.js';
import type { ReadModels } from '../../../platform/projections/projection.js';
import { themeShown } from '../../../protocol/theme-shown.js';
import { ACKNOWLEDGEMENT_THEMES, DISPUTE_THEMES, DRIFT_AND_DELAY, themeGroupOf } from '../../../protocol/themes.js';
import type { RegisterKind } from '../../../register/events.js';
import type { Dimension, Place } from '../../disclosure/cross-table.js';
import type { CountedRecord } from '../../disclosure/release-of-records.js';
import { groupedBy } from '../../yearly.js';
import type { Days } from './counted-records.js';
import { heardInWords, heardPlaces, isHeardBy } from './heard.js';

/** By what a published table can count, from the whole to the smallest part, and what each place is called. */
export interface Places {
  readonly team: Dimension;
  /** Halves of a year and their quarters; no places where the period is not made of several quarters. */
  readonly time: Dimension;
  readonly theme: Dimension;
  /** Whether the child’s view is on record, and whether an advocate was offered; no places where nobody could have written it. */
  readonly view: Dimension;
  readonly advocate: Dimension;
  readonly named: (dimension: string, code: string) => string;
}

/** The group of the themes of drift and delay, and all others together. */
export const DRIFT = `group ${DRIFT_AND_DELAY}`;
const OTHER_THEMES = 'other themes';
const SERVICE = 'service ';

const leaf = (code: string): Place => ({ code, parts: [] });

export const placesOf = (
  records: RegisterKind,
  days: Days,
  counted: readonly CountedRecord[],
  readModels: ReadModels,
): Places => {
  const teams = teamsIn(days, counted, readModels);
  const labels = readModels.all<{ code: string; label: string }>('SELECT code, label FROM themes_in_use ORDER BY code');
  const names = new Map(teams.map(({ team, name }) => [team, name]));
  return {
    team: { name: 'team', places: byService(teams) },
    time: { name: 'time', places: timeIn(days) },
    theme: { name: 'theme', places: themesOf(records, counted) },
    view: heardPlaces('view', records === 'acknowledgement' ? [] : counted),
    advocate: heardPlaces('advocate', records === 'acknowledgement' ? [] : counted),
    named: (dimension, code) => {
      if (isHeardBy(dimension)) return heardInWords(dimension, code);
      if (dimension === 'team')
        return code.startsWith(SERVICE) ? code.slice(SERVICE.length) : (names.get(code) ?? code);
      if (dimension === 'time') return timeInWords(code);
      if (code === DRIFT) return 'Drift and delay';
      // A register may say no more than the group: two rows of one name would read as one counted twice.
      if (code === DRIFT_AND_DELAY) return 'Drift and delay, nothing closer said';
      return code === OTHER_THEMES ? 'Other themes' : themeShown(code, labels).label;
    },
  };
};

interface TeamIn {
  readonly team: string;
  readonly name: string;
  /** To which it belonged at the end of the period; null where to none. */
  readonly service: string | null;
}

/** Teams that were there at some time of the period, and any other of whose children something was raised; A to Z. */
const teamsIn = ({ from, to }: Days, counted: readonly CountedRecord[], readModels: ReadModels): TeamIn[] =>
  readModels.all<TeamIn>(
    `SELECT there.team, ${teamNameOn('there.team', ':to')} AS name, ${serviceOn('there.team', ':to')} AS service
     FROM (SELECT team FROM teams WHERE ("from" IS NULL OR "from" <= :to) AND ("to" IS NULL OR "to" >= :from)
           UNION SELECT value FROM json_each(:counted)) AS there ORDER BY name, there.team`,
    { from, to, counted: JSON.stringify(counted.map(({ at }) => at['team'])) },
  );

const byService = (teams: readonly TeamIn[]): Place[] =>
  groupedBy(teams, ({ service, team }) => service ?? ['alone', team]).map((together) => {
    const { service, team } = together[0]!;
    return service === null
      ? leaf(team)
      : { code: `${SERVICE}${service}`, parts: together.map((each) => leaf(each.team)) };
  });

/** Whole quarters from the first day to the last, those of one half of a year together. */
export const timeIn = ({ from, to }: Days): Place[] => {
  if (quarterPeriod(quarterOf(from)).from !== from || quarterPeriod(quarterOf(to)).to !== to) return [];
  const quarters = yearsIn(from, to)
    .flatMap((year) => quartersOf(year))
    .filter((quarter) => quarterPeriod(quarter).from >= from && quarterPeriod(quarter).to <= to);
  if (quarters.length < 2) return [];
  const halves = groupedBy(quarters, halfOf);
  if (halves.length < 2 || halves.some((half) => half.length < 2)) return quarters.map(leaf);
  return halves.map((half) => ({ code: halfOf(half[0]!), parts: half.map(leaf) }));
};

const yearsIn = (from: string, to: string): string[] => {
  const years = [financialYearOf(from)];
  while (quarterPeriod(`${years.at(-1)!} Q4`).to < to)
    years.push(financialYearOf(`${Number(years.at(-1)!.slice(0, 4)) + 1}-04-01`));
  return years;
};

/** `2022/23 H1` of `2022/23 Q2`. */
export const halfOf = (quarter: string): string => `${quarter.slice(0, -2)}H${Number(quarter.slice(-1)) <= 2 ? 1 : 2}`;

const timeInWords = (code: string): string => {
  // Named by what is added in it, so that nobody adds it once more.
  if (code.endsWith('H1')) return `${code.slice(0, -3)} Q1 and Q2`;
  return code.endsWith('H2') ? `${code.slice(0, -3)} Q3 and Q4` : code;
};

/** Themes in the order of their list, the list of the council's own that nobody raised left out. */
const themesOf = (records: RegisterKind, counted: readonly CountedRecord[]): Place[] => {
  const list = records === 'acknowledgement' ? ACKNOWLEDGEMENT_THEMES : DISPUTE_THEMES;
  const order = new Map(list.map(({ code }, index) => [code, index]));
  const raised = [...new Set(counted.map(({ at }) => at['theme']!))].sort(
    (a, b) => (order.get(a) ?? list.length) - (order.get(b) ?? list.length) || (a < b ? -1 : 1),
  );
  if (records === 'acknowledgement') return raised.map(leaf);
  const [drift, others] = [true, false].map((isDrift) =>
    raised.filter((code) => (themeGroupOf(code) === DRIFT_AND_DELAY) === isDrift),
  ) as [string[], string[]];
  return [
    { code: DRIFT, parts: drift.map(leaf) },
    { code: OTHER_THEMES, parts: others.map(leaf) },
  ];
};
