import { londonDate } from '../../src/calendar/dates.js';
import { MAIN_LADDER } from '../../src/protocol/protocol.js';
import type { FinancialYear } from '../../src/calendar/calendar.js';
import type { Reading } from '../../src/reading/reading.js';
import { annualReport } from '../../src/reports/annual/annual-report.js';
import { howFar } from '../../src/reports/how-far/how-far.js';
import { nameWithoutKind } from '../../src/reports/measures.js';
import { repeats } from '../../src/reports/repeats/repeats.js';
import { soWhat } from '../../src/reports/so-what/so-what.js';
import { themeFigures } from '../../src/reports/themes/theme-figures.js';
import { timeliness } from '../../src/reports/timeliness/timeliness.js';

/** One figure of a report, and the name by which the reports know its kind. */
export interface FigureShown {
  readonly value: unknown;
  readonly name: string;
}

/** Every figure of a year that a report shows, by the report and the place where it stands. */
export const everyFigure = (year: FinancialYear, reading: Reading): Map<string, FigureShown> => {
  const figures = new Map<string, FigureShown>();
  const add = (name: string, cell: string, value: unknown): unknown => figures.set(`${year} ${cell}`, { value, name });
  const { readModels, now } = reading;

  for (const measure of annualReport(year, readModels, now).measures) {
    add(nameWithoutKind(measure), `annual ${measure.code}`, measure.value);
    add(nameWithoutKind(measure), `annual ${measure.code}, change`, measure.change);
  }
  const themes = themeFigures({ year, by: ['kind', 'team', 'quarter', 'themeGroup'] }, readModels, londonDate(now));
  for (const { dimensions, filters, count, share, children } of themes.rows)
    add('themes', `themes ${JSON.stringify({ ...dimensions, team: filters.team })}`, [count, share, children]);

  for (const { dimensions, filters, count } of themeFigures(
    { year, by: ['kind', 'stage'] },
    readModels,
    londonDate(now),
  ).rows)
    add('themes by stage', `themes ${filters.kind} at ${dimensions.ladder ?? MAIN_LADDER} ${dimensions.stage}`, count);

  const { counted } = timeliness(year, ['kind', 'stage'], reading);
  for (const figure of counted === null ? [] : [...counted.figures, counted.all]) {
    const { dimensions, note: _, ...numbers } = figure;
    for (const [name, value] of Object.entries(numbers))
      add('timeliness', `timeliness ${JSON.stringify(dimensions)} ${name}`, value);
  }
  add('timeliness', 'timeliness over the total', counted?.overTotal ?? null);

  for (const { kind, ladder, raised, places, referredToCafcass } of howFar(year, reading).kinds) {
    const how = `how far ${kind}${ladder === null || ladder === MAIN_LADDER ? '' : ` on ${ladder}`}`;
    add('how far it went', `${how} raised`, raised);
    for (const { place, stage, count } of places) add('how far it went', `${how} ${place} ${stage}`, count);
    add('referred to Cafcass', `${how} referred`, referredToCafcass);
  }
  const what = soWhat(year, reading).counted;
  for (const [name, value] of Object.entries(what ?? {})) {
    if (name !== 'outcomes' && name !== 'impact') add('what changed', `what changed, ${name}`, value);
  }
  for (const { outcome, count } of what?.outcomes ?? []) add('what changed', `what changed, outcome ${outcome}`, count);
  for (const { impact, count } of what?.impact ?? []) add('what changed', `what changed, impact ${impact}`, count);

  const again = repeats(year, reading).counted;
  add('repeats', 'repeats raised', again?.raised ?? null);
  add('repeats', 'repeats repeated', again?.repeated ?? null);
  return figures;
};

/** A place at which nothing stands, and one at which 0 stands, say the same; a record that is read again has another reference. */
export const sameValue = (one: unknown, other: unknown): boolean => asNumbers(one) === asNumbers(other);

const asNumbers = (value: unknown): string =>
  JSON.stringify(value === undefined || value === 0 ? null : value, (key, part: unknown) =>
    key === 'references' ? undefined : part,
  );
