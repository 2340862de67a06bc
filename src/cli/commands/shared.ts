import { Command, InvalidArgumentError } from 'commander';

/** One command that does something, below its subject. */
export const leaf = (parent: Command, usage: string, description: string): Command =>
  parent.command(usage).description(description);

/** A command that writes says who did it. */
export const writer = (command: Command): Command =>
  command.option(
    '--as <person>',
    'who does this: a name or number of the directory (default: the command line itself)',
  );

export const example = (line: string): string => `\nExample:\n  $ ${line}`;

/** For options that may be given several times. */
export const everyOne = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];

export const wholeNumber = (written: string): number => {
  if (!/^\d{1,9}$/.test(written)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(written);
};

export const listed = (written: string): string[] =>
  written
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
