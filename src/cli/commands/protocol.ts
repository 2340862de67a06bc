import type { Command } from 'commander';
import { writer } from '../acting-as.js';
import { reading, writing } from '../council.js';
import type { Terminal } from '../terminal.js';
import { example, leaf, wholeNumber } from './shared.js';

/** A council's rules as a file. */
export const addProtocolCommands = (program: Command, terminal: Terminal): void => {
  const protocol = program.command('protocol').description("The council's own rules: stages, clocks, who judges.");
  leaf(protocol, 'check <file>', 'Read a protocol file and show what it says, with dates worked out. Changes nothing.')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint protocol check protocol.yaml'))
    .action(async (file: string, options: { json?: boolean }) => {
      const { checkProtocol } = await import('./protocol-actions.js');
      await checkProtocol(terminal, file, options);
    });

  leaf(protocol, 'list', 'Every version that was adopted, and which is in force today.')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint protocol list'))
    .action(async (options: { json?: boolean }, command: Command) => {
      const { listProtocols } = await import('./protocols-kept.js');
      await reading(command, terminal, (council) => listProtocols(council, terminal, options));
    });

  leaf(protocol, 'show [version]', 'What an adopted version says, in words; the one in force unless told.')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint protocol show 2'))
    .action(async (version: string | undefined, options: { json?: boolean }, command: Command) => {
      const { showProtocol } = await import('./protocols-kept.js');
      const number = version === undefined ? undefined : wholeNumber(version);
      await reading(command, terminal, (council) => showProtocol(council, terminal, number, options));
    });

  leaf(protocol, 'compare <file>', 'What a file would change, key by key, against the rules in force. Changes nothing.')
    .option('--version <number>', 'an adopted version to compare with (default: the one in force)', wholeNumber)
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint protocol compare protocol.yaml'))
    .action(async (file: string, options: { json?: boolean; version?: number }, command: Command) => {
      const { compareProtocol, readAndChecked } = await import('./protocols-kept.js');
      const { protocol: rules } = await readAndChecked(file);
      await reading(command, terminal, (council) => compareProtocol(council, terminal, rules, options));
    });

  writer(
    leaf(protocol, 'adopt <file>', 'Put a protocol in force from a date, in the past or to come.'),
    'protocol.adopt',
  )
    .requiredOption('--from <date>', 'first day, as year-month-day')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint protocol adopt protocol.yaml --from 2021-04-01'))
    .action(async (file: string, options: { from: string; json?: boolean }, command: Command) => {
      const { adoptingFrom, adoptProtocol } = await import('./protocol-actions.js');
      const adopting = await adoptingFrom(file, options.from);
      await writing(command, terminal, (council, actor) => adoptProtocol(council, actor, terminal, adopting, options));
    });
};
