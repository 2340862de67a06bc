import { type BoardFilters, escalationBoard } from '../../reports/escalations/escalation-board.js';
import { NOT_RESTRICTED } from '../../reports/open-disputes/open-disputes.js';
import { myWork } from '../../reports/my-work/my-work.js';
import {
  DIMENSIONS,
  type Dimension,
  themeFigures,
  themes,
  type ThemesQuestion,
} from '../../reports/themes/theme-figures.js';
import { isFinancialYear } from '../../calendar/dates.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { digestOf } from '../../platform/executor.js';
import { derivedId } from '../../platform/ids.js';
import { annualReport } from '../../reports/annual/annual-report.js';
import { formatAnnualReport } from '../../reports/annual/annual.text.js';
import { formatEscalations } from '../../reports/escalations/escalations.text.js';
import { formatThemes } from '../../reports/themes/themes.text.js';
import { formatHowFar, formatRepeats, formatSoWhat, formatTimeliness } from '../../reports/format-yearly.js';
import { howFar } from '../../reports/how-far/how-far.js';
import { formatMyWork } from '../../reports/my-work/my-work.text.js';
import { repeats } from '../../reports/repeats/repeats.js';
import { type ReportAct, reportDecider, reportStream } from '../../reports/report.js';
import { soWhat } from '../../reports/so-what/so-what.js';
import { timeliness, TIMELINESS_DIMENSIONS, type TimelinessDimension } from '../../reports/timeliness/timeliness.js';
import type { Reading } from '../../reading/reading.js';
import type { Council } from '../council.js';
import { BadUse, CommandFailed, printJson, type Terminal } from '../terminal.js';

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
  { readModels, now }: Council,
  terminal: Terminal,
  year: string,
  { json }: { json?: boolean },
): Promise<void> => {
  const report = annualReport(year, readModels, now);
  if (json) printJson(terminal, report);
  else terminal.print(`${formatAnnualReport(report)}\n`);
};

export interface BoardOptions extends Omit<BoardFilters, 'stage'> {
  readonly json?: boolean;
}

/** Everything that is open, but for restricted records: what is printed may be passed on. */
export const printEscalations = async (
  council: Council,
  terminal: Terminal,
  { json, ...filters }: BoardOptions,
): Promise<void> => {
  const board = escalationBoard(await readingOf(council), NOT_RESTRICTED, filters);
  if (json) printJson(terminal, board);
  else terminal.print(`${formatEscalations(board)}\n`);
};

export const printMyWork = async (
  council: Council,
  terminal: Terminal,
  written: string,
  { json }: { json?: boolean },
): Promise<void> => {
  const { directory, today } = council;
  const person = directory.person(written) ?? directory.personNamed(written);
  if (person === undefined) throw new CommandFailed('Nobody in the directory has this name or number.');
  const { personId, name } = person;
  const worker = {
    person: personId,
    name,
    owners: [personId, ...directory.coveredBy(personId, today)],
    posts: directory.postsHeldBy(personId, today),
  };
  const work = myWork(worker, await readingOf(council), NOT_RESTRICTED);
  if (json) printJson(terminal, work);
  else terminal.print(`${formatMyWork(name, work)}\n`);
};

export interface TimelinessOptions {
  readonly year: string;
  readonly by?: string[];
  readonly json?: boolean;
}

/** By stage, by team and by quarter, unless told how. */
export const printTimeliness = async (
  council: Council,
  terminal: Terminal,
  { year, by, json }: TimelinessOptions,
): Promise<void> => {
  const books = await readingOf(council);
  const ways = by === undefined ? [['stage'], ['team'], ['quarter']] : [by];
  const tables = ways.map((way) => timeliness(yearGiven(year), way.map(timelinessDimensionGiven), books));
  if (json) printJson(terminal, tables.length === 1 ? tables[0] : tables);
  else terminal.print(`${formatTimeliness(tables)}\n`);
};

const YEARLY = {
  'how-far': (year: string, books: Reading) => inBothForms(howFar(year, books), formatHowFar),
  'so-what': (year: string, books: Reading) => inBothForms(soWhat(year, books), formatSoWhat),
  repeats: (year: string, books: Reading) => inBothForms(repeats(year, books), formatRepeats),
};
const inBothForms = <Report>(report: Report, format: (report: Report) => string) => ({ report, text: format(report) });

export const printYearly = async (
  which: keyof typeof YEARLY,
  council: Council,
  terminal: Terminal,
  { year, json }: { year: string; json?: boolean },
): Promise<void> => {
  const { report, text } = YEARLY[which](yearGiven(year), await readingOf(council));
  if (json) printJson(terminal, report);
  else terminal.print(`${text}\n`);
};

const readingOf = async ({ readModels, directory, protocols, calendar, now }: Council) => ({
  readModels,
  directory,
  protocols: await protocols.current(),
  calendar: await calendar.current(),
  now,
});

const timelinessDimensionGiven = (written: string): TimelinessDimension => {
  const dimension = TIMELINESS_DIMENSIONS.find((each) => each === written.toLowerCase());
  if (dimension !== undefined) return dimension;
  throw new BadUse(`"${written}" is nothing to count by. Use any of ${TIMELINESS_DIMENSIONS.join(', ')}.`);
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
