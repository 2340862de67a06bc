import type { Command } from 'commander';
import { writer } from '../acting-as.js';
import { reading, writing } from '../council.js';
import type { Terminal } from '../terminal.js';
import { addReportActs } from './report-acts.js';
import { example, leaf, wholeNumber } from './shared.js';
import type {
  CheckOptions,
  DraftOptions,
  FileOptions,
  PublishOptions,
  TablesOptions,
} from './published-report-actions.js';

/** A report that is given out, from its draft to its publication. */
export const addPublishedReportCommands = (report: Command, terminal: Terminal): void => {
  addReportActs(report, terminal);
  const actions = () => import('./published-report-actions.js');

  leaf(report, 'list', 'Reports that are written or were given out.')
    .option('--json', 'print JSON for programs')
    .action(async (options: { json?: boolean }, command: Command) => {
      const { listReports } = await actions();
      await reading(command, terminal, (council) => listReports(council, terminal, options));
    });

  leaf(report, 'show <report>', 'A report as its paper says it, with the small numbers hidden.')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint report show RPT-7K4M-2QXH'))
    .action(async (reference: string, options: { json?: boolean }, command: Command) => {
      const { showReport } = await actions();
      await reading(command, terminal, (council) => showReport(council, terminal, reference, options));
    });

  leaf(
    report,
    'tables <report>',
    'Tables that would print something of its period, as take-figures --table names them.',
  )
    .option(
      '--method <method>',
      'hidden, or rounded to the nearest 5 (default: as in the reports that its readers have)',
    )
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint report tables RPT-7K4M-2QXH'))
    .action(async (reference: string, options: TablesOptions, command: Command) => {
      const { proposeTables } = await actions();
      await reading(command, terminal, (council) => proposeTables(council, terminal, reference, options));
    });

  leaf(report, 'actions <report>', 'Lines that the report before it announced: enter what became of each.')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint report actions RPT-7K4M-2QXH'))
    .action(async (reference: string, options: { readonly json?: boolean }, command: Command) => {
      const { proposeActions } = await actions();
      await reading(command, terminal, (council) => proposeActions(council, terminal, reference, options));
    });

  writer(leaf(report, 'draft', 'Begin a report that is given out, and take its figures.'), 'report.write')
    .option('--year <year>', 'financial year, as 2022/23')
    .option('--from <day>', 'first day, where it is about no financial year')
    .option('--to <day>', 'last day')
    .option('--kind <kind>', 'annual, half-year, quarter, period, learning-briefing or team-half-year', 'annual')
    .option('--team <team>', 'id, code or name of the team, where it is the half-year of a team')
    .option(
      '--method <method>',
      'hidden, or rounded to the nearest 5 (default: as in the reports that its readers have)',
    )
    .option('--audience <audience>', 'public, board, board-exempt or inside', 'public')
    .addHelpText('after', example('footprint report draft --year 2022/23 --as "M. Okoro"'))
    .action(async (options: DraftOptions, command: Command) => {
      const { draftReport } = await actions();
      await writing(command, terminal, (council, actor) => draftReport(council, actor, terminal, options));
    });

  writer(leaf(report, 'check <report>', 'Say that nothing about a child can be worked out from it.'), 'report.check')
    .requiredOption('--digest <digest>', 'its digest as you read it, from footprint report show')
    .addHelpText('after', example('footprint report check RPT-7K4M-2QXH --digest 9f86d081… --as "G. Hope"'))
    .action(async (reference: string, options: CheckOptions, command: Command) => {
      const { checkReport } = await actions();
      await writing(command, terminal, (council, actor) => checkReport(council, actor, terminal, reference, options));
    });

  writer(leaf(report, 'approve <report>', 'Let a checked report be given out.'), 'report.approve')
    .requiredOption('--digest <digest>', 'its digest as you read it, from footprint report show')
    .addHelpText('after', example('footprint report approve RPT-7K4M-2QXH --digest 9f86d081… --as "M. Okoro"'))
    .action(async (reference: string, options: CheckOptions, command: Command) => {
      const { approveReport } = await actions();
      await writing(command, terminal, (council, actor) => approveReport(council, actor, terminal, reference, options));
    });

  writer(leaf(report, 'publish <report>', 'Record that an approved report was published.'), 'report.approve')
    .option('--on <day>', 'the day of publication (default: today)')
    .option('--address <address>', 'where it is found; needed where it is for the public')
    .addHelpText('after', example('footprint report publish RPT-7K4M-2QXH --address https://… --as "M. Okoro"'))
    .action(async (reference: string, options: PublishOptions, command: Command) => {
      const { publishReport } = await actions();
      await writing(command, terminal, (council, actor) => publishReport(council, actor, terminal, reference, options));
    });

  leaf(
    report,
    'compare <report>',
    'A published report beside what the records say now; and whether it is made again the same.',
  )
    .option('--edition <number>', 'the last that was published unless told', wholeNumber)
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint report compare RPT-7K4M-2QXH'))
    .action(async (reference: string, options: { edition?: number; json?: boolean }, command: Command) => {
      const { compareReport } = await actions();
      await reading(command, terminal, (council) => compareReport(council, terminal, reference, options));
    });

  leaf(report, 'file <report>', 'A report as a file: its paper, all that it says as JSON, or one of its tables.')
    .requiredOption('--out <file>', 'where to write it; its ending says which: .pdf, .docx, .json, .csv or .ods')
    .option(
      '--table <number>',
      'of a .csv or .ods: which of its tables, in the order of the paper (default: 1)',
      wholeNumber,
    )
    .option('--edition <number>', 'the newest unless told', wholeNumber)
    .addHelpText('after', example('footprint report file RPT-7K4M-2QXH --table 2 --out table.csv'))
    .action(async (reference: string, options: FileOptions, command: Command) => {
      const { writeReportFile } = await actions();
      await reading(command, terminal, (council) => writeReportFile(council, terminal, reference, options));
    });
};
