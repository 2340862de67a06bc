import { join } from 'node:path';

/** A command line that a running service is asked to carry out. */
export interface AskedOfService {
  readonly words: readonly string[];
  /** The folder in which it was typed, from which names of files are understood. */
  readonly folder: string;
  /** Of a person who signs in for it (`FOOTPRINT_TOKEN`); left out where nobody does. */
  readonly token?: string;
}

/** The answer, a line each: text for standard output or standard error, and at last the exit code. */
export type SaidByService = { readonly print: string } | { readonly say: string } | { readonly code: number };

/** In the data folder, which nobody but its owner may enter: a person who reaches it could read the log itself. */
export const operatorSocketIn = (dataDir: string): string => join(dataDir, 'operator.sock');

/** The longest request that is read, in characters. */
export const LONGEST_REQUEST = 1_000_000;
