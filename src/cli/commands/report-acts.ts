import type { Command } from 'commander';
import type { Permission } from '../../access/access-table.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { writer } from '../acting-as.js';
import { type OpenCouncil, writing } from '../council.js';
import type { Terminal } from '../terminal.js';
import type * as Actions from './report-acts-actions.js';
import { everyOne, example, leaf, wholeNumber } from './shared.js';

type Act<Options> = (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  report: string,
  options: Options,
) => Promise<void>;

/** What people do with a report between its draft and its publication, and after it. */
export const addReportActs = (report: Command, terminal: Terminal): void => {
  const does = <Options>(command: Command, line: string, actOf: (actions: typeof Actions) => Act<Options>): Command =>
    command
      .addHelpText('after', example(`footprint report ${line}`))
      .action(async (reference: string, options: Options, asked: Command) => {
        const carryOut = actOf(await import('./report-acts-actions.js'));
        await writing(asked, terminal, (council, actor) => carryOut(council, actor, terminal, reference, options));
      });
  const writes = (usage: string, description: string, row: Permission = 'report.write'): Command =>
    writer(leaf(report, `${usage} <report>`, description), row);

  does<Actions.TakeOptions>(
    writes('take-figures', 'Take the figures of a report again, with the tables that you choose.')
      .option('--as-at <day>', 'as the records stood at the end of this day (default: as they are now)')
      .option(
        '--table <table>',
        'a table to print, as formal:service+half; may be given several times (default: those of use)',
        everyOne,
      )
      .option(
        '--method <method>',
        'hidden, or rounded to the nearest 5 (default: as in the reports that its readers have)',
      )
      .option(
        '--total-anyway <records>',
        'print this total although it is small: for the IRO manager to say',
        everyOne,
      ),
    'take-figures RPT-7K4M-2QXH --table formal:service --table informal:quarter --as "M. Okoro"',
    ({ takeFigures }) => takeFigures,
  );
  does<Actions.SectionOptions>(
    writes('write-section', 'Write one of its sections.')
      .requiredOption('--section <section>', 'summary, caseloads, disputes, priorities and so on')
      .requiredOption('--text <text>', 'what the section says; it takes the place of what stood there'),
    'write-section RPT-7K4M-2QXH --section summary --text "Fewer children wait." --as "M. Okoro"',
    ({ writeSection }) => writeSection,
  );
  does<Actions.FigureOptions>(
    writes('enter-figure', 'Enter a figure that the records here do not hold.')
      .requiredOption('--section <section>', 'in which section it stands')
      .requiredOption('--label <label>', 'what it is called; entered again, it takes the place of what stood there')
      .requiredOption('--value <number>', 'a whole number; a small one is hidden, and is kept nowhere', wholeNumber)
      .requiredOption('--source <source>', 'where it comes from')
      .requiredOption('--definition <text>', 'what it counts')
      .requiredOption('--as-of <day>', 'the day as of which it is')
      .option('--part-of <label>', 'the entered figure of which it is a part'),
    'enter-figure RPT-7K4M-2QXH --section caseloads --label "Children for each IRO" --value 64 --source "Workforce return" --definition "On that day." --as-of 2023-03-31 --as "M. Okoro"',
    ({ enterFigure }) => enterFigure,
  );
  does<Actions.StoryOptions>(
    writes('write-story', 'Write a story in which nobody can be recognised.')
      .requiredOption('--kind <kind>', 'case, good-practice or learnt')
      .requiredOption('--title <title>', 'what it is called')
      .requiredOption('--text <text>', 'the story')
      .requiredOption('--signer <person>', 'who is to sign it off: another person than you')
      .option('--story <number>', 'S1, of one that is written anew'),
    'write-story RPT-7K4M-2QXH --kind learnt --title "Plans that moved" --text "…" --signer "D. Ames" --as "M. Okoro"',
    ({ writeStory }) => writeStory,
  );
  does<Actions.ActionOptions>(
    writes('enter-action', 'Enter an action that an earlier report announced, with its progress.')
      .option('--what <text>', 'what was to be done')
      .option('--priority <number>', 'in its place: the line that footprint report actions shows', wholeNumber)
      .requiredOption('--holder <holder>', 'which post or team holds it; no child')
      .requiredOption('--progress <progress>', 'done, under-way, not-begun or dropped')
      .requiredOption('--sentence <text>', 'what was done, or why nothing was')
      .requiredOption('--as-of <day>', 'the day as of which that is so')
      .option('--action <number>', 'A1, of one that is entered anew'),
    'enter-action RPT-7K4M-2QXH --priority 1 --holder "Head of Safeguarding" --progress under-way --sentence "Three teams began." --as-of 2023-03-31 --as "M. Okoro"',
    ({ enterAction }) => enterAction,
  );
  does<Actions.TakeOutOptions>(
    writes('take-out', 'Take out a figure, a story or an action that was entered by mistake.')
      .option('--figure <label>', 'what the figure is called')
      .option('--story <number>', 'S1')
      .option('--action <number>', 'A1'),
    'take-out RPT-7K4M-2QXH --figure "Children for each IRO" --as "M. Okoro"',
    ({ takeOut }) => takeOut,
  );
  does<Actions.SignOffOptions>(
    writes('sign-off', 'Sign a story off, as the person named for it.', 'report.sign-off').requiredOption(
      '--story <number>',
      'S1',
    ),
    'sign-off RPT-7K4M-2QXH --story S1 --as "D. Ames"',
    ({ signOff }) => signOff,
  );
  does<Actions.TextOptions>(
    writes('comment', 'Say what is not right in it; nothing is changed by that.', 'report.comment').requiredOption(
      '--text <text>',
      'what is not right, or what a reader should know',
    ),
    'comment RPT-7K4M-2QXH --text "One team had another name until June." --as "D. Ames"',
    ({ comment }) => comment,
  );
  does<Actions.PresentOptions>(
    writes('present', 'Record before which board it came.', 'report.approve')
      .requiredOption('--board <board>', 'before which board')
      .option('--on <day>', 'the day (default: today)'),
    'present RPT-7K4M-2QXH --board "Corporate parenting board" --on 2023-10-04 --as "M. Okoro"',
    ({ present }) => present,
  );
  for (const [usage, description, row, type] of [
    ['correct', 'Begin another edition of a published report.', 'report.write', 'begin-correction'],
    ['give-up', 'Give up a draft that was never published.', 'report.write', 'give-up'],
    ['withdraw', 'Withdraw the edition that stands.', 'report.approve', 'withdraw'],
  ] as const)
    does<Actions.ReasonOptions>(
      writes(usage, description, row).requiredOption('--reason <reason>', 'why; no child’s details'),
      `${usage} RPT-7K4M-2QXH --reason "…" --as "M. Okoro"`,
      ({ withReason }) => withReason(type),
    );
};
