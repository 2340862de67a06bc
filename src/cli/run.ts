import { CommanderError } from 'commander';
import { byTheService } from './beside-service.js';
import { DataFolderInUse } from '../platform/data-folder-in-use.js';
import { programFor } from './program.js';
import { BadUse, inWordsOfTheCouncil, type Terminal } from './terminal.js';

const SUCCESS = 0;
const FAILURE = 1;
const BAD_USE = 2;

/** Carries out one command line. @returns the exit code: 0 done, 1 could not be done, 2 not called as it can be */
export const run = async (words: readonly string[], outside: Terminal): Promise<number> => {
  const terminal = inWordsOfTheCouncil(outside);
  try {
    await programFor(terminal).parseAsync(words, { from: 'user' });
    return SUCCESS;
  } catch (error) {
    // Commander has already printed what it had to say.
    if (error instanceof CommanderError) return HELP_WAS_ASKED_FOR.has(error.code) ? SUCCESS : BAD_USE;
    if (error instanceof DataFolderInUse) {
      const code = await byTheService(words, error.path, outside).catch((other: unknown) => {
        terminal.say(`footprint: ${sentenceOf(other)}\n`);
        return FAILURE;
      });
      if (code !== undefined) return code;
    }
    terminal.say(`footprint: ${sentenceOf(error)}\n`);
    return error instanceof BadUse ? BAD_USE : FAILURE;
  }
};

const HELP_WAS_ASKED_FOR = new Set(['commander.helpDisplayed', 'commander.version']);

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
