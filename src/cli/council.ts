import type { QueryBus } from '@nestjs/cqrs';
import type { Command } from 'commander';
import type { ViewLog } from '../access/view-log/view-log.js';
import type { CouncilCalendar } from '../calendar/council-calendar.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import type { DisputeContext } from '../disputes/context.js';
import type { Config } from '../platform/config/config.js';
import type { Actor, EventStore } from '../platform/event-store/event-store.js';
import type { Executor } from '../platform/executor.js';
import type { ProjectionRunner } from '../platform/projections/projection-runner.js';
import type { CouncilSays } from '../protocol/words-now.js';
import type { ProtocolLibrary } from '../protocol/protocol-library.js';
import { COMMAND_LINE, rowsOf } from './acting-as.js';
import { CommandFailed, type Terminal } from './terminal.js';

/** The council's data as a command reads it: by the same queries as the API's, asked as `THE_OPERATOR`, and in no other way. */
export interface Council {
  readonly queries: QueryBus;
  /** The log of who opened which record: a command that prints initials or words of a child's matter puts that on record first. */
  readonly views: ViewLog;
  /** Its words today. */
  readonly says: () => Promise<CouncilSays>;
  readonly now: string;
  readonly today: LocalDate;
}

/** The council's data as a command acts on it. */
export interface OpenCouncil extends Council {
  readonly store: EventStore;
  readonly executor: Executor;
  /** All of them together: what is in their rows is asked of the queries. */
  readonly readModels: Pick<ProjectionRunner, 'catchUp' | 'rebuild' | 'status' | 'verify'>;
  readonly directory: Directory;
  readonly protocols: ProtocolLibrary;
  readonly calendar: CouncilCalendar;
  /** The data that a decision may look at when this person acts. */
  contextFor(actor: Actor): Promise<DisputeContext>;
}

export interface CouncilOptions {
  readonly dataDir?: string;
}

/** The settings of this run, with the folder that was named on the command line. */
export const configFor = async (command: Command, terminal: Terminal): Promise<Config> => {
  const { readConfig } = await import('../platform/config/config.js');
  const { dataDir } = command.optsWithGlobals<CouncilOptions>();
  return readConfig(dataDir ? { ...terminal.environment, FOOTPRINT_DATA_DIR: dataDir } : terminal.environment);
};

/**
 * Reads the data, also beside a running service; writes nothing but who opened what.
 * @throws StoreUnavailable when there is no log yet
 */
export const reading = async <Result>(
  command: Command,
  terminal: Terminal,
  act: (council: Council) => Promise<Result>,
): Promise<Result> => withCouncil('reader', await configFor(command, terminal), inItsWords(terminal, act));

/**
 * Takes the data folder for itself and acts. The read models catch up when they are next asked.
 * @throws DataFolderInUse when a service or another command has it
 */
export const writing = async <Result>(
  command: Command,
  terminal: Terminal,
  act: (council: OpenCouncil, actor: Actor) => Promise<Result>,
): Promise<Result> => toWrite(command, terminal, async (council) => act(council, await actorOf(command, council)));

/** A person who is named with `--as`; else the command line itself. */
const actorOf = async (command: Command, council: OpenCouncil): Promise<Actor> => {
  const { as } = command.optsWithGlobals<{ as?: string }>();
  if (as === undefined) return COMMAND_LINE;
  const { actorNamed } = await import('./actor-named.js');
  return actorNamed(as, rowsOf(command), council);
};

/** In the council of the service that carries the command out, as far as it knows the log by now; else in one of its own. */
const toWrite = async <Result>(
  command: Command,
  terminal: Terminal,
  act: (council: OpenCouncil) => Promise<Result>,
): Promise<Result> => {
  const acting = inItsWords(terminal, act);
  if (terminal.council === undefined) return withCouncil('command', await configFor(command, terminal), acting);
  const council = await terminal.council();
  await council.readModels.catchUp();
  return acting(council);
};

/** A command speaks of a council in the council's words, and leaves the names of its teams as they are. */
const inItsWords =
  <Result>(terminal: Terminal, act: (council: OpenCouncil) => Promise<Result>) =>
  async (council: OpenCouncil): Promise<Result> => {
    const { directory, today } = council;
    const says = await council.says();
    terminal.speak?.({ ...says, kept: [...says.kept, ...directory.teams(today).map(({ name }) => name)] });
    return act(council);
  };

/**
 * Before a command shows cases, or begins one.
 * @throws CommandFailed while the council is being set up
 */
export const mustBeOpen = async ({ queries }: Council): Promise<void> => {
  const { ReadCouncil } = await import('../roles/opening/council.query.js');
  if ((await queries.execute(new ReadCouncil())).standing !== 'open')
    throw new CommandFailed(
      'This council is not open yet, so nobody reads or begins a case. Its IRO manager opens it: see "footprint council show".',
    );
};

/** As {@link reading}, for what shows cases: nothing of the kind is shown while the council is being set up. */
export const readingCases = async <Result>(
  command: Command,
  terminal: Terminal,
  act: (council: Council) => Promise<Result>,
): Promise<Result> =>
  reading(command, terminal, async (council) => {
    await mustBeOpen(council);
    return act(council);
  });

/** The modules that open the data are loaded only now: help comes at once without it. */
export const withCouncil = async <Result>(
  purpose: 'reader' | 'command',
  config: Config,
  act: (council: OpenCouncil) => Promise<Result>,
): Promise<Result> => {
  const { openCouncil } = await import('./open-council.js');
  const { council, close } = await openCouncil(config, purpose);
  try {
    return await act(council);
  } finally {
    await close();
  }
};
