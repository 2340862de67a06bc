import { endOfDay } from '../../calendar/dates.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import {
  type Method,
  METHODS,
  PARTS_TAKEN_OUT,
  PROGRESS,
  type Progress,
  type SectionCode,
  SECTIONS,
  STORY_KINDS,
  type StoryKind,
  type TableChosen,
} from '../../reports/publishing/events.js';
import { ProposeReportActions } from '../../reports/publishing/actions-proposed.query.js';
import { RECORDS } from '../../reports/publishing/figures/figures-of.js';
import { TakeFigures } from '../../reports/publishing/figures/figures.query.js';
import { TABLE_CODES } from '../../reports/publishing/figures/layouts.js';
import { isTableOfUse, leftOutInWords, OF_NO_USE } from '../../reports/publishing/in-words.js';
import { FindPublishedReport } from '../../reports/publishing/published-reports.query.js';
import type { OpenCouncil } from '../council.js';
import { personMeant } from '../person-meant.js';
import { BadUse, CommandFailed, type Terminal } from '../terminal.js';
import { act, dayGiven, oneOf, referenceGiven } from './published-report-actions.js';

export interface TakeOptions {
  readonly asAt?: string;
  readonly table?: readonly string[];
  readonly method?: string;
  readonly totalAnyway?: readonly string[];
}
export interface SectionOptions {
  readonly section: string;
  readonly text: string;
}
export interface FigureOptions {
  readonly section: string;
  readonly label: string;
  readonly value: number;
  readonly source: string;
  readonly definition: string;
  readonly asOf: string;
  readonly partOf?: string;
}
export interface StoryOptions {
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly signer: string;
  readonly story?: string;
}
export interface ActionOptions {
  readonly what?: string;
  readonly priority?: number;
  readonly holder: string;
  readonly progress: string;
  readonly sentence: string;
  readonly asOf: string;
  readonly action?: string;
}
export interface TakeOutOptions {
  readonly figure?: string;
  readonly story?: string;
  readonly action?: string;
}
export interface SignOffOptions {
  readonly story: string;
}
export interface TextOptions {
  readonly text: string;
}
export interface PresentOptions {
  readonly board: string;
  readonly on?: string;
}
export interface ReasonOptions {
  readonly reason: string;
}

export const takeFigures = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  reference: string,
  { asAt, table, method: written, totalAnyway = [] }: TakeOptions,
): Promise<void> => {
  const report = referenceGiven(reference);
  const method = written === undefined ? null : oneOf<Method>(METHODS, written, '--method');
  const totalsAnyway = totalAnyway.map((each) => oneOf<TableChosen['records']>(RECORDS, each, '--total-anyway'));
  if (totalsAnyway.length > 0 && actor.role !== 'iro-manager')
    throw new CommandFailed('Whether a small total is printed is for the IRO manager to say.');
  const { state } = await council.queries.execute(new FindPublishedReport(report));
  if (state === null) throw new CommandFailed(`There is no report ${report}. See footprint report list.`);
  const day = asAt === undefined ? council.today : dayGiven(asAt, '--as-at');
  const asked = { asAt: day >= council.today ? council.now : endOfDay(day), totalsAnyway, method };
  const layout = table === undefined ? null : table.map(tableGiven);
  const figures = await council.queries.execute(new TakeFigures(state.drafted, { ...asked, layout }));
  await act(council, actor, report, { type: 'freeze-figures', ...figures });
  for (const each of figures.leftOut) terminal.print(`Left out: ${leftOutInWords(each)}\n`);
  for (const each of figures.tables) if (!isTableOfUse(each)) terminal.print(`${each.title}: ${OF_NO_USE}\n`);
  terminal.print(`Taken. Read them with footprint report show ${report}.\n`);
};

export const writeSection = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  reference: string,
  { section, text }: SectionOptions,
): Promise<void> => {
  const given = oneOf<SectionCode>(SECTIONS, section, '--section');
  await act(council, actor, referenceGiven(reference), { type: 'write-section', section: given, text });
  terminal.print('Written.\n');
};

