import { askService } from '../platform/operator-socket/client.js';
import { operatorSocketIn } from '../platform/operator-socket/messages.js';
import type { Terminal } from './terminal.js';

/**
 * Commands that a running service carries out for the operator: those that write into its folder and belong to a day of work, and what a
 * person reads as themselves.
 */
const CARRIED_OUT_BY_THE_SERVICE: readonly (readonly string[])[] = [
  ['caseload'],
  ['directory'],
  ['register'],
  ['setup-link'],
  ['token'],
  ['disclosure'],
  ['record', 'dispute'],
];

/**
 * Hands a command to the service that has the data folder.
 * @returns its exit code; undefined where the command is none of those, or nobody listens in the folder
 */
export const byTheService = async (
  words: readonly string[],
  dataDir: string,
  terminal: Terminal,
): Promise<number | undefined> => {
  const isCarriedOut = CARRIED_OUT_BY_THE_SERVICE.some((command) => command.every((word) => words.includes(word)));
  if (!isCarriedOut || terminal.council !== undefined) return undefined;
  const token = terminal.environment.FOOTPRINT_TOKEN?.trim();
  const asked = { words, folder: process.cwd(), ...(token ? { token } : {}) };
  return askService(operatorSocketIn(dataDir), asked, terminal);
};
