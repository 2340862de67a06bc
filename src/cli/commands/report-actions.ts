import type { Query } from '@nestjs/cqrs';
import { THE_OPERATOR } from '../../access/asker.js';
import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import { isYearOfRecords } from '../../calendar/date-rules.js';
import { financialYearOf, isFinancialYear, yearWritten } from '../../calendar/dates.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { digestOf } from '../../platform/executor.js';
import { derivedId } from '../../platform/ids.js';
import type { Protocol } from '../../protocol/protocol.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import { ReadAnnualReport } from '../../reports/annual/annual.query.js';
import { annualReportText } from '../../reports/annual/annual.text.js';
import type { BoardFilters } from '../../reports/escalations/escalation-board.js';
import { ReadEscalations } from '../../reports/escalations/escalations.query.js';
import { escalationsText } from '../../reports/escalations/escalations.text.js';
import { ReadWeek } from '../../reports/escalations/week/week.query.js';
import { weekText } from '../../reports/escalations/week/week.text.js';
import { ReadWorkOf } from '../../reports/my-work/my-work.query.js';
import { myWorkText } from '../../reports/my-work/my-work.text.js';
import { type ReportAct, reportDecider, reportStream } from '../../reports/report.js';
import { DIMENSIONS, type Dimension, type ThemesQuestion } from '../../reports/themes/theme-figures.js';
import { CountThemes } from '../../reports/themes/themes.query.js';
import { plainThemes, themesText } from '../../reports/themes/themes.text.js';
import { ReadTimeliness } from '../../reports/timeliness/timeliness.query.js';
import { timelinessText } from '../../reports/timeliness/timeliness.text.js';
import { TIMELINESS_DIMENSIONS, type TimelinessDimension } from '../../reports/timeliness/timeliness.js';
import { PlayYearAgain } from '../../reports/what-if/what-if.query.js';
import { whatIfText } from '../../reports/what-if/what-if.text.js';
import type { Council, OpenCouncil } from '../council.js';
import { BadUse, printExactly, printJson, type Terminal } from '../terminal.js';
import { asItStoodLine, dayGiven } from './as-at.js';
import { openedIn } from './opened.js';

