import type { Command } from 'commander';
import type { Terminal } from '../terminal.js';
import { everyOne, example, leaf } from './shared.js';
import type { HandOverOptions } from './caseload-actions.js';

/** A caseload of an IRO, handed over to others in one act. */
export const addCaseloadCommands = (program: Command, terminal: Terminal): void => {
  const caseload = program.command('caseload').description('The children of an IRO, with all that is open about them.');
  leaf(
    caseload,
    'hand-over <iro>',
    'Hand all that an IRO has over to others, in one act, as the IRO manager whose token is in FOOTPRINT_TOKEN.',
  )
    .option('--to <iro>', 'who takes all that no --share names: a name, or a number of the directory')
    .option(
      '--share <iro=list>',
      'who takes what: record numbers of children and references, with commas; may be given several times',
      everyOne,
    )
    .requiredOption('--reason <text>', 'why it is handed over')
    .option('--json', 'print JSON for programs')
    .addHelpText(
      'after',
      example(
        "footprint caseload hand-over 'A. Hartwell' --to 'B. Quill' --share 'J. Orme=1000592' --reason 'She leaves on Friday.'",
      ),
    )
    .action(async (iro: string, options: HandOverOptions, command: Command) => {
      const { handOverCaseload } = await import('./caseload-actions.js');
      await handOverCaseload(command, terminal, iro, options);
    });
};
