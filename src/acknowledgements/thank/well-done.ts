import { newSecret } from '../../platform/secret.js';

/** A form of one button by which a leader says well done. */
export interface WellDone {
  readonly href: string;
  readonly text: string;
  readonly command: string;
}

/** @param query of the address of the page on which it stands, with for whom the reader acts */
export const wellDone = (reference: string, query = ''): WellDone => ({
  href: `/acknowledgements/${reference}/thank${query}`,
  text: 'Well done.',
  command: newSecret(),
});
