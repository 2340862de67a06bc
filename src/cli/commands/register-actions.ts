import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { THE_OPERATOR } from '../../access/asker.js';
import { assertNever } from '../../platform/decider.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { writePrivately } from '../../platform/private-files.js';
import { type CheckedRegister, type FileResult, resultOf } from '../../register/check/check.js';
import { CheckRegister } from '../../register/check/check.query.js';
import { refusedRowsOf } from '../../register/check/refused-rows.js';
import type { Coverage } from '../../register/events.js';
import type { NotCarried } from '../../register/export/not-carried.js';
import { ExportRegister, type RegisterExported } from '../../register/export/export.query.js';
import { registerFiles } from '../../register/export/export.text.js';
import { type Correction, correctRow } from '../../register/import/correct-row.js';
import { coverageWritten, proposedCoverage, type SilentPeriod } from '../../register/import/coverage.js';
import { importRegister } from '../../register/import/import-register.js';
import { type Objection, objectionTo } from '../../register/import/objections.js';
import { takeOnRow } from '../../register/import/take-on-row.js';
import { withdrawImport } from '../../register/import/withdraw-import.js';
import { ListImports } from '../../register/imports/imports.query.js';
import { importsText } from '../../register/imports/imports.text.js';
import type { RegisterMapping } from '../../register/mapping/mapping.js';
import { proposeMapping } from '../../register/mapping/propose-mapping.js';
import { readMapping } from '../../register/mapping/read-mapping.js';
import { fileAt } from '../../register/reading/register-file.js';
import type { PassedOver } from '../../register/reading/spreadsheet.js';
import { decode } from '../../platform/separated-text/encoding.js';
import { councilFrom } from '../../register/rows/council.js';
import type { Council, OpenCouncil } from '../council.js';
import { BadUse, CommandFailed, counted, printExactly, printJson, type Terminal } from '../terminal.js';
import { opened } from './opened.js';

/** As they stand on the command line. */
export interface CheckOptions {
  readonly mapping: string;
  readonly refused?: string;
  readonly json?: boolean;
}
export interface ImportOptions extends CheckOptions {
  readonly expectTotal?: number;
  readonly leaveOutRefused?: boolean;
  readonly covers?: string[];
}

/** As they are worked with, once the mapping has been read. */
type Checking = Omit<CheckOptions, 'mapping'> & { readonly mapping: RegisterMapping };
type Importing = Omit<ImportOptions, 'mapping' | 'covers'> & Checking & { readonly covers: readonly Coverage[] | null };

/** Reads the mapping before any data is opened. @throws CommandFailed, FileInvalid */
export const checkingWith = async (options: CheckOptions): Promise<Checking> => ({
  ...options,
  mapping: await mappingIn(options.mapping),
});

/** @throws BadUse for a coverage that says nothing */
export const importingWith = async ({ covers, ...options }: ImportOptions): Promise<Importing> => ({
  ...options,
  covers: covers?.map(coverageGiven) ?? null,
  mapping: await mappingIn(options.mapping),
});
export interface CorrectOptions {
  readonly set: string[];
  readonly reason: string;
}

/** @throws BadUse for what is not a column, an equals sign and a text */
export const correctingWith = ({ set, reason }: CorrectOptions): Pick<Correction, 'cells' | 'reason'> => ({
  cells: new Map(set.map(cellGiven)),
  reason,
});

export const proposeMappingFor = async (terminal: Terminal, files: readonly string[]): Promise<void> =>
  printExactly(terminal, await proposeMapping(files.map(fileAt)));

export const check = async (
  council: Council,
  terminal: Terminal,
  files: readonly string[],
  options: Checking,
): Promise<void> => {
  const checked = await checkFiles(council, terminal, files, options);
  printResult(terminal, checked, options);
};

