import type { Command } from 'commander';
import type { CopyLogOptions } from './copy-log-actions.js';
import type { VerifyOptions } from './verify-actions.js';
import { configFor, withCouncil, writing } from '../council.js';
import type { Terminal } from '../terminal.js';
import { example, leaf } from './shared.js';

/** The log itself, and what is made from it. */
export const addLogCommands = (program: Command, terminal: Terminal): void => {
  const actions = () => import('./log-actions.js');

  leaf(program, 'rebuild', 'Make all read models anew from the log.')
    .addHelpText('after', example('footprint rebuild'))
    .action(async (_options: object, command: Command) => {
      const { mustBeInFolder, rebuild } = await actions();
      mustBeInFolder(
        await configFor(command, terminal),
        'Each instance has read models of its own: stop it, delete its read-models.sqlite, and start it.',
      );
      await writing(command, terminal, (council) => rebuild(council, terminal));
    });

  leaf(
    program,
    'verify',
    'Look for faults in the log, compare it with a head noted before, and the read models with a recomputation.',
  )
    .option(
      '--against <head>',
      'a head noted before, POSITION:HASH, or a backup file: shows that it is still in the log',
    )
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint verify --against footprint-2023-04-01.sqlite'))
    .action(async (options: VerifyOptions, command: Command) => {
      const { verify } = await import('./verify-actions.js');
      await verify(await configFor(command, terminal), terminal, options);
    });

  leaf(program, 'events', 'Print events as they were recorded, one JSON object a line.')
    .option('--stream <stream>', 'of one stream only, for example dispute-DRP-7K4M-2QXH')
    .option('--json', 'print one JSON object for programs')
    .addHelpText('after', example('footprint events --stream protocol-council'))
    .action(async (options: { stream?: string; json?: boolean }, command: Command) => {
      const { printEvents } = await actions();
      const config = await configFor(command, terminal);
      await withCouncil('reader', config, (council) => printEvents(council, terminal, options));
    });

  leaf(program, 'backup <file>', 'Copy the log as it stands into a new file, and check the copy.')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint backup footprint-2023-04-01.sqlite'))
    .action(async (file: string, options: { json?: boolean }, command: Command) => {
      const { backUpTo } = await actions();
      await backUpTo(await configFor(command, terminal), terminal, file, options);
    });

  leaf(program, 'restore <file>', 'Check a backup, and begin a new data folder with it.')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint restore footprint-2023-04-01.sqlite --data-dir restored'))
    .action(async (file: string, options: { json?: boolean }, command: Command) => {
      const { restoreFrom } = await actions();
      await restoreFrom(await configFor(command, terminal), terminal, file, options);
    });

  leaf(
    program,
    'copy-log',
    'Copy a log into an empty one, and prove that every event is the same. Continues where it was cut short.',
  )
    .requiredOption('--from <log>', 'a data folder, esdb://…, or FOOTPRINT_LOG for the address in that setting')
    .requiredOption('--to <log>', 'the same; it must be empty, or be what an earlier run has begun')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint copy-log --from .data --to FOOTPRINT_LOG'))
    .action(async (options: CopyLogOptions) => {
      const { copyLogFromTo } = await import('./copy-log-actions.js');
      await copyLogFromTo(terminal, options);
    });
};
