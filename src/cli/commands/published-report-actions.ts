import { writeFile } from 'node:fs/promises';
import { THE_OPERATOR } from '../../access/asker.js';
import { firstDayOf, isLocalDate, lastDayOf } from '../../calendar/dates.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { digestOf } from '../../platform/executor.js';
import { freeReference } from '../../platform/free-reference.js';
import { Problem } from '../../platform/http/problem.js';
import { derivedId, readReference } from '../../platform/ids.js';
import { type Audience, AUDIENCES } from '../../reports/disclosure/small.js';
import { type Method, METHODS, type ReportKind, REPORT_KINDS } from '../../reports/publishing/events.js';
import { TakeFigures } from '../../reports/publishing/figures/figures.query.js';
import { isTableOfUse, leftOutInWords, OF_NO_USE } from '../../reports/publishing/in-words.js';
import {
  DrawFilesToPublish,
  type FileAsked,
  MakeReportFile,
} from '../../reports/publishing/published-report-files.query.js';
import {
  PUBLISHED_REPORT_PREFIX,
  type PublishedReportAct,
  publishedReportDecider,
  publishedReportStream,
} from '../../reports/publishing/published-report.js';
import {
  ComparePublishedReport,
  FindPublishedReport,
  ListPublishedReports,
  ReadPublishedReport,
} from '../../reports/publishing/published-reports.query.js';
import {
  actionsText,
  comparedText,
  proposedText,
  reportsText,
  reportText,
} from '../../reports/publishing/published-reports.text.js';
import { ProposeReportActions } from '../../reports/publishing/actions-proposed.query.js';
import { ProposeReportTables } from '../../reports/publishing/tables-proposed.query.js';
import { FindThreshold } from '../../reports/publishing/threshold.query.js';
import { COMMAND_LINE } from '../acting-as.js';
import type { Council, OpenCouncil } from '../council.js';
import { BadUse, CommandFailed, counted, fileFrom, printExactly, printJson, type Terminal } from '../terminal.js';
import { ofRecords, yearGiven } from './report-actions.js';

interface Printed {
  readonly json?: boolean;
}
export interface DraftOptions {
  readonly year?: string;
  readonly from?: string;
  readonly to?: string;
  readonly kind: string;
  readonly team?: string;
  readonly method?: string;
  readonly audience: string;
}
export interface CheckOptions {
  readonly digest: string;
}
export interface PublishOptions {
  readonly on?: string;
  readonly address?: string;
}
export interface FileOptions {
  readonly out: string;
  readonly edition?: number;
  readonly table?: number;
}
export interface TablesOptions extends Printed {
  readonly method?: string;
}

export const listReports = async ({ queries }: Council, terminal: Terminal, { json }: Printed): Promise<void> => {
  const listed = await queries.execute(new ListPublishedReports(THE_OPERATOR));
  if (json) printJson(terminal, listed);
  else terminal.print(`${reportsText(listed)}\n`);
};

export const showReport = async (
  { queries }: Council,
  terminal: Terminal,
  reference: string,
  { json }: Printed,
): Promise<void> => {
  const report = referenceGiven(reference);
  const shown = await queries.execute(new ReadPublishedReport(report, THE_OPERATOR));
  if (json) return printJson(terminal, shown);
  // The texts that people wrote in the report are printed as they were written.
  printExactly(terminal, `${reportText(await queries.execute(new FindPublishedReport(report)))}\n`);
};

/** The tables that would print something, and why others would not. */
export const proposeTables = async (
  { queries }: Council,
  terminal: Terminal,
  reference: string,
  { method: written, json }: TablesOptions,
): Promise<void> => {
  const method = written === undefined ? null : oneOf<Method>(METHODS, written, '--method');
  const proposed = await queries.execute(new ProposeReportTables(referenceGiven(reference), method));
  if (json) printJson(terminal, proposed);
  else terminal.print(`${proposedText(proposed)}\n`);
};

/** What the report before it announced, for whoever says what became of it. */
export const proposeActions = async (
  { queries }: Council,
  terminal: Terminal,
  reference: string,
  { json }: Printed,
): Promise<void> => {
  const proposed = await queries.execute(new ProposeReportActions(referenceGiven(reference)));
  if (json) printJson(terminal, proposed);
  else printExactly(terminal, `${actionsText(proposed)}\n`);
};

/** Drafts it and takes its figures as the records stand now. */
export const draftReport = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  { year, from, to, kind, team, audience, method: written }: DraftOptions,
): Promise<void> => {
  const given = year === undefined ? undefined : ofRecords(yearGiven(year), council.today);
  const readers = oneOf<Audience>(AUDIENCES, audience, '--audience');
  const drafted = {
    kind: oneOf<ReportKind>(REPORT_KINDS, kind, '--kind'),
    from: given === undefined ? dayGiven(from, '--from') : firstDayOf(given),
    to: given === undefined ? dayGiven(to, '--to') : lastDayOf(given),
    audience: readers,
    threshold: await council.queries.execute(new FindThreshold(readers)),
    team: teamGiven(team, council),
  };
  const method = written === undefined ? null : oneOf<Method>(METHODS, written, '--method');
  mustBePerson(actor);
  const seed = derivedId('report-draft', digestOf({ ...drafted, now: council.now }));
  const report = await freeReference(PUBLISHED_REPORT_PREFIX, seed, publishedReportStream, council.store);
  await act(council, actor, report, { type: 'draft', report, ...drafted }, seed);
  const asked = { asAt: council.now, layout: null, totalsAnyway: [], method };
  const figures = await council.queries.execute(new TakeFigures(drafted, asked));
  await act(council, actor, report, { type: 'freeze-figures', ...figures });
  for (const each of figures.leftOut) terminal.print(`Left out: ${leftOutInWords(each)}\n`);
  for (const table of figures.tables) if (!isTableOfUse(table)) terminal.print(`${table.title}: ${OF_NO_USE}\n`);
  terminal.print(`Drafted ${report}, with its figures. Read it with footprint report show ${report}.\n`);
};

