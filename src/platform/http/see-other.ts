import type { WrittenDto } from './written.dto.js';

/** What the next page says once. */
export interface Flash {
  readonly text: string;
  /** What somebody is led to from there: `1 more is late:` and the words of a link, if there is a page. */
  readonly next?: { readonly before: string; readonly text: string; readonly href: string | null };
}

/** The answer of a page that has carried something out: the browser asks for another page, which already shows it. */
export class SeeOther {
  readonly flash: Flash | undefined;

  constructor(
    /** Path of the page. */
    readonly location: string,
    /** A sentence that the next page shows once, or with what it leads to. */
    flash?: string | Flash,
    /** The position that was written, so that the next page waits for it. */
    readonly written?: WrittenDto,
  ) {
    this.flash = typeof flash === 'string' ? { text: flash } : flash;
  }
}
