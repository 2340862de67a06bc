import type { Command } from 'commander';
import { writer } from '../acting-as.js';
import { reading, writing } from '../council.js';
import type { Terminal } from '../terminal.js';
import { example, leaf, wholeNumber } from './shared.js';

/** Tokens with which people and programs sign in. Made here and nowhere else, so that nobody grants themselves a role. */
export const addTokenCommands = (program: Command, terminal: Terminal): void => {
  const token = program.command('token').description('Tokens with which people and programs sign in to the API.');
  const actions = () => import('./token-actions.js');

  writer(leaf(token, 'create', 'Make a token and print it, this once: only its hash is kept.'), 'account.tie')
    .requiredOption('--for <holder>', 'a name or number of the directory, or what a program is called')
    .requiredOption('--days <number>', 'how long it lasts, 366 days at most', wholeNumber)
    .option('--role <role>', 'of a program: business-support, performance-analyst or administrator')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint token create --for case-system --role business-support --days 90'))
    .action(async (options: { for: string; days: number; role?: string; json?: boolean }, command: Command) => {
      const { createToken } = await actions();
      await writing(command, terminal, (council, actor) => createToken(council, actor, terminal, options));
    });

  leaf(token, 'list', 'Every token there has been: for whom, in which role, until when.')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint token list'))
    .action(async (options: { json?: boolean }, command: Command) => {
      const { listTokens } = await actions();
      await reading(command, terminal, (council) => listTokens(council, terminal, options));
    });

  writer(leaf(token, 'withdraw <id>', 'Make a token worthless from the next request on.'), 'account.tie')
    .option('--reason <text>', 'why')
    .addHelpText('after', example('footprint token withdraw TOK-7K4M-2QXH --reason "The laptop was lost."'))
    .action(async (id: string, options: { reason?: string }, command: Command) => {
      const { withdrawToken } = await actions();
      await writing(command, terminal, (council, actor) => withdrawToken(council, actor, terminal, id, options));
    });
};
