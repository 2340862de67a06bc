import { LineCutter } from './lines.js';

/** The characters that may stand between two cells: comma, semicolon, tab, or the upright bar of some case systems. */
export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A first line such as `sep=;`, by which a file tells a spreadsheet program its separator. */
const TOLD = /^"?sep=([,;\t|])"?$/i;

/** A row of headings has at least so many separators; a line of a title has few. */
const OF_A_HEADING = 3;

const LINES_LOOKED_AT = 30;

/**
 * The separator of a text, by its beginning: the one that it names itself, else the one that stands most often between the headings
 * (quoted text does not count): in the first line, or, where that is a title, in the first line with several of them.
 */
export const separatorOf = (beginning: string): Separator => {
  const cutter = new LineCutter();
  const lines = [...cutter.piece(beginning), ...cutter.end()].slice(0, LINES_LOOKED_AT).map(({ text }) => text);
  const told = TOLD.exec(lines[0] ?? '');
  if (told) return told[1] as Separator;
  const bare = beginning
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .slice(0, LINES_LOOKED_AT)
    .filter((line) => line.trim() !== '');
  const [first = '', second] = bare;
  const ofFirst = mostOf(first);
  const goesOn = second === undefined || timesIn(second, ofFirst.separator) >= ofFirst.times;
  if (ofFirst.times > 0 && goesOn) return ofFirst.separator;
  return mostOf(bare.find((line) => mostOf(line).times >= OF_A_HEADING) ?? first).separator;
};

const timesIn = (line: string, separator: Separator): number => line.split(separator).length - 1;

/** Whether a line says nothing but which separator the file has. */
export const tellsSeparator = (cells: readonly string[]): boolean => /^"?sep=$/i.test(cells[0] ?? '');

const mostOf = (line: string): { separator: Separator; times: number } => {
  const counts = SEPARATORS.map((separator) => ({ separator, times: timesIn(line, separator) }));
  return counts.reduce((most, each) => (each.times > most.times ? each : most));
};
