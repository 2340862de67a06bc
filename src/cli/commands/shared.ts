import { Command, InvalidArgumentError } from 'commander';

/** One command that does something, below its subject. */
export const leaf = (parent: Command, usage: string, description: string): Command =>
  parent.command(usage).description(description);

export const example = (line: string): string => `\nExample:\n  $ ${line}`;

/** For options that may be given several times. */
export const everyOne = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];

/** Reads an option that is a whole number, 0 or more. @throws InvalidArgumentError */
export const wholeNumber = (written: string): number => {
  if (!/^\d{1,9}$/.test(written)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(written);
};

/** What `--as-at` says in the help of a command. */
export const AS_AT = 'as it stood at the end of this day, which is over: 2026-03-03';

export const listed = (written: string): string[] =>
  written
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