export interface ThemesOptions {
  readonly year: string;
  readonly by: string[];
  readonly json?: boolean;
  readonly asAt?: string;
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

export interface Printed {
  readonly json?: boolean;
  /** As it stood at the end of this day; as it stands now unless given. */
  readonly asAt?: string;
}

interface Printing extends Printed {
  /** Words of the command, where initials stand in what it prints. */
  readonly opens?: string;
}

export const printThemes = (
  council: Council,
  terminal: Terminal,
  question: ThemesQuestion,
  options: Printed,
): Promise<void> =>
  printed(
    council,
    terminal,
    options,
    new CountThemes(THE_OPERATOR, question, dayGiven(options.asAt)),
    themesText,
    plainThemes,
  );

export const printAnnualReport = async (
  council: Council,
  terminal: Terminal,
  year: string,
  options: Printed,
): Promise<void> => {
  // A note of people on a figure is in it, and stays as it was written.
  const exactly = { ...terminal, print: (text: string) => printExactly(terminal, text) };
  const query = new ReadAnnualReport(THE_OPERATOR, year, undefined, dayGiven(options.asAt));
  await printed(council, exactly, options, query, (report, { words, kept }) => annualReportText(report, words, kept));
};

export interface BoardOptions extends Omit<BoardFilters, 'stage'>, Printed {}

export const printEscalations = (
  council: Council,
  terminal: Terminal,
  { json, asAt, ...filters }: BoardOptions,
): Promise<void> => {
  const query = new ReadEscalations(THE_OPERATOR, filters, dayGiven(asAt));
  return printed(council, terminal, { json, asAt, opens: 'report escalations' }, query, escalationsText);
};

export const printWeek = (
  council: Council,
  terminal: Terminal,
  day: string | undefined,
  { json }: Printed,
): Promise<void> => printed(council, terminal, { json }, new ReadWeek(THE_OPERATOR, day), weekText);

export const printWorkOf = (
  council: Council,
  terminal: Terminal,
  person: string,
  { json, asAt }: Printed,
): Promise<void> => {
  const query = new ReadWorkOf(THE_OPERATOR, person, dayGiven(asAt));
  return printed(council, terminal, { json, asAt, opens: 'report work' }, query, myWorkText, ({ work }) => work);
};

export const printWhatIf = (
  council: Council,
  terminal: Terminal,
  year: string,
  protocol: Protocol,
  { json }: Printed,
): Promise<void> => printed(council, terminal, { json }, new PlayYearAgain(THE_OPERATOR, year, protocol), whatIfText);

/** Asks a query as the operator, and prints what it says for people or for programs. */
const printed = async <View>(
  council: Council,
  terminal: Terminal,
  { json, opens, asAt }: Printing,
  query: Query<View>,
  text: (view: View, says: CouncilSays) => string,
  forPrograms: (view: View) => unknown = (view) => view,
): Promise<void> => {
  const view = await council.queries.execute(query);
  if (opens !== undefined) await openedIn(council, 'list', opens, view);
  if (json) printJson(terminal, forPrograms(view));
  else terminal.print(`${asItStoodLine(asAt)}${text(view, await council.says())}\n`);
};

export interface TimelinessOptions extends Printed {
  readonly year: string;
  readonly by?: string[];
}

/** By stage, by team and by quarter, unless told how. */
export const printTimeliness = async (
  { queries, today }: Council,
  terminal: Terminal,
  { year, by, json, asAt }: TimelinessOptions,
): Promise<void> => {
  const ways = by === undefined ? [['stage'], ['team'], ['quarter']] : [by];
  const asked = ways.map((way) => way.map(timelinessDimensionGiven));
  const asking = new ReadTimeliness(THE_OPERATOR, ofRecords(yearGiven(year), today), asked, dayGiven(asAt));
  const tables = await queries.execute(asking);
  if (json) printJson(terminal, tables.length === 1 ? tables[0] : tables);
  else terminal.print(`${asItStoodLine(asAt)}${timelinessText(tables)}\n`);
};

const timelinessDimensionGiven = (written: string): TimelinessDimension => {
  const dimension = TIMELINESS_DIMENSIONS.find((each) => each === written.toLowerCase());
  if (dimension !== undefined) return dimension;
  throw new BadUse(`"${written}" is nothing to count by. Use any of ${TIMELINESS_DIMENSIONS.join(', ')}.`);
};

export const noteFigure = async (
  council: OpenCouncil,
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
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  total: { year: string; measure: string; value: number; source: string },
): Promise<void> => {
  await say(council, actor, { type: 'enter-published-total', ...total });
  terminal.print(`Entered: ${total.measure} of ${total.year} is ${total.value}.\n`);
};

const say = async ({ executor, now }: OpenCouncil, actor: Actor, act: ReportAct): Promise<void> => {
  const stream = reportStream(act.year);
  const { revision } = await executor.load(stream, reportDecider);
  const commandId = derivedId('report', digestOf(act), revision);
  await executor.execute(stream, reportDecider, act, null, { commandId, actor, occurredAt: now });
};

/** @throws BadUse for what is not a financial year */
export const yearGiven = (written: string): FinancialYear => {
  const year = yearWritten(written);
  if (isFinancialYear(year)) return year;
  throw new BadUse(`"${written}" is not a financial year. Write it as 2022/23.`);
};

/** @throws BadUse for a year of which there can be no record */
export const ofRecords = (year: FinancialYear, today: LocalDate): FinancialYear => {
  if (isYearOfRecords(year, today)) return year;
  throw new BadUse(`No record can be of ${year}: check the year.`);
};

/** The financial year that is named, or else that of the day as at which is asked. @throws BadUse where neither is */
export const yearGivenOrOf = (written: string | undefined, asAt: string | undefined): FinancialYear => {
  if (written !== undefined) return yearGiven(written);
  const day = dayGiven(asAt);
  if (day === undefined) throw new BadUse('Give --year as a financial year, such as 2022/23; or --as-at.');
  return financialYearOf(day);
};

const dimensionGiven = (written: string): Dimension => {
  const dimension = DIMENSIONS.find((each) => each.toLowerCase() === written.toLowerCase());
  if (dimension !== undefined) return dimension;
  throw new BadUse(
    `"${written}" is nothing to count by. Use any of ${DIMENSIONS.join(', ')}, with commas between them.`,
  );
};
