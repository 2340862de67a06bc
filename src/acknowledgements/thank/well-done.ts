import { newSecret } from '../../platform/secret.js';

/** A form of one button by which a leader says well done. */
export interface WellDone {
  readonly href: string;
  readonly text: string;
  readonly command: string;
}

/** What the button does, behind its words: to whom they go, and who reads them. */
export const WHO_IS_TOLD =
  'goes at once to whoever gave the acknowledgement. Those whom it thanks, and their manager, read it on its page.';

/** @param query of the address of the page on which it stands, with for whom the reader acts */
export const wellDone = (reference: string, query = ''): WellDone => ({
  href: `/acknowledgements/${reference}/thank${query}`,
  text: 'Well done.',
  command: newSecret(),
});
