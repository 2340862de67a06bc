import { type Command, Option } from 'commander';
import { reading, readingCases } from '../council.js';
import type { Terminal } from '../terminal.js';
import { example, leaf } from './shared.js';

/** Pre-challenge and challenge meetings, to read and print. */
export const addChallengeCommands = (program: Command, terminal: Terminal): void => {
  const challenge = program.command('challenge').description('Challenge meetings: agenda, papers, days.');
  const actions = () => import('./challenge-actions.js');

  leaf(challenge, 'agenda [meeting]', 'What stands on an agenda and what it proposes; of the next meeting unless told.')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint challenge agenda'))
    .action(async (meeting: string | undefined, options: { json?: boolean }, command: Command) => {
      const { printAgenda } = await actions();
      await readingCases(command, terminal, (council) => printAgenda(council, terminal, meeting, options));
    });

  leaf(challenge, 'pack [meeting]', 'The papers of a meeting, to print: children by initials only.')
    .addOption(new Option('--format <format>', 'html or markdown').choices(['html', 'markdown']).default('markdown'))
    .addHelpText('after', example('footprint challenge pack --format html > pack.html'))
    .action(async (meeting: string | undefined, options: { format: 'html' | 'markdown' }, command: Command) => {
      const { printPack } = await actions();
      await readingCases(command, terminal, (council) => printPack(council, terminal, meeting, options.format));
    });

  leaf(challenge, 'calendar [series]', 'The days of a series as an iCalendar file; of the only one unless told.')
    .addHelpText('after', example('footprint challenge calendar > meetings.ics'))
    .action(async (series: string | undefined, _options: object, command: Command) => {
      const { printCalendar } = await actions();
      await reading(command, terminal, (council) => printCalendar(council, terminal, series));
    });
};
