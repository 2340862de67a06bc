import type { WrittenDto } from './written.dto.js';

/** The answer of a page that has carried something out: the browser asks for another page, which already shows it. */
export class SeeOther {
  constructor(
    /** Path of the page. */
    readonly location: string,
    /** A sentence that the next page shows once. */
    readonly flash?: string,
    /** The position that was written, so that the next page waits for it. */
    readonly written?: WrittenDto,
  ) {}
}