export const checkReport = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  reference: string,
  { digest }: CheckOptions,
): Promise<void> => {
  await act(council, actor, referenceGiven(reference), { type: 'check', sha256: digest });
  terminal.print('Checked. An IRO manager can approve it now.\n');
};

export const approveReport = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  reference: string,
  { digest }: CheckOptions,
): Promise<void> => {
  await act(council, actor, referenceGiven(reference), { type: 'approve', sha256: digest });
  terminal.print('Approved. It can be published now.\n');
};

export const publishReport = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  reference: string,
  { on, address }: PublishOptions,
): Promise<void> => {
  const day = on === undefined ? council.today : dayGiven(on, '--on');
  const report = referenceGiven(reference);
  const publication = { on: day, address: address ?? null };
  const drawn = await council.queries.execute(new DrawFilesToPublish(report, publication));
  await act(council, actor, report, { type: 'publish', ...publication, ...drawn });
  terminal.print(`Published on ${day}. What it says never changes again.\n`);
};

export const compareReport = async (
  { queries }: Council,
  terminal: Terminal,
  reference: string,
  { edition, json }: Printed & { readonly edition?: number },
): Promise<void> => {
  const compared = await queries.execute(new ComparePublishedReport(referenceGiven(reference), THE_OPERATOR, edition));
  if (json) printJson(terminal, compared);
  else printExactly(terminal, `${comparedText(compared)}\n`);
};

/** Writes an edition of a report, or one of its tables, by the ending of the file’s name. @throws BadUse for any other ending */
export const writeReportFile = async (
  { queries }: Council,
  terminal: Terminal,
  reference: string,
  { out, edition, table }: FileOptions,
): Promise<void> => {
  const asked = fileAsked(out, table);
  const report = referenceGiven(reference);
  const { editions } = await queries.execute(new ReadPublishedReport(report, THE_OPERATOR));
  const chosen = edition === undefined ? editions.at(-1) : editions.find((each) => each.edition === edition);
  if (chosen === undefined)
    throw new CommandFailed(`There is no edition ${edition}: ${report} has ${counted(editions.length, 'edition')}.`);
  if (chosen.figures === null) throw new CommandFailed('No file can be made of it before its figures are taken.');
  const { bytes } = await queries.execute(new MakeReportFile(report, THE_OPERATOR, edition, asked)).catch((error) => {
    if (!('table' in asked) || !(error instanceof Problem && error.code === 'not-found')) throw error;
    throw new CommandFailed(
      `There is no table ${asked.table} in it: footprint report show ${report} says which it has.`,
    );
  });
  await writeFile(fileFrom(terminal, out), bytes).catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailed(`Nothing could be written to ${out} (${error.code}): check that its folder is there.`);
  });
  terminal.print(`Written to ${out}.\n`);
};

const PAPERS = ['pdf', 'docx', 'json'] as const;
const TABLES = ['csv', 'ods'] as const;

const fileAsked = (out: string, table: number | undefined): FileAsked => {
  const ofTable = TABLES.find((each) => out.endsWith(`.${each}`));
  if (ofTable !== undefined) return { as: ofTable, table: table ?? 1 };
  const as = PAPERS.find((each) => out.endsWith(`.${each}`));
  if (as === undefined)
    throw new BadUse('The name of the file ends in .pdf, .docx, .json, .csv or .ods, which says what it is.');
  if (table !== undefined) throw new BadUse('Only a file that ends in .csv or .ods is of one table.');
  return { as };
};

export type Unsigned = PublishedReportAct extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'by'>
    : never
  : never;

/** Carries one act out, as the person who is named. */
export const act = async (
  { executor, now }: OpenCouncil,
  actor: Actor,
  report: string,
  said: Unsigned,
  commandId?: string,
): Promise<void> => {
  mustBePerson(actor);
  const stream = publishedReportStream(report);
  const { revision } = await executor.load(stream, publishedReportDecider);
  const by = { person: actor.person, isProgram: false };
  await executor.execute(stream, publishedReportDecider, { ...said, by } as PublishedReportAct, null, {
    commandId: commandId ?? derivedId(report, digestOf(said), revision),
    ...{ actor, occurredAt: now },
  });
};

/** @throws CommandFailed where nobody is named */
const mustBePerson = (actor: Actor): void => {
  if (actor === COMMAND_LINE)
    throw new CommandFailed('A report is written, checked and published by people: say with --as who does this.');
};

export const referenceGiven = (written: string): string => {
  const reference = readReference(written);
  if (reference === undefined)
    throw new BadUse(`"${written}" is not the reference of a report. Write it as RPT-7K4M-2QXH.`);
  return reference;
};

/** @throws BadUse for a team that there is not */
const teamGiven = (written: string | undefined, { directory }: OpenCouncil): { id: string; name: string } | null => {
  if (written === undefined) return null;
  const team = directory.teamWritten(written);
  if (team === undefined)
    throw new BadUse(`There is no team "${written}". Use its name as footprint directory shows it.`);
  return { id: team.teamId, name: team.name };
};

export const dayGiven = (written: string | undefined, option: string): string => {
  if (written !== undefined && isLocalDate(written)) return written;
  throw new BadUse(`Give ${option} as a day, such as 2023-03-31; or --year for a financial year.`);
};

export const oneOf = <Word extends string>(words: readonly Word[], written: string, option: string): Word => {
  const word = words.find((each) => each === written);
  if (word === undefined) throw new BadUse(`${option} is one of ${words.join(', ')}.`);
  return word;
};
