/** The text after a key or a dash on one line, as its writer would read it. */
export interface WrittenValue {
  /** Words without marks around them and without the comment after them; undefined for anything else. */
  readonly words?: string;
  /** How many brackets are still open at the end of the line. */
  readonly open: number;
  /** The fault, and the text to write in its place. */
  readonly wrong?: string;
}

/**
 * @param written the line from its first letter that is no space
 * @param open how many brackets were open before it
 */
export const valueOf = (written: string, open = 0): WrittenValue => {
  if (open > 0) return inBrackets(written, open);
  const value = written.replace(/^(?:[&!]\S*\s+)+/, '');
  const first = value.slice(0, 1);
  if (first === '"' || first === "'") return inQuotes(value);
  if (first === '[' || first === '{') return inBrackets(value, 0);
  if (first === ']' || first === '}') return { open: 0, wrong: NEVER_OPENED };
  if (first !== '' && BEGINS_NO_WORDS.test(value))
    return { open: 0, wrong: `no words begin with ${first} by themselves; put them in quotes, as "${first}…"` };
  if (/^-(\s|$)/.test(value)) return { open: 0, wrong: DASH_AFTER_COLON };
  return { open: 0, words: value.replace(/(^|\s)#.*$/, '').trim() };
};

const inQuotes = (value: string): WrittenValue => {
  const end = endOfQuotes(value, 0);
  if (end === undefined) return { open: 0, wrong: OPEN_QUOTE };
  return { open: 0, ...(isNothing(value.slice(end + 1)) ? {} : { wrong: AFTER_QUOTE }) };
};

/** A second key in the braces of one, and no comma before it: `{ unit: hours amount: 48 }`. */
const COMMA_MISSING = /[{,]\s*[\w-]+:\s+(?:"[^"]*"|'[^']*'|\[[^\]]*\]|[^\s,{}[\]"'#][^,{}[\]#]*?)\s+([\w-]+):\s/;

const inBrackets = (value: string, before: number): WrittenValue => {
  const second = COMMA_MISSING.exec(value)?.[1];
  if (second !== undefined)
    return {
      open: before,
      wrong: `a comma is missing before \`${second}:\` on this line; write it as \`, ${second}: …\``,
    };
  let open = before;
  // Quotation marks count where a word begins; the one of children's stands within.
  let isWordAhead = true;
  for (let at = 0; at < value.length; at++) {
    const letter = value[at]!;
    if (letter === ' ') continue;
    if (letter === '#' && (at === 0 || value[at - 1] === ' ')) break;
    if (letter === ',' && isWordAhead) return { open, wrong: TWO_COMMAS };
    const isQuote = isWordAhead && (letter === '"' || letter === "'");
    isWordAhead = '[{,:'.includes(letter);
    if (isQuote) {
      const end = endOfQuotes(value, at);
      if (end === undefined) return { open, wrong: OPEN_QUOTE };
      at = end;
    } else if (letter === '[' || letter === '{') open++;
    else if (letter === ']' || letter === '}') {
      open--;
      if (open === 0) return { open, ...(isNothing(value.slice(at + 1)) ? {} : { wrong: AFTER_BRACKET }) };
    }
  }
  return { open };
};

/** Place of the mark that closes the quotation opened at `start`; a mark with a stroke before it, or written twice, closes nothing. */
const endOfQuotes = (value: string, start: number): number | undefined => {
  const mark = value[start];
  for (let at = start + 1; at < value.length; at++) {
    if (mark === '"' && value[at] === '\\') at++;
    else if (mark === "'" && value.startsWith("''", at)) at++;
    else if (value[at] === mark) return at;
  }
  return undefined;
};

/** Characters that YAML reads as a mark at the beginning of a value: alone, or with the words behind them. */
const BEGINS_NO_WORDS = /^(?:[@`%,]|\*\S*\s+[^\s#]|[|>]\s*[^\s#\d+-]|\?\s|!(?!!|\s))/;

const isNothing = (rest: string): boolean => rest.trim() === '' || /^\s+#/.test(rest);

const OPEN_QUOTE = 'the quotation mark that opens on this line is not closed; close it at the end of the words';
const AFTER_QUOTE = 'something stands after the quotation mark that closes; put all of the words between the two marks';
const AFTER_BRACKET =
  'something stands after the bracket that closes the list; put it between the brackets, or leave it out';
const TWO_COMMAS = 'a comma stands on this line before which there is nothing; leave it out';
const NEVER_OPENED = 'a bracket closes on this line that was never opened; open it, as `[iro, iro-manager]`';
const DASH_AFTER_COLON =
  'a list begins after the colon; write each of its entries on a line of its own below, or all in brackets: `[iro, iro-manager]`';
