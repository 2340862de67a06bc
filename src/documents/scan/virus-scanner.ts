/** Looks for viruses in what comes from outside. */
export interface VirusScanner {
  /**
   * @returns what was found; null where the file is clean
   * @throws ScannerAway where nobody could look: such a file is not clean
   */
  scan(bytes: Buffer): Promise<string | null>;
}

export const VIRUS_SCANNER = Symbol('VirusScanner');

/** The scanner could not be reached, or gave no answer. */
export class ScannerAway extends Error {
  override readonly name = 'ScannerAway';
  /** That of the system: `ECONNREFUSED`. */
  readonly code = (this.cause as NodeJS.ErrnoException | undefined)?.code;
}