export const enterFigure = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  reference: string,
  { section, asOf, partOf, ...figure }: FigureOptions,
): Promise<void> => {
  const at = { section: oneOf<SectionCode>(SECTIONS, section, '--section'), asAt: dayGiven(asOf, '--as-of') };
  const { label, value, source, definition } = figure;
  const entered = { label, value, source, definition, partOf: partOf ?? null, ...at };
  await act(council, actor, referenceGiven(reference), { type: 'enter-figure', ...entered });
  terminal.print('Entered.\n');
};

export const writeStory = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  reference: string,
  { kind, title, text, signer, story }: StoryOptions,
): Promise<void> => {
  const told = { kind: oneOf<StoryKind>(STORY_KINDS, kind, '--kind'), title, text, story: story ?? null };
  const { personId, name } = personMeant(signer, council.directory, council.today, '--signer');
  await act(council, actor, referenceGiven(reference), { type: 'write-story', ...told, signer: personId });
  terminal.print(`Written. It waits for ${name} to sign it off.\n`);
};

export const enterAction = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  reference: string,
  { what: written, priority, progress, asOf, action, ...rest }: ActionOptions,
): Promise<void> => {
  const report = referenceGiven(reference);
  if ((written === undefined) === (priority === undefined))
    throw new BadUse('Say with --what what was to be done, or with --priority which line of the report before it is.');
  const what = written ?? (await priorityOf(council, report, priority!));
  const said = { ...rest, what, progress: oneOf<Progress>(PROGRESS, progress, '--progress') };
  const asAt = dayGiven(asOf, '--as-of');
  await act(council, actor, report, { type: 'enter-action', ...said, asAt, action: action ?? null });
  terminal.print('Entered.\n');
};

const priorityOf = async (council: OpenCouncil, report: string, priority: number): Promise<string> => {
  const { items } = await council.queries.execute(new ProposeReportActions(report));
  const found = items.find((each) => each.priority === priority);
  if (found === undefined)
    throw new CommandFailed(`No line ${priority} was announced. See footprint report actions ${report}.`);
  return found.what;
};

export const takeOut = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  reference: string,
  options: TakeOutOptions,
): Promise<void> => {
  const named = PARTS_TAKEN_OUT.filter((each) => options[each] !== undefined);
  const [part] = named;
  if (part === undefined || named.length > 1)
    throw new BadUse('Say what is taken out: one of --figure, --story and --action.');
  await act(council, actor, referenceGiven(reference), { type: 'take-out', part, name: options[part]! });
  terminal.print('Taken out.\n');
};

export const signOff = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  reference: string,
  { story }: SignOffOptions,
): Promise<void> => {
  await act(council, actor, referenceGiven(reference), { type: 'sign-off-story', story });
  terminal.print('Signed off.\n');
};

export const comment = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  reference: string,
  { text }: TextOptions,
): Promise<void> => {
  await act(council, actor, referenceGiven(reference), { type: 'comment', text });
  terminal.print('Kept with the report.\n');
};

export const present = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  reference: string,
  { board, on }: PresentOptions,
): Promise<void> => {
  const day = on === undefined ? council.today : dayGiven(on, '--on');
  await act(council, actor, referenceGiven(reference), { type: 'present', on: day, to: board });
  terminal.print('Recorded.\n');
};

const DONE = {
  'begin-correction': 'Begun. Take the figures of this edition with footprint report take-figures.',
  'give-up': 'Given up.',
  withdraw: 'Withdrawn. Take it from the council’s site: this program cannot.',
} as const;

export const withReason =
  (type: keyof typeof DONE) =>
  async (
    council: OpenCouncil,
    actor: Actor,
    terminal: Terminal,
    reference: string,
    { reason }: ReasonOptions,
  ): Promise<void> => {
    await act(council, actor, referenceGiven(reference), { type, reason });
    terminal.print(`${DONE[type]}\n`);
  };

/** @throws BadUse for what is no table */
const tableGiven = (written: string): TableChosen => {
  const [records = '', table = ''] = written.split(':');
  if (!TABLE_CODES.includes(table))
    throw new BadUse(`"${written}" is no table. Write --table as formal:service+half or informal:quarter.`);
  return { records: oneOf<TableChosen['records']>(RECORDS, records, '--table'), table };
};
