import type { Answer } from '../journeys/council.js';
import type { Act } from './act.js';
import { ACTS } from './acts.js';
import { type Column, COLUMNS, type Course } from './columns.js';
import type { Courses, Thing } from './courses.js';
import { type Line, keyOf, type Sensitivity, SENSITIVITIES } from './matrix-file.js';
import { type Reading, READINGS, toldOf } from './readings.js';
import type { ThingsToRead } from './things-to-read.js';

/** A cell that is to be checked. */
export interface CellOfLine {
  readonly line: Line;
  readonly column: Column;
}

/** The findings: cells that are not as the file says, and how many requests were accepted of each line. */
export interface Findings {
  readonly otherwise: string[];
  /** How many cells were checked. */
  cells: number;
  /** Requests of acts that were accepted, besides those refused for the state of the case. */
  readonly accepted: Map<string, number>;
}

export const noFindings = (): Findings => ({ otherwise: [], cells: 0, accepted: new Map() });

export const cellsOf = (lines: readonly Line[]): CellOfLine[] =>
  lines.flatMap((line) => COLUMNS.map((column) => ({ line, column })));

const saidOf = ({ line, column }: CellOfLine): string => line.cells[column.heading]!;

const compare = (cell: CellOfLine, found: string, answer: Answer | undefined, findings: Findings): void => {
  findings.cells++;
  const said = saidOf(cell);
  if (found === said) return;
  const code = (answer?.body as { code?: string } | undefined)?.code;
  const answered = answer === undefined ? '' : ` (${answer.status}${code === undefined ? '' : ` ${code}`})`;
  findings.otherwise.push(`${keyOf(cell.line)} | ${cell.column.heading}: file ${said}, answer ${found}${answered}`);
};

const headersOf = ({ actingFor }: Column): Record<string, string> =>
  actingFor === undefined ? {} : { 'footprint-acting-for': actingFor };

/** Refusals that say neither yes nor no to the person: they are about the state of the case. */
const isOfTheState = ({ status }: Answer): boolean => status === 409 || status === 412;

// --- Reading ----------------------------------------------------------------------------------------------------------------

/** Reads what each cell asks for. A question that occurs twice is asked once. */
export const checkReadings = async (
  cells: readonly CellOfLine[],
  things: ThingsToRead,
  { council }: Courses,
  findings: Findings,
): Promise<void> => {
  const answers = new Map<string, Answer>();
  const asked = async ({ person, actingFor }: Column, path: string, headers: Record<string, string>) => {
    const key = [person, actingFor, path].join(' ');
    const answer = answers.get(key) ?? (await council.get(person, path, headers));
    answers.set(key, answer);
    return answer;
  };
  for (const cell of cells) {
    const { line, column } = cell;
    const reading = READINGS.get(line.request)!;
    const thing = things.of(line.about, column.course, line.sensitivity);
    if (thing === undefined) {
      compare(cell, 'n.a.', undefined, findings);
      continue;
    }
    const answer = await asked(column, reading.path(thing), headersOf(column));
    compare(cell, readIn(answer, cell, thing, reading), answer, findings);
  }
};

const readIn = (answer: Answer, cell: CellOfLine, thing: Thing, reading: Reading): string => {
  if (answer.status === 403) return 'not-allowed';
  if (answer.status === 404) return 'not-there';
  if (answer.status !== 200) return `status ${answer.status}`;
  if (saidOf(cell) === 'may' || cell.line.about === 'nothing') return 'may';
  const told = toldOf(thing, answer, reading);
  const isSealed = ['privileged advice', 'Cafcass correspondence'].includes(cell.line.sensitivity);
  return told === 'nothing' || (isSealed && told !== 'full') ? 'not-there' : told;
};

// --- Acting -----------------------------------------------------------------------------------------------------------------

/** Sends the request of each cell: those that the file refuses first, since what was accepted changes the case for the next. */
export const checkActs = async (cells: readonly CellOfLine[], courses: Courses, findings: Findings): Promise<void> => {
  for (const group of groupedBy(cells, ({ line, column }) => `${line.request} | ${column.course}`)) {
    const { line, column } = group[0]!;
    const attempts = new Attempts(ACTS.get(line.request)!, column.course, courses);
    for (const sensitivity of SENSITIVITIES) {
      const ofIt = group.filter((each) => each.line.sensitivity === sensitivity);
      const [may, others] = [ofIt.filter(isMay), ofIt.filter((each) => !isMay(each))];
      for (const cell of [...others, ...may]) await attempts.check(cell, findings);
    }
  }
};

const isMay = (cell: CellOfLine): boolean => saidOf(cell) === 'may';

const groupedBy = <Item>(items: readonly Item[], key: (item: Item) => string): Item[][] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
};

/** One act, sent by one person after another to a case that went as a course says, which is made anew once somebody was let through. */
class Attempts {
  private thing: Thing | undefined;
  private sensitivity: Sensitivity = 'ordinary';
  private isUsed = false;

  constructor(
    private readonly act: Act,
    private readonly course: Course,
    private readonly courses: Courses,
  ) {}

  async check(cell: CellOfLine, findings: Findings): Promise<void> {
    const { line, column } = cell;
    if (this.isUsed && !isMay(cell)) this.thing = undefined;
    const wasUsed = this.isUsed && this.thing !== undefined;
    let answer = await this.send(line.sensitivity, column);
    if (wasUsed && answer !== undefined && answer.status >= 400) {
      this.thing = undefined;
      answer = await this.send(line.sensitivity, column);
    }
    if (answer !== undefined && answer.status < 300) {
      this.isUsed = true;
      const key = line.request;
      findings.accepted.set(key, (findings.accepted.get(key) ?? 0) + 1);
    }
    compare(cell, answer === undefined ? 'n.a.' : outcomeOf(answer), answer, findings);
  }

  private async send(sensitivity: Sensitivity, { person, ...column }: Column): Promise<Answer | undefined> {
    const thing = await this.ready(sensitivity);
    if (thing === undefined) return undefined;
    const { path, body, file } = this.act.send(thing, person);
    const headers = headersOf({ person, ...column });
    return file === undefined
      ? this.courses.council.post(person, path, body, headers)
      : this.courses.council.upload<Record<string, unknown>>(person, file.name, file.text, headers);
  }

  private async ready(sensitivity: Sensitivity): Promise<Thing | undefined> {
    const hasDied = sensitivity === 'child has died';
    if (this.sensitivity !== sensitivity && (this.isUsed || hasDied)) this.thing = undefined;
    if (this.thing === undefined) {
      const prepare = () => this.act.prepare(this.courses, this.course);
      this.thing = await (hasDied ? this.courses.withChildrenOfTheirOwn(prepare) : prepare());
      this.isUsed = false;
      this.sensitivity = 'ordinary';
    }
    if (this.thing !== undefined && this.sensitivity !== sensitivity) {
      await this.courses.seal(this.thing, this.course, sensitivity);
      this.sensitivity = sensitivity;
    }
    return this.thing;
  }
}

const outcomeOf = (answer: Answer): string => {
  const refused = (answer.body as { refused?: { code: string }[] }).refused?.[0]?.code;
  if (refused === 'not-found' || answer.status === 404) return 'not-there';
  if (['not-yours', 'say-for-whom'].includes(refused ?? '') || answer.status === 403) return 'not-allowed';
  // A record that a request names in its body, and its sender may not know of, is answered as one that does not exist.
  if (answer.status === 400 && (answer.body as { code?: string }).code === 'not-valid') return 'not-there';
  return answer.status < 300 || isOfTheState(answer) ? 'may' : `status ${answer.status}`;
};
