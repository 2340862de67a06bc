import type { Command } from 'commander';
import { writer } from '../acting-as.js';
import { reading, writing } from '../council.js';
import type { Terminal } from '../terminal.js';
import { example, leaf } from './shared.js';

/** Setting a council up and opening it, and what waits for a second person. */
export const addCouncilCommands = (program: Command, terminal: Terminal): void => {
  const council = program.command('council').description('Set the council up, open it, and see who gets which role.');
  const actions = () => import('./council-actions.js');

  leaf(
    council,
    'first-administrator <name>',
    'Put the first administrator on record: once, when there is nobody yet who could.',
  )
    .option('--email <address>', 'their e-mail address')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example("footprint council first-administrator 'Y. Holt'"))
    .action(async (name: string, options: { email?: string; json?: boolean }, command: Command) => {
      const { nameFirstAdministrator } = await actions();
      await writing(command, terminal, (opened, actor) =>
        nameFirstAdministrator(opened, actor, terminal, name, options),
      );
    });

  writer(
    leaf(council, 'name <name>', 'Say what the council is called: it stands at the top of every page.'),
    'council.name',
  )
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example("footprint council name 'Westshire Council'"))
    .action(async (name: string, options: { json?: boolean }, command: Command) => {
      const { nameCouncil } = await actions();
      await writing(command, terminal, (opened, actor) => nameCouncil(opened, actor, terminal, name, options));
    });

  leaf(council, 'show', 'Whether the council is open, and who got which post by the word of one person.')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint council show'))
    .action(async (options: { json?: boolean }, command: Command) => {
      const { showCouncil } = await actions();
      await reading(command, terminal, (opened) => showCouncil(opened, terminal, options));
    });

  leaf(
    council,
    'open',
    'Open the council, as its IRO manager, whose token is in FOOTPRINT_TOKEN. From then on cases are raised and read.',
  )
    .requiredOption(
      '--list <digest>',
      'which list of posts and rules you have read: "footprint council show" ends with it',
    )
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint council open --list 3kV0p8Qm1xZt_a7B'))
    .action(async (options: { list: string; json?: boolean }, command: Command) => {
      const { openTheCouncil } = await actions();
      await writing(command, terminal, (opened) => openTheCouncil(opened, terminal, options));
    });

  leaf(council, 'proposals', 'What gives somebody a role: what waits for a second person, and what became of the rest.')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint council proposals'))
    .action(async (options: { json?: boolean }, command: Command) => {
      const { listProposals } = await actions();
      await reading(command, terminal, (opened) => listProposals(opened, terminal, options));
    });
};
