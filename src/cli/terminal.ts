/** What a command knows of the world it runs in. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** To standard output: what was asked for, and nothing else. */
  print(text: string): void;
  /** To standard error: progress, notes, what went wrong. */
  say(text: string): void;
}

/** The command was not called as it can be: exit code 2. */
export class BadUse extends Error {
  override readonly name = 'BadUse';
}

/** The command was understood and could not be carried out: exit code 1. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

export const printJson = (terminal: Terminal, value: unknown): void =>
  terminal.print(`${JSON.stringify(value, null, 2)}\n`);

export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
