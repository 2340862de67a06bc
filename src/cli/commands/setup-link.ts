import type { Command } from 'commander';
import { configFor, writing } from '../council.js';
import type { Terminal } from '../terminal.js';
import { example, leaf } from './shared.js';

/** The way in for the two people who set a council up and open it, before there is any other. */
export const addSetUpLinkCommand = (program: Command, terminal: Terminal): void => {
  leaf(
    program,
    'setup-link',
    'Print a link with which the first administrator, or the IRO manager who opens the council, signs in with a browser: once, within an hour, until the council is open.',
  )
    .option(
      '--for <name>',
      'whom it signs in: the first administrator, who is put on record where nobody is yet, or the IRO manager',
    )
    .option('--email <address>', 'their e-mail address, where they are told of accounts that come to sign in')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example("footprint setup-link --for 'Y. Holt' --email y.holt@westshire.gov.uk"))
    .action(async (options: { for?: string; email?: string; json?: boolean }, command: Command) => {
      const { makeSetUpLink } = await import('./setup-link-actions.js');
      const site = terminal.site ?? (await configFor(command, terminal)).site;
      await writing(command, terminal, (council, actor) =>
        makeSetUpLink(council, actor, terminal, { ...options, site }),
      );
    });
};
