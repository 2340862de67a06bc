/**
 * A cell that begins with one of these is run as a formula by spreadsheet programs. It is written with an apostrophe before it, and a
 * cell that already looks so gets one more: reading takes exactly one away, so that every text comes back as it was.
 */
const WOULD_RUN = /^'*[=+\-@\t\r]/;
const MADE_HARMLESS = /^'+[=+\-@\t\r]/;

export const harmless = (text: string): string => (WOULD_RUN.test(text) ? `'${text}` : text);
export const asItWas = (cell: string): string => (MADE_HARMLESS.test(cell) ? cell.slice(1) : cell);
