import type { Command } from 'commander';
import { writer } from '../acting-as.js';
import { reading, readingCases, writing } from '../council.js';
import type { Terminal } from '../terminal.js';
import { AS_AT, example, leaf, listed, wholeNumber } from './shared.js';
import type {
  BoardOptions,
  NoteOptions,
  Printed,
  PublishedOptions,
  ThemesOptions,
  TimelinessOptions,
} from './report-actions.js';
import { addPublishedReportCommands } from './published-report.js';
import { YEARLY_REPORTS, type YearlyOptions } from './yearly-reports.js';

/** The figures, and what people have to say about them. */
export const addReportCommands = (program: Command, terminal: Terminal): void => {
  const report = program
    .command('report')
    .description('Figures: the escalation board, themes, the annual report, notes on them.');
  const actions = () => import('./report-actions.js');

  leaf(report, 'themes', 'Count disputes and acknowledgements of a financial year.')
    .requiredOption('--year <year>', 'financial year, as 2022/23')
    .requiredOption(
      '--by <dimensions>',
      'any of kind, team, iro, service, quarter, theme, themeGroup, ladder, stage, level, with commas',
      listed,
    )
    .option('--as-at <day>', AS_AT)
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint report themes --year 2022/23 --by kind,team,quarter'))
    .action(async (options: ThemesOptions, command: Command) => {
      const { ofRecords, printThemes, questionFrom } = await actions();
      const question = questionFrom(options);
      await reading(command, terminal, (council) => {
        const year = ofRecords(question.year, council.today);
        return printThemes(council, terminal, { ...question, year }, options);
      });
    });

  leaf(report, 'annual <year>', 'The figures of a financial year beside those of the year before.')
    .option('--as-at <day>', AS_AT)
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint report annual 2022/23 --as-at 2023-03-31'))
    .action(async (year: string, options: Printed, command: Command) => {
      const { ofRecords, printAnnualReport, yearGiven } = await actions();
      const given = yearGiven(year);
      await reading(command, terminal, (council) =>
        printAnnualReport(council, terminal, ofRecords(given, council.today), options),
      );
    });

  leaf(report, 'escalations', 'Every open dispute by stage: who must act, by when, what is late.')
    .option('--service <service>', 'of the team it is counted under')
    .option('--team <team>', 'id, code or name of the team it is counted under')
    .option('--theme <theme>', 'theme code')
    .option('--theme-group <group>', 'code of the theme’s group: DD for drift and delay')
    .option('--waiting-for <who>', 'a person’s number, a kind of post (team-manager), or vacancy')
    .option('--as-at <day>', AS_AT)
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint report escalations --waiting-for team-manager'))
    .action(async (options: BoardOptions, command: Command) => {
      const { printEscalations } = await actions();
      await readingCases(command, terminal, (council) => printEscalations(council, terminal, options));
    });

  leaf(report, 'week [day]', 'What happened in a week, in counts: the last week that is over unless a day is given.')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint report week 2023-10-02'))
    .action(async (day: string | undefined, options: { json?: boolean }, command: Command) => {
      const { printWeek } = await actions();
      await reading(command, terminal, (council) => printWeek(council, terminal, day, options));
    });

  leaf(report, 'work <person>', 'What waits for a person, in the order it is due.')
    .option('--as-at <day>', AS_AT)
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint report work "P. Okafor" --as-at 2023-10-02'))
    .action(async (person: string, options: Printed, command: Command) => {
      const { printWorkOf } = await actions();
      await readingCases(command, terminal, (council) => printWorkOf(council, terminal, person, options));
    });

  leaf(report, 'timeliness', 'How fast the disputes of a financial year were answered.')
    .requiredOption('--year <year>', 'financial year, as 2022/23')
    .option(
      '--by <dimensions>',
      'any of kind, ladder, stage, level, team, quarter, with commas (default: each in a table)',
      listed,
    )
    .option('--as-at <day>', AS_AT)
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint report timeliness --year 2022/23 --by stage,team,quarter'))
    .action(async (options: TimelinessOptions, command: Command) => {
      const { printTimeliness } = await actions();
      await reading(command, terminal, (council) => printTimeliness(council, terminal, options));
    });

  for (const { name, description, print } of YEARLY_REPORTS) {
    leaf(report, name, description)
      .option('--year <year>', 'financial year, as 2022/23 (default: that of the day given with --as-at)')
      .option('--as-at <day>', AS_AT)
      .option('--json', 'print JSON for programs')
      .addHelpText('after', example(`footprint report ${name} --year 2022/23`))
      .action(async ({ year, ...options }: { year?: string } & YearlyOptions, command: Command) => {
        const { ofRecords, yearGivenOrOf } = await actions();
        const given = yearGivenOrOf(year, options.asAt);
        await reading(command, terminal, (council) =>
          print(council, terminal, ofRecords(given, council.today), options),
        );
      });
  }

  leaf(
    report,
    'what-if',
    'A year played again under another protocol: what would have been late, and how far it would have gone.',
  )
    .requiredOption('--protocol <file>', 'the other protocol, as a file')
    .requiredOption('--year <year>', 'financial year, as 2025/26')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint report what-if --protocol protocols/barnet.yaml --year 2025/26'))
    .action(async ({ protocol, year, json }: { protocol: string; year: string; json?: boolean }, command: Command) => {
      const { ofRecords, printWhatIf, yearGiven } = await actions();
      const { readAndChecked } = await import('./protocols-kept.js');
      const given = yearGiven(year);
      const read = await readAndChecked(protocol);
      await reading(command, terminal, (council) =>
        printWhatIf(council, terminal, ofRecords(given, council.today), read.protocol, { json }),
      );
    });

  writer(leaf(report, 'note <year> <measure>', 'Put a note on a figure, for everybody who reads it.'), 'figures.write')
    .requiredOption('--text <text>', 'what a reader must know: records lost, teams restructured')
    .option('--not-comparable', 'compare nothing with this figure')
    .addHelpText(
      'after',
      example('footprint report note 2022/23 informal --text "Records of May were lost." --not-comparable'),
    )
    .action(async (year: string, measure: string, options: NoteOptions, command: Command) => {
      const { noteFigure, ofRecords, yearGiven } = await actions();
      const given = yearGiven(year);
      await writing(command, terminal, (council, actor) =>
        noteFigure(council, actor, terminal, ofRecords(given, council.today), measure, options),
      );
    });

  writer(
    leaf(report, 'published-total <year> <measure>', 'Enter a total that was published, for a year without rows.'),
    'figures.write',
  )
    .argument('<value>', 'the total, a whole number', wholeNumber)
    .requiredOption('--source <text>', 'where it is printed')
    .addHelpText(
      'after',
      example('footprint report published-total 2020/21 formal 48 --source "IRO annual report 2020/21, page 9"'),
    )
    .action(async (year: string, measure: string, value: number, options: PublishedOptions, command: Command) => {
      const { enterPublishedTotal, ofRecords, yearGiven } = await actions();
      const given = yearGiven(year);
      const total = { measure, value, source: options.source };
      await writing(command, terminal, (council, actor) =>
        enterPublishedTotal(council, actor, terminal, { year: ofRecords(given, council.today), ...total }),
      );
    });

  writer(
    leaf(report, 'enter-other-councils <file>', 'Enter figures that other councils have published, from a CSV file.'),
    'figures.write',
  )
    .option('--dry-run', 'say what would be entered, and each cell that must be mended; record nothing')
    .addHelpText('after', example('footprint report enter-other-councils published.csv --dry-run'))
    .action(async (file: string, options: { dryRun?: boolean }, command: Command) => {
      const { enterOtherCouncils } = await import('./other-councils-actions.js');
      await writing(command, terminal, (council, actor) => enterOtherCouncils(council, actor, terminal, file, options));
    });

  addPublishedReportCommands(report, terminal);
};
