import type { Command } from 'commander';
import type { Permission } from '../access/access-table.js';
import { type Actor, NOBODY_NAMED } from '../platform/event-store/event-store.js';

const ROWS = new WeakMap<Command, readonly Permission[]>();

/**
 * A command that writes may be recorded as done by a person. The command line cannot check that it is them, but nobody is recorded with
 * what their posts do not let them do.
 * @param rows rows of the access table; the person's post must be in one of them
 */
export const writer = (command: Command, ...rows: readonly [Permission, ...Permission[]]): Command => {
  ROWS.set(command, rows);
  return command.option(
    '--as <person>',
    'who does this: a name or number of the directory, whose post may do it (default: the command line itself)',
  );
};

/** By which rows of the access table a person may be named as the one who carries a command out; none where nobody can be. */
export const rowsOf = (command: Command): readonly Permission[] => ROWS.get(command) ?? [];

/** The command line itself, where nobody is named. */
export const COMMAND_LINE: Actor = { person: NOBODY_NAMED, post: null, role: null };
