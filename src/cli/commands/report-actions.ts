import {
  DIMENSIONS,
  type Dimension,
  themeFigures,
  themes,
  type ThemesQuestion,
} from '../../../projections/themes/themes.queries.js';
import { isFinancialYear } from '../../calendar/dates.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { digestOf } from '../../platform/executor.js';
import { derivedId } from '../../platform/ids.js';
import { annualReport } from '../../reports/annual-report.js';
import { formatAnnualReport } from '../../reports/format-annual-report.js';
import { formatThemes } from '../../reports/format-themes.js';
import { type ReportAct, reportDecider, reportStream } from '../../reports/report.js';
import type { Council } from '../council.js';
import { BadUse, printJson, type Terminal } from '../terminal.js';

export interface ThemesOptions {
  readonly year: string;
  readonly by: string[];
  readonly json?: boolean;
}
export interface NoteOptions {
  readonly text: string;
  readonly notComparable?: boolean;
}
export interface PublishedOptions {
  readonly source: string;
}

/** @throws BadUse for a year or a dimension that is none */
export const questionFrom = ({ year, by }: ThemesOptions): ThemesQuestion => ({
  year: yearGiven(year),
  by: by.map(dimensionGiven),
});

export const printThemes = async (
  { readModels, today }: Council,
  terminal: Terminal,
  question: ThemesQuestion,
  { json }: { json?: boolean },
): Promise<void> => {
  if (json) printJson(terminal, themes(question, readModels, today));
  else terminal.print(`${formatThemes(themeFigures(question, readModels, today))}\n`);
};

export const printAnnualReport = async (
  { readModels, today }: Council,
  terminal: Terminal,
  year: string,
  { json }: { json?: boolean },
): Promise<void> => {
  const report = annualReport(year, readModels, today);
  if (json) printJson(terminal, report);
  else terminal.print(`${formatAnnualReport(report)}\n`);
};

export const noteFigure = async (
  council: Council,
  actor: Actor,
  terminal: Terminal,
  year: string,
  measure: string,
  { text, notComparable }: NoteOptions,
): Promise<void> => {
  await say(council, actor, {
    type: 'note-figure',
    year,
    measure,
    note: text,
    comparable: !notComparable,
  });
  terminal.print(`Noted on ${measure} of ${year}.\n`);
};

export const enterPublishedTotal = async (
  council: Council,
  actor: Actor,
  terminal: Terminal,
  total: { year: string; measure: string; value: number; source: string },
): Promise<void> => {
  await say(council, actor, { type: 'enter-published-total', ...total });
  terminal.print(`Entered: ${total.measure} of ${total.year} is ${total.value}.\n`);
};

const say = async ({ executor, now }: Council, actor: Actor, act: ReportAct): Promise<void> => {
  const stream = reportStream(act.year);
  const { revision } = await executor.load(stream, reportDecider);
  const commandId = derivedId('report', digestOf(act), revision);
  await executor.execute(stream, reportDecider, act, null, { commandId, actor, occurredAt: now });
};

/** @throws BadUse for what is not a financial year */
export const yearGiven = (written: string): string => {
  if (isFinancialYear(written)) return written;
  throw new BadUse(`"${written}" is not a financial year. Write it as 2022/23.`);
};

const dimensionGiven = (written: string): Dimension => {
  const dimension = DIMENSIONS.find((each) => each.toLowerCase() === written.toLowerCase());
  if (dimension !== undefined) return dimension;
  throw new BadUse(
    `"${written}" is nothing to count by. Use any of ${DIMENSIONS.join(', ')}, with commas between them.`,
  );
};
