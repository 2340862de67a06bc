import type { Command } from 'commander';
import type { CheckOptions, CorrectOptions, ImportOptions } from './register-actions.js';
import { writer } from '../acting-as.js';
import { mustBeOpen, reading, writing } from '../council.js';
import { fileFrom, type Terminal } from '../terminal.js';
import { example, everyOne, leaf, wholeNumber } from './shared.js';

/** People who enter what others wrote, and those who keep the council's directory. */
const KEEPS_THE_REGISTER = ['import.write'] as const;

/** A council's register: reading it in, mending it, writing it back. */
export const addRegisterCommands = (program: Command, terminal: Terminal): void => {
  const register = program.command('register').description("A council's own register, as spreadsheets.");
  const actions = () => import('./register-actions.js');

  leaf(register, 'mapping <files...>', 'Propose a mapping file from the headings and words of the files.')
    .addHelpText('after', example('footprint register mapping disputes.csv > mapping.yaml'))
    .action(async (files: string[]) => (await actions()).proposeMappingFor(terminal, files));

  checked(leaf(register, 'check <files...>', 'Say what an import would accept, fold and refuse. Changes nothing.'))
    .addHelpText('after', example('footprint register check disputes.csv --mapping mapping.yaml'))
    .action(async (files: string[], options: CheckOptions, command: Command) => {
      const { check, checkingWith } = await actions();
      const checking = await checkingWith(options);
      await reading(command, terminal, (council) => check(council, terminal, files, checking));
    });

  writer(
    checked(
      leaf(register, 'import <files...>', 'Read the rows in, each as one event. Run again after a stop, it finishes.'),
    ),
    ...KEEPS_THE_REGISTER,
  )
    .option('--expect-total <rows>', 'stop unless exactly so many rows of all files together are accepted', wholeNumber)
    .option('--leave-out-refused', 'import the accepted rows although others are refused')
    .option(
      '--covers <kind:period>',
      'what the register speaks for, instead of what its rows show (repeatable)',
      everyOne,
    )
    .addHelpText(
      'after',
      example('footprint register import disputes.csv --mapping mapping.yaml --expect-total 158 --leave-out-refused') +
        '\n  --covers takes informal, formal or acknowledgement, and a financial year or a first and a last day:\n  --covers formal:2021/22, --covers formal:2025-04-01..2026-10-31',
    )
    .action(async (files: string[], options: ImportOptions, command: Command) => {
      const { importFiles, importingWith } = await actions();
      const { mapping, refused, ...others } = options;
      const importing = await importingWith({
        ...others,
        mapping: fileFrom(terminal, mapping),
        ...(refused === undefined ? {} : { refused: fileFrom(terminal, refused) }),
      });
      const paths = files.map((file) => fileFrom(terminal, file));
      await writing(command, terminal, (council, actor) => importFiles(council, actor, terminal, paths, importing));
    });

  leaf(register, 'imports', 'List the imports there have been.')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint register imports'))
    .action(async (options: { json?: boolean }, command: Command) => {
      const { listImports } = await actions();
      await reading(command, terminal, (council) => listImports(council, terminal, options));
    });

  writer(
    leaf(register, 'withdraw <import>', 'Take a whole import back; its rows are counted no more.'),
    ...KEEPS_THE_REGISTER,
  )
    .requiredOption('--reason <text>', 'why, for the record')
    .addHelpText(
      'after',
      example('footprint register withdraw 0f8b9c1e-… --reason "The wrong year\'s file was imported."'),
    )
    .action(async (importId: string, options: { reason: string }, command: Command) => {
      const { withdraw } = await actions();
      await writing(command, terminal, (council, actor) =>
        withdraw(council, actor, terminal, importId, options.reason),
      );
    });

  writer(
    leaf(register, 'correct <reference>', 'Correct an imported row; what it said before stays on record.'),
    ...KEEPS_THE_REGISTER,
  )
    .requiredOption(
      '--set <column=value>',
      'a column of the exported register and what it should say (repeatable)',
      everyOne,
    )
    .requiredOption('--reason <text>', 'why, for the record')
    .addHelpText(
      'after',
      example('footprint register correct I21/007 --set "Theme=LIFE" --set "Team=TC1" --reason "Miscoded at entry."'),
    )
    .action(async (reference: string, options: CorrectOptions, command: Command) => {
      const { correct, correctingWith } = await actions();
      const correction = correctingWith(options);
      await writing(command, terminal, (council, actor) => correct(council, actor, terminal, reference, correction));
    });

  writer(
    leaf(register, 'take-on <references...>', 'Make open imported disputes living ones, with an answer due.'),
    'dispute.take-on',
  )
    .addHelpText('after', example('footprint register take-on I22/109 I22/111 --as "K. Vance"'))
    .action(async (references: string[], _options: object, command: Command) => {
      const { takeOn } = await actions();
      await writing(command, terminal, async (council, actor) => {
        await mustBeOpen(council);
        await takeOn(council, actor, terminal, references);
      });
    });

  leaf(register, 'export <folder>', 'Write the register back as CSV, with the mapping that reads it again.')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint register export register-2022-23'))
    .action(async (folder: string, options: { json?: boolean }, command: Command) => {
      const { exportTo } = await actions();
      await reading(command, terminal, (council) => exportTo(council, terminal, folder, options));
    });
};

const checked = (command: Command): Command =>
  command
    .requiredOption('--mapping <file>', 'how the files are to be read; see "register mapping"')
    .option('--refused <file>', 'write the refused rows to this CSV, to be mended')
    .option('--json', 'print JSON for programs');
