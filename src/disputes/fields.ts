import { DISPUTE_THEMES } from '../protocol/themes.js';

/** Theme codes that a dispute may have. Which of them are in use is the protocol's to say. */
export const THEMES: readonly string[] = DISPUTE_THEMES.map(({ code }) => code);

/** A reference as people may write it; its check character is looked at when it is looked up. */
export const REFERENCE = /^[A-Za-z]{2,4}[\s-]*[0-9A-Za-z]{4}[\s-]*[0-9A-Za-z]{4}$/;
