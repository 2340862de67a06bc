import type { LocalDate } from '../../calendar/calendar.js';
import { Refusal } from '../../platform/decider.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { digestOf, type Envelope, type Executor } from '../../platform/executor.js';
import { derivedId } from '../../platform/ids.js';
import type { CouncilPost } from '../../protocol/own-posts.js';
import { COUNCIL_STREAM, councilDecider, type CouncilState } from '../../roles/council.js';
import { propose } from '../../roles/proposing.js';
import { inTurnOfReading } from '../../roles/reading-turn.js';
import type { Directory } from '../directory.js';
import { plainSpelling } from '../spelling.js';
import { CHILDREN_COLUMNS, planChildren } from './children-file.js';
import { PEOPLE_COLUMNS, planPeople } from './people-file.js';
import { type Differences, differencesIn, planLeavers } from './differences.js';
import { Plan, type RefusedRow, type RowToKnow } from './plan.js';
import { readTable, type Row } from './table.js';
import { planTeams, TEAM_COLUMNS } from './teams-file.js';

export interface DirectoryFile {
  readonly fileName: string;
  readonly text: string;
  /** Check only, and write nothing. */
  readonly dryRun?: boolean;
  /**
   * The file speaks for the whole of what it holds: a post that it gives to a person no more is left today. Written only with the digest
   * of the differences as they are now; null to be shown them.
   */
  readonly replaces?: { readonly differences: string | null };
}

export interface DirectoryPorts {
  readonly executor: Executor;
  readonly store: EventStore;
  /** Id of the person who reads the file in, where they may propose; null where nobody is named. */
  readonly proposedBy: string | null;
  readonly directory: Directory;
  /** Waits until the directory has what is on record. */
  readonly catchUp: () => Promise<unknown>;
  readonly today: LocalDate;
  /** Posts of the council's own, by the protocol in force; none where it is left out. */
  readonly ownPosts?: readonly CouncilPost[];
  readonly envelope: (commandId: string) => Envelope;
}

export type DirectoryFileKind = 'teams' | 'people' | 'children';

export interface DirectoryReport {
  readonly file: string;
  readonly holds: DirectoryFileKind;
  readonly rows: number;
  readonly accepted: number;
  /** In the order of the rows; where there are any, nothing was written. */
  readonly refused: readonly RefusedRow[];
  /** Rows that are taken as they are, and may not be meant so. */
  readonly warnings: readonly RowToKnow[];
  /** Headings that say nothing to us. */
  readonly ignoredColumns: readonly string[];
  /** Events recorded, or to be recorded where nothing was written; proposals are not among them. */
  readonly changes: number;
  /** The proposals that wait for a second person. */
  readonly proposals: readonly ProposedInFile[];
  /** The differences from the records in force, if the file replaces them. */
  readonly differences?: Differences;
  readonly written: boolean;
}

export interface ProposedInFile {
  /** Reference of the proposal; null where nothing was written. */
  readonly proposal: string | null;
  /** The person who is to take a post; null where a team changes. */
  readonly person: string | null;
  readonly title: string;
}

/** Attempts to compare a file with the directory again, if others gave posts or teams at that very moment. */
const ATTEMPTS = 4;

/**
 * Reads a file of teams, of people with their posts, or of children into the directory; its headings say which it is. The file is
 * checked whole before anything is written, and reading it in again records nothing. One file of teams or people is read in at a time,
 * and what is given at the same moment counts.
 * @throws Refusal `not-a-table`, `headings-not-known` (invalid), `directory-being-read`
 */
export const importDirectory = async (file: DirectoryFile, ports: DirectoryPorts): Promise<DirectoryReport> => {
  for (let attempt = 1; ; attempt++)
    try {
      return await readIn(file, ports);
    } catch (error) {
      const isCrossed = error instanceof Refusal && CROSSED.has(error.code);
      if (!isCrossed || attempt === ATTEMPTS) throw error;
    }
};

/** Something was given after the file was compared with the directory: compared once more, a row may be refused, or proposed. */
const CROSSED: ReadonlySet<string> = new Set(['directory-changed', 'council-opened', 'administrators-read-no-cases']);