/** Checks the files of a register and reads their rows in. @throws CommandFailed if the check objects, before any row is read in */
export const importFiles = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  files: readonly string[],
  options: Importing,
): Promise<void> => {
  const checked = await checkFiles(council, terminal, files, options);
  const objection = whyNot(checked, options);
  if (objection !== undefined) {
    printResult(terminal, checked, options);
    throw new CommandFailed(objection);
  }
  for (const outlier of options.covers === null ? proposedCoverage(checked).outliers : [])
    terminal.say(`footprint: ${outlierInWords(outlier)}\n`);
  const outcome = await importRegister(
    { ...council, context: await council.contextFor(actor) },
    {
      checked,
      mappingSha256: options.mapping.sha256,
      covers: options.covers,
      actor,
      occurredAt: council.now,
    },
    { progress: (written, all) => terminal.say(`footprint: ${counted(written, 'row')} of ${all} written\n`) },
  );
  printResult(terminal, checked, options);
  const said =
    outcome.importId === null
      ? 'Nothing new: every accepted row is there already.'
      : `Import ${outcome.importId}: ${counted(outcome.rowsWritten, 'row')} written. ${coverageInWords(outcome.covers)}`;
  (options.json ? terminal.say : terminal.print)(`${said}\n`);
};

export const listImports = async (
  { queries }: Council,
  terminal: Terminal,
  { json }: { json?: boolean },
): Promise<void> => {
  const view = await queries.execute(new ListImports());
  if (json) printJson(terminal, view);
  else terminal.print(importsText(view));
};

export const withdraw = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  importId: string,
  reason: string,
): Promise<void> => {
  const services = { ...council, context: await council.contextFor(actor) };
  const { rows } = await withdrawImport(services, importId, reason, actor, council.now);
  terminal.print(`Withdrawn: ${counted(rows, 'row')} of import ${importId}.\n`);
};

export const correct = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  reference: string,
  correction: Pick<Correction, 'cells' | 'reason'>,
): Promise<void> => {
  const context = await council.contextFor(actor);
  const rows = councilFrom(council.directory, context.protocols, council.now);
  const { reference: corrected, execution } = await correctRow(
    { ...council, context, council: rows },
    { ...correction, reference, actor, occurredAt: council.now },
  );
  terminal.print(
    execution.events.length > 0
      ? `Corrected: ${corrected}.\n`
      : `Already so: ${corrected} says this. Nothing was recorded.\n`,
  );
};

export const takeOn = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  references: readonly string[],
): Promise<void> => {
  const context = await council.contextFor(actor);
  for (const written of references) {
    const reference = await takeOnRow({ ...council, context }, written, actor, council.now);
    terminal.print(`Taken on: ${reference}.\n`);
  }
};

export const exportTo = async (
  council: Council,
  terminal: Terminal,
  folder: string,
  { json }: { json?: boolean },
): Promise<void> => {
  const register = await council.queries.execute(new ExportRegister(THE_OPERATOR));
  const { registers, mapping } = registerFiles(register, await council.says());
  const references = registers.flatMap((file) => file.references);
  await opened(council, 'export', 'register export', references);
  const files = [...registers, mapping];
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const { name, text } of files) await writePrivately(join(folder, name), text);
  const [disputes, acknowledgements] = [rowsIn(register.disputes), rowsIn(register.acknowledgements)];
  const names = files.map(({ name }) => name);
  const { covers, notCarried } = register;
  if (json) return printJson(terminal, { folder, disputes, acknowledgements, files: names, covers, notCarried });
  terminal.print(
    `${counted(disputes, 'dispute')} and ${counted(acknowledgements, 'acknowledgement')} written to ` +
      `${folder}: ${names.join(', ')}.\n`,
  );
  for (const { name, lacks } of registers.filter((file) => file.lacks.length > 0))
    terminal.print(`${name} has no column for ${lacks.join(', ')}: nor had the register of its rows.\n`);
  terminal.print(readAgainInWords(registers, disputes + acknowledgements, register));
  terminal.print(notCarriedInWords(notCarried ?? []));
};

