import type { Command } from 'commander';
import { reading } from '../council.js';
import type { Terminal } from '../terminal.js';
import type { EnterEditionOptions, EnterOptions, WithdrawOptions } from './disclosure-actions.js';
import { everyOne, example, leaf } from './shared.js';

const WHO = '\nWho you are is said by your token in FOOTPRINT_TOKEN.';

/** The disclosure log: figures that were given out otherwise than in a report, so that they are known when a later one is hidden. */
export const addDisclosureCommands = (program: Command, terminal: Terminal): void => {
  const disclosure = program
    .command('disclosure')
    .description('Figures that were given out otherwise than in a report: they count as known in every later one.');
  const actions = () => import('./disclosure-actions.js');
  const told = (command: Command): Command =>
    command
      .requiredOption('--recipient <words>', 'who has them, in general words: no name')
      .option('--kind <kind>', 'information-request or other', 'information-request')
      .requiredOption('--on <day>', 'the day on which they left the council')
      .option('--request-number <number>', 'the council’s own number of the request');

  leaf(disclosure, 'list', 'The last 200 entries, the newest first.')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint disclosure list'))
    .action(async (options: { json?: boolean }, command: Command) => {
      const { listDisclosures } = await actions();
      await reading(command, terminal, (council) => listDisclosures(council, terminal, options));
    });

  leaf(disclosure, 'show <disclosure>', 'An entry with every number of it.')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint disclosure show DLE-7K4M-2QXH'))
    .action(async (reference: string, options: { json?: boolean }, command: Command) => {
      const { showDisclosure } = await actions();
      await reading(command, terminal, (council) => showDisclosure(council, terminal, reference, options));
    });

  told(leaf(disclosure, 'enter', 'Enter figures that were given out, each as it was told.'))
    .requiredOption('--records <records>', 'informal, formal or acknowledgement')
    .requiredOption('--from <day>', 'first day of the records that were counted')
    .requiredOption('--to <day>', 'last day')
    .requiredOption(
      '--figure <figure>',
      'a number, and of which team, theme and quarter it is where it is not of all; may be given several times',
      everyOne,
    )
    .addHelpText(
      'after',
      `${WHO}${example("footprint disclosure enter --recipient 'a newspaper' --on 2024-05-01 --records formal --from 2022-04-01 --to 2023-03-31 --figure 87 --figure '12, team=Locality North, quarter=2022/23 Q2'")}`,
    )
    .action(async (options: EnterOptions, command: Command) => {
      const { enterDisclosure } = await actions();
      await enterDisclosure(command, terminal, options);
    });

  told(
    leaf(disclosure, 'enter-report <report>', 'Enter that the last published edition of a report was given to others.'),
  )
    .addHelpText(
      'after',
      `${WHO}${example("footprint disclosure enter-report RPT-7K4M-2QXH --recipient 'a newspaper' --on 2024-05-01")}`,
    )
    .action(async (report: string, options: EnterEditionOptions, command: Command) => {
      const { enterEdition } = await actions();
      await enterEdition(command, terminal, report, options);
    });

  leaf(disclosure, 'withdraw <disclosure>', 'Withdraw an entry that was wrong; enter it again as it is right.')
    .requiredOption('--reason <reason>', 'why the entry was wrong; nobody is named')
    .addHelpText(
      'after',
      `${WHO}${example("footprint disclosure withdraw DLE-7K4M-2QXH --reason 'Another year was told.'")}`,
    )
    .action(async (reference: string, options: WithdrawOptions, command: Command) => {
      const { withdrawDisclosure } = await actions();
      await withdrawDisclosure(command, terminal, reference, options);
    });
};