const readIn = async (file: DirectoryFile, ports: DirectoryPorts): Promise<DirectoryReport> => {
  const table = readTable(file.text);
  const layout = layoutOf(table.headings);
  // The turns are counted before the directory is asked: a person who takes one meanwhile is noticed.
  const { state: council } = await ports.executor.load(COUNCIL_STREAM, councilDecider);
  await ports.catchUp();
  const plan = new Plan({ ...ports, isOpen: council.isOpen });
  layout.plan(table.rows, ports, plan);
  if (file.replaces && layout.holds === 'people') planLeavers(plan, ports.directory, ports.today);
  const changes = await plan.check(ports.executor);
  const differences = file.replaces ? await differencesIn(plan, layout.holds, ports) : null;
  const wasRead = differences === null || file.replaces?.differences === differences.digest;
  const write = !file.dryRun && plan.refused.length === 0 && wasRead;
  if (write && changes > 0) await carryOut(plan, { file, holds: layout.holds, council }, ports);
  const proposals = await proposalsOf(plan, ports, write);
  const known = new Set<string>(layout.columns.map(plainSpelling));
  return {
    file: file.fileName,
    holds: layout.holds,
    rows: table.rows.length,
    accepted: table.rows.length - new Set(plan.refused.map(({ row }) => row)).size,
    refused: plan.refused,
    warnings: plan.warnings,
    ignoredColumns: table.headings.filter((heading) => !known.has(plainSpelling(heading))),
    changes,
    proposals,
    ...(differences === null ? {} : { differences }),
    written: write,
  };
};

/** Children are given to people who have their posts already, so a file of children takes no turn. */
const carryOut = async (
  plan: Plan,
  { file, holds, council }: { file: DirectoryFile; holds: DirectoryFileKind; council: CouncilState },
  ports: DirectoryPorts,
): Promise<void> => {
  const work = (): Promise<void> => plan.carryOut(ports.executor, ports.envelope);
  if (holds === 'children') return work();
  const reading = {
    reading: derivedId('directory-reading', holds, file.replaces === undefined ? 'adds' : 'replaces', file.text),
    gives: plan.roles,
    isSetUp: plan.isSetUp,
    turns: council.turnsTaken,
  };
  return inTurnOfReading(reading, ports, work);
};

/** One a day for each person and post, and for each change of a team, so that reading the file in again makes none anew, and later makes another. */
const proposalsOf = async (plan: Plan, ports: DirectoryPorts, write: boolean): Promise<ProposedInFile[]> => {
  const proposals: ProposedInFile[] = [];
  if (write && plan.toPropose.length > 0) await ports.catchUp();
  for (const what of plan.toPropose) {
    const person = what.kind === 'post' ? what.person : null;
    const { title } = what;
    if (!write || ports.proposedBy === null) {
      proposals.push({ proposal: null, person, title });
      continue;
    }
    const by = { person: ports.proposedBy, isProgram: false, actingFor: null, tokenMadeBy: null };
    const said = what.kind === 'post' ? [what.post, what.person] : [what.team, digestOf(what.change)];
    const envelope = ports.envelope(derivedId('directory-import', 'propose', ...said, ports.today));
    proposals.push({ proposal: (await propose(what, by, ports, envelope)).proposal, person, title });
  }
  return proposals;
};

/**
 * The kind of a file, by its headings.
 * @throws Refusal `not-a-table`, `headings-not-known` (invalid)
 */
export const heldBy = (text: string): DirectoryFileKind => layoutOf(readTable(text).headings).holds;

interface Layout {
  readonly holds: DirectoryFileKind;
  /** Headings by which the file is known. */
  readonly needs: readonly string[];
  readonly columns: readonly string[];
  plan(rows: readonly Row[], ports: DirectoryPorts, plan: Plan): void;
}

const LAYOUTS: readonly Layout[] = [
  {
    holds: 'children',
    needs: ['Record number', 'Initials'],
    columns: CHILDREN_COLUMNS,
    plan: (rows, ports, plan) => planChildren(rows, ports, plan),
  },
  {
    holds: 'people',
    needs: ['Name', 'Post'],
    columns: PEOPLE_COLUMNS,
    plan: (rows, { directory, today, ownPosts = [] }, plan) => planPeople(rows, directory, today, plan, ownPosts),
  },
  {
    holds: 'teams',
    needs: ['Team'],
    columns: TEAM_COLUMNS,
    plan: (rows, { directory, today }, plan) => planTeams(rows, directory, today, plan),
  },
];

const layoutOf = (headings: readonly string[]): Layout => {
  const written = new Set(headings.map(plainSpelling));
  const layout = LAYOUTS.find(({ needs }) => needs.every((heading) => written.has(plainSpelling(heading))));
  // A register has a column for the team as well, among many others.
  const known = layout?.columns.map(plainSpelling) ?? [];
  const recognised = [...written].filter((heading) => known.includes(heading)).length;
  if (layout === undefined || recognised < 2 || (layout.holds === 'teams' && recognised * 2 < written.size)) {
    throw new Refusal(
      'invalid',
      'headings-not-known',
      'These headings are not those of a directory file. Expected for teams: Team with Also written as, Code or Team manager; ' +
        'for people: Name, Post; for children: Record number, Initials.',
    );
  }
  return layout;
};
