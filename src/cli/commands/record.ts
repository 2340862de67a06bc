import type { Command } from 'commander';
import { readingCases } from '../council.js';
import type { Terminal } from '../terminal.js';
import { AS_AT, example, leaf } from './shared.js';
import type { RecordOptions } from './record-actions.js';

/** One child, as the record stands, or as it stood at the end of an earlier day. */
export const addRecordCommands = (program: Command, terminal: Terminal): void => {
  const record = program.command('record').description('One child, now or at the end of an earlier day.');
  const actions = () => import('./record-actions.js');

  leaf(record, 'child <child>', 'A child, by record number, with all that happened about them.')
    .option('--as-at <day>', AS_AT)
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint record child 1000592 --as-at 2023-03-31'))
    .action(async (child: string, options: RecordOptions, command: Command) => {
      const { printChild } = await actions();
      await readingCases(command, terminal, (council) => printChild(council, terminal, child, options));
    });
};
