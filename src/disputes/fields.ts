import { DISPUTE_THEMES } from '../protocol/themes.js';

/** Theme codes that a dispute may have. Which of them are in use is the protocol's to say. */
export const THEMES: readonly string[] = DISPUTE_THEMES.map(({ code }) => code);
