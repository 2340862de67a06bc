import type { Command } from 'commander';
import { readingCases } from '../council.js';
import type { Terminal } from '../terminal.js';
import { AS_AT, example, leaf } from './shared.js';
import type { RecordOptions } from './record-actions.js';

/** One dispute or one child, as the record stands, or as it stood at the end of an earlier day. */
export const addRecordCommands = (program: Command, terminal: Terminal): void => {
  const record = program
    .command('record')
    .description('One dispute or one child, now or at the end of an earlier day.');
  const actions = () => import('./record-actions.js');

  leaf(record, 'dispute <dispute>', 'A dispute with all that happened in it, as far as you may read it yourself.')
    .option('--as-at <day>', AS_AT)
    .option('--json', 'print JSON for programs')
    .addHelpText(
      'after',
      `\nWho you are is said by your token in FOOTPRINT_TOKEN.${example('footprint record dispute DRP-7K4M-2QXH --as-at 2023-03-31')}`,
    )
    .action(async (dispute: string, options: RecordOptions, command: Command) => {
      const { printDispute } = await actions();
      await printDispute(command, terminal, dispute, options);
    });

  leaf(record, 'child <child>', 'A child, by record number, with all that happened about them.')
    .option('--as-at <day>', AS_AT)
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint record child 1000592 --as-at 2023-03-31'))
    .action(async (child: string, options: RecordOptions, command: Command) => {
      const { printChild } = await actions();
      await readingCases(command, terminal, (council) => printChild(council, terminal, child, options));
    });
};
