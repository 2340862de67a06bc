import { Command } from 'commander';
import { addCalendarCommands } from './commands/calendar.js';
import { addCaseloadCommands } from './commands/caseload.js';
import { addChallengeCommands } from './commands/challenge.js';
import { addCouncilCommands } from './commands/council.js';
import { addDirectoryCommands } from './commands/directory.js';
import { addDisclosureCommands } from './commands/disclosure.js';
import { addDocumentCommands } from './commands/document.js';
import { addLogCommands } from './commands/log.js';
import { addProtocolCommands } from './commands/protocol.js';
import { addRecordCommands } from './commands/record.js';
import { addRegisterCommands } from './commands/register.js';
import { addReportCommands } from './commands/report.js';
import { addSetUpLinkCommand } from './commands/setup-link.js';
import { addTokenCommands } from './commands/token.js';
import type { Terminal } from './terminal.js';

/** Every command there is. Each loads what it needs when it is carried out, so that help comes at once. */
export const programFor = (terminal: Terminal): Command => {
  const program = new Command('footprint')
    .description('Disputes and practice acknowledgements of Independent Reviewing Officers, from the command line.')
    .option('--data-dir <folder>', 'folder of the log (default: FOOTPRINT_DATA_DIR, else .data)')
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .configureOutput({
      writeOut: terminal.print,
      writeErr: terminal.say,
      outputError: (text, write) => write(text.replace(/^error: /, 'footprint: ')),
    })
    .showSuggestionAfterError()
    .exitOverride()
    .helpCommand(true);
  addRegisterCommands(program, terminal);
  addDirectoryCommands(program, terminal);
  addCaseloadCommands(program, terminal);
  addProtocolCommands(program, terminal);
  addCalendarCommands(program, terminal);
  addReportCommands(program, terminal);
  addDisclosureCommands(program, terminal);
  addRecordCommands(program, terminal);
  addChallengeCommands(program, terminal);
  addCouncilCommands(program, terminal);
  addSetUpLinkCommand(program, terminal);
  addTokenCommands(program, terminal);
  addDocumentCommands(program, terminal);
  addLogCommands(program, terminal);
  program.addHelpText('after', '\nExample:\n  $ footprint report themes --year 2022/23 --by kind,team,quarter');
  return program;
};