const rowsIn = (layouts: readonly { readonly rows: readonly unknown[] }[]): number =>
  layouts.reduce((sum, { rows }) => sum + rows.length, 0);

/** The command that reads the files again, for the same years: what a register speaks for is in none of its cells. */
const readAgainInWords = (
  registers: readonly { readonly name: string }[],
  rows: number,
  { covers }: Pick<RegisterExported, 'covers'>,
): string =>
  'To read them into an empty folder that has these teams and protocols, from within that of the files:\n' +
  [
    `  footprint register import ${registers.map(({ name }) => name).join(' ')} --mapping mapping.yaml --expect-total ${rows}`,
    ...covers.map(({ kind, from, to }) => `    --covers ${kind}:${from}..${to}`),
  ].join(' \\\n') +
  '\n';

const notCarriedInWords = (notCarried: readonly NotCarried[]): string =>
  notCarried.length === 0
    ? ''
    : [
        'A spreadsheet has no cell for these, so figures made from these files are not those of this log:',
        ...notCarried.map(
          ({ what, count, figures }) =>
            `  ${count.toLocaleString('en-GB')} ${what}${figures.length === 0 ? '' : `: ${figures.join('; ')}`}`,
        ),
        'The log holds all of it: "footprint backup FILE" copies it, and "footprint copy-log" moves it.',
        '',
      ].join('\n');

const mappingIn = async (path: string): Promise<RegisterMapping> => {
  const bytes = await readFile(path).catch(() => {
    throw new CommandFailed(`The mapping ${path} cannot be opened. "footprint register mapping" proposes one.`);
  });
  return readMapping(decode(bytes), parse(path).base);
};

const checkFiles = async (
  council: Council,
  terminal: Terminal,
  files: readonly string[],
  { mapping, refused }: Checking,
): Promise<CheckedRegister> => {
  const progress = (read: number): void => {
    if (read % ROWS_BETWEEN_REPORTS === 0) terminal.say(`footprint: ${counted(read, 'row')} checked\n`);
  };
  terminal.keep?.(files.map((file) => parse(file).base));
  const checked = await council.queries.execute(new CheckRegister(files.map(fileAt), mapping, progress));
  for (const note of checked.notes) terminal.say(`footprint: ${note}\n`);
  if (refused !== undefined) await writeRefused(terminal, checked, refused);
  return checked;
};

const ROWS_BETWEEN_REPORTS = 10_000;

/** The reason why the files are not imported, or undefined where they may be. */
const whyNot = (checked: CheckedRegister, { leaveOutRefused = false, ...options }: Importing): string | undefined => {
  const objection = objectionTo(checked, { ...options, leaveOutRefused });
  return objection === undefined ? undefined : objectionInWords(objection);
};

const objectionInWords = (objection: Objection): string => {
  switch (objection.kind) {
    case 'rows-refused':
      return (
        `${counted(objection.rows, 'row is', 'rows are')} refused, so nothing was imported. Mend them (--refused FILE writes them out), ` +
        'or import the others with --leave-out-refused.'
      );
    case 'another-number': {
      const { accepted, expected } = objection;
      return `${counted(accepted, 'row is', 'rows are')} accepted and ${expected} were expected, so nothing was imported.`;
    }
    case 'silent-periods':
      return `${objection.periods.map(silenceInWords).join('\n')}\nNothing was imported.`;
    default:
      return assertNever(objection);
  }
};

const outlierInWords = (row: string): string =>
  `${row} is alone in its year: the register is not taken to speak for that year. Where it does, say so with --covers.`;

const silenceInWords = ({ file, kind, from, to }: SilentPeriod): string =>
  `${file} has no ${kind} row from ${from} to ${to}, and many before and after. ` +
  `If there were none, say “--covers ${kind}:” with the first and the last day; if nobody kept it then, say it twice, once for each part.`;

const printResult = (terminal: Terminal, checked: CheckedRegister, { json }: Checking): void => {
  const result = resultOf(checked);
  if (json) printJson(terminal, result);
  else for (const file of result.files) printFile(terminal, file);
};

