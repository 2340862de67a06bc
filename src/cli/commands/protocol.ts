import type { Command } from 'commander';
import { writing } from '../council.js';
import type { Terminal } from '../terminal.js';
import { example, leaf, writer } from './shared.js';

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

  writer(leaf(protocol, 'adopt <file>', 'Put a protocol in force from a date, in the past or to come.'))
    .requiredOption('--from <date>', 'first day, as year-month-day')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint protocol adopt protocol.yaml --from 2021-04-01'))
    .action(async (file: string, options: { from: string; json?: boolean }, command: Command) => {
      const { adoptingFrom, adoptProtocol } = await import('./protocol-actions.js');
      const adopting = await adoptingFrom(file, options.from);
      await writing(command, terminal, (council, actor) => adoptProtocol(council, actor, terminal, adopting, options));
    });
};
