import type { Command } from 'commander';
import { writer } from '../acting-as.js';
import { reading, writing } from '../council.js';
import type { Terminal } from '../terminal.js';
import type { Entering } from './calendar-actions.js';
import { everyOne, example, leaf } from './shared.js';

/** Bank holidays, and the days on which the council is closed. */
export const addCalendarCommands = (program: Command, terminal: Terminal): void => {
  const calendar = program
    .command('calendar')
    .description('Bank holidays, and the days on which the council is closed.');
  const actions = () => import('./calendar-actions.js');

  leaf(calendar, 'show', 'Which bank holidays are known, and when the council is closed besides.')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint calendar show'))
    .action(async (options: { json?: boolean }, command: Command) => {
      const { showCalendar } = await actions();
      await reading(command, terminal, (council) => showCalendar(council, terminal, options));
    });

  const enter = (entering: Promise<Entering>, command: Command, options: Options): Promise<void> =>
    entering.then(async (each) => {
      const { previewCalendar, recordCalendar } = await actions();
      if (options.record !== true)
        return reading(command, terminal, (council) => previewCalendar(council, terminal, each));
      await writing(command, terminal, (council, actor) => recordCalendar(council, actor, terminal, each));
    });

  entered(calendar, 'bank-holidays <file>', 'Enter bank holidays: a table (date,name), or GOV.UK’s bank-holidays.json.')
    .option('--remove <date>', 'a day that is no bank holiday after all; may be given several times', everyOne)
    .addHelpText(
      'after',
      example('footprint calendar bank-holidays bank-holidays.json --reason "GOV.UK, 3 June 2027" --record'),
    )
    .action(async (file: string, options: Options & { remove?: string[] }, command: Command) => {
      const { bankHolidaysFrom } = await actions();
      await enter(bankHolidaysFrom(file, options.remove ?? [], options.reason), command, options);
    });

  entered(
    calendar,
    'closing-days [dates...]',
    'Set all days on which the council is closed; those before are replaced.',
  )
    .option('--file <file>', 'a table with a column date, in place of days on the command line')
    .addHelpText(
      'after',
      example('footprint calendar closing-days 2026-12-29 2026-12-30 2026-12-31 --reason "Closed after Christmas"'),
    )
    .action(async (dates: string[], options: Options & { file?: string }, command: Command) => {
      const { closingDaysFrom } = await actions();
      await enter(closingDaysFrom(dates, options.file, options.reason), command, options);
    });
};

interface Options {
  readonly reason: string;
  readonly record?: boolean;
}

const entered = (parent: Command, usage: string, description: string): Command =>
  writer(leaf(parent, usage, description), 'calendar.set')
    .requiredOption('--reason <text>', 'why, or where the days come from')
    .option('--record', 'record it; without this only what would move is shown');