/** References are those of the register, and stay as they are written there. */
const printFile = (terminal: Terminal, file: FileResult): void => {
  const rows = [...file.together, ...file.duplicates, ...file.refused];
  terminal.keep?.([file.file, ...rows.map(({ reference }) => reference)]);
  terminal.print(fileInWords(file));
};

const fileInWords = ({ file, rows, passedOver, accepted, together, duplicates, refused }: FileResult): string =>
  [
    `${file}: ${counted(rows, 'row')}, ${accepted} accepted, ${counted(duplicates.length, 'duplicate')}, ${refused.length} refused`,
    ...passedOverInWords(passedOver),
    ...together.map(
      ({ row, reference, earlierRow }) =>
        `  row ${row}, ${reference}: put together with row ${earlierRow}, as one dispute of several children`,
    ),
    ...duplicates.map(({ row, reference }) => `  row ${row}, ${reference}: the same as an earlier row, folded into it`),
    ...refused.map(
      ({ row, reference, column, found, reason }) =>
        `  row ${row}, ${reference || 'no reference'}: ${column === '' ? '' : `“${column}” says "${found}". `}${reason}`,
    ),
    '',
  ].join('\n');

/** The lines of the file beside its rows and its headings. */
const passedOverInWords = ({ titles, totals, headingsAgain, blank }: PassedOver): string[] => {
  const numbered = (rows: readonly number[], what: string): string[] =>
    rows.length === 0
      ? []
      : [`${what} (row ${rows.slice(0, MOST_NUMBERED).join(', ')}${rows.length > MOST_NUMBERED ? ', …' : ''})`];
  const all = [
    ...numbered(titles, 'title above the headings'),
    ...numbered(totals, 'total'),
    ...numbered(headingsAgain, 'headings again'),
    ...(blank === 0 ? [] : [counted(blank, 'blank row')]),
  ];
  return all.length === 0 ? [] : [`  no rows of the register: ${all.join('; ')}`];
};

const MOST_NUMBERED = 20;

/** One CSV for each layout of file, under the headings the rows came from, so that it can be mended and imported. */
const writeRefused = async (terminal: Terminal, { files }: CheckedRegister, path: string): Promise<void> => {
  const layouts = new Map<string, CheckedRegister['files'][number][]>();
  for (const file of files.filter(({ refused }) => refused.length > 0)) {
    const layout = file.headings.join('\n');
    layouts.set(layout, [...(layouts.get(layout) ?? []), file]);
  }
  for (const [at, ofLayout] of [...layouts.values()].entries()) {
    const rows = ofLayout.reduce((sum, { refused }) => sum + refused.length, 0);
    const target = at === 0 ? path : numbered(path, at + 1);
    await writePrivately(target, refusedRowsOf(ofLayout));
    terminal.say(`footprint: ${counted(rows, 'refused row')} written to ${target}\n`);
  }
};

const numbered = (path: string, number: number): string => {
  const { name, ext } = parse(path);
  return join(dirname(path), `${name}-${number}${ext}`);
};

const coverageGiven = (written: string): Coverage => {
  const coverage = coverageWritten(written);
  if (coverage === undefined)
    throw new BadUse(
      `--covers ${written}: write “informal”, “formal” or “acknowledgement”, a colon, and a year or two days: formal:2021/22, formal:2025-04-01..2026-10-31.`,
    );
  return coverage;
};

const cellGiven = (written: string): [string, string] => {
  const at = written.indexOf('=');
  if (at < 1)
    throw new BadUse(`--set ${written}: write a column, an equals sign and what it should say: "Theme=LIFE".`);
  return [written.slice(0, at).trim(), written.slice(at + 1)];
};

const coverageInWords = (covers: readonly Coverage[]): string =>
  `The register speaks for ${covers.map(({ kind, from, to }) => `${kind} ${from} to ${to}`).join(', ') || 'nothing'}.`;
