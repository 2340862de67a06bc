import type { Command } from 'commander';
import { writer } from '../acting-as.js';
import { writing } from '../council.js';
import { fileFrom, type Terminal } from '../terminal.js';
import { example, leaf } from './shared.js';

/** Teams and people are an administrator’s to enter, a post is also an IRO manager’s to propose, and children are the IRO service’s. */
const KEEPS_THE_DIRECTORY = ['directory.write', 'role.propose', 'child.write'] as const;

/** The directory: teams, posts, people, children. */
export const addDirectoryCommands = (program: Command, terminal: Terminal): void => {
  const directory = program.command('directory').description('Teams, posts, people and children.');
  writer(
    leaf(
      directory,
      'import <files...>',
      'Read teams, people with their posts, or children from CSV; the headings say which.',
    ),
    ...KEEPS_THE_DIRECTORY,
  )
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint directory import teams.csv people.csv'))
    .action(async (files: string[], options: { json?: boolean }, command: Command) => {
      const { importDirectoryFiles } = await import('./directory-actions.js');
      await writing(command, terminal, (council, actor) =>
        importDirectoryFiles(
          council,
          actor,
          terminal,
          files.map((file) => fileFrom(terminal, file)),
          options,
        ),
      );
    });
  writer(
    leaf(
      directory,
      'replace <file>',
      'Put a newer, whole file in the place of what the directory has: shows what would change, then does it.',
    ),
    ...KEEPS_THE_DIRECTORY,
  )
    .option('--differences <digest>', 'which differences you have read: without it they are shown, and nothing changes')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint directory replace people.csv --differences 3kV0p8Qm1xZt_a7B'))
    .action(async (file: string, options: { differences?: string; json?: boolean }, command: Command) => {
      const { replaceDirectory } = await import('./directory-actions.js');
      await writing(command, terminal, (council, actor) =>
        replaceDirectory(council, actor, terminal, fileFrom(terminal, file), options),
      );
    });
  writer(
    leaf(
      directory,
      'social-worker <child> [person]',
      'Say who is a child’s own social worker; nobody where no one is named.',
    ),
    'child.write',
  )
    .option('--from <day>', 'the first day, as year-month-day; from today unless told')
    .addHelpText('after', example("footprint directory social-worker 1000592 'C. Bray' --from 2026-09-01"))
    .action(async (child: string, person: string | undefined, options: { from?: string }, command: Command) => {
      const { nameSocialWorker } = await import('./directory-actions.js');
      await writing(command, terminal, (council, actor) =>
        nameSocialWorker(council, actor, terminal, { child, person, ...options }),
      );
    });
};
