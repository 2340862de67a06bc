import { resolve } from 'node:path';
import { inCouncilWords } from '../protocol/council-words.js';
import type { CouncilSays } from '../protocol/words-now.js';
import type { OpenCouncil } from './council.js';
import type { SendToApi } from './over-the-api.js';

/** The world in which a command runs. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** To standard output: what was asked for, and nothing else. */
  print(text: string): void;
  /** To standard error: progress, notes, what went wrong. */
  say(text: string): void;
  /** To standard output as it is, whatever the council calls things: JSON, files, and texts that are in its words already. */
  readonly exactly?: (text: string) => void;
  /** From here on everything is said in these words. */
  readonly speak?: (says: CouncilSays) => void;
  /** Names that people gave, as those of files and of their columns, stay from here on as they are written. */
  readonly keep?: (names: readonly string[]) => void;
  /** The folder from which names of files are understood, where it is not that of this process. */
  readonly folder?: string;
  /** The council of the service that carries the command out; opened anew by each command where there is none. */
  readonly council?: () => Promise<OpenCouncil>;
  /** Address at which people reach that service. */
  readonly site?: string;
  /** The API of that service; of one of its own for the command where there is none. */
  readonly api?: SendToApi;
}

/** A file as this process finds it. */
export const fileFrom = ({ folder }: Terminal, written: string): string =>
  folder === undefined ? written : resolve(folder, written);

/** The command was not called as it can be: exit code 2. */
export class BadUse extends Error {
  override readonly name = 'BadUse';
}

/** The command was understood and could not be carried out: exit code 1. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

export const printExactly = (terminal: Pick<Terminal, 'exactly' | 'print'>, text: string): void => {
  if (terminal.exactly === undefined) terminal.print(text);
  else terminal.exactly(text);
};

export const printJson = (terminal: Terminal, value: unknown): void =>
  printExactly(terminal, `${JSON.stringify(value, null, 2)}\n`);

/** The same terminal, which says what it is told in the council's words from the moment at which these are known. */
export const inWordsOfTheCouncil = (terminal: Terminal): Terminal => {
  let says: CouncilSays | undefined;
  const given: string[] = [];
  const said = (text: string): string =>
    says === undefined ? text : inCouncilWords(text, says.words, [...says.kept, ...given]);
  return {
    ...terminal,
    print: (text) => terminal.print(said(text)),
    say: (text) => terminal.say(said(text)),
    exactly: (text) => printExactly(terminal, text),
    speak: (inTheseWords) => {
      says = inTheseWords;
    },
    keep: (names) => void given.push(...names),
  };
};

export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
