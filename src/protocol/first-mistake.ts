import type { Problem } from './yaml-file.js';
import { valueOf, type WrittenValue } from './yaml-value.js';

/**
 * The first line at which a file stops being YAML, found as its writer reads it: line by line from the top. The parser of YAML tells
 * where it gave up, which is often another line, and names what follows from the mistake as well. Only a file that the parser refused
 * is looked through, since some of what is found here is allowed, as words in quotation marks that go on over two lines.
 *
 * @returns undefined where the file has a mistake of another kind
 */
export const firstMistakeIn = (text: string): Problem | undefined => {
  const reading = new ReadingDown();
  for (const [index, written] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const found = reading.next(written, index + 1);
    if (found !== undefined) return typeof found === 'string' ? { line: index + 1, message: found } : found;
  }
  return reading.leftOpen();
};

/** The fault of the line that was read; with its line number if that is another. */
type Found = string | Problem | undefined;

/** Lines that belong together because they begin at the same column: keys, or the entries of a list. */
interface Block {
  readonly kind: 'keys' | 'list';
  readonly column: number;
  /** The first of them. */
  readonly line: number;
  /** The list of which these keys are one entry. */
  readonly entryOf?: Block;
  /** Whether the last of them says nothing yet, so that a block further in may follow. */
  waits: boolean;
}

/** A list in brackets that goes on over several lines. */
interface Brackets {
  readonly line: number;
  /** Column of the key that the list belongs to. */
  readonly column: number;
  readonly open: number;
}

const KEY = /^(?:"[^"]*"\s*|'[^']*'\s*|[^\s:#'"[\]{}&*!|>%@`,?-][^:#]*):(?:\s+(.*))?$/;

/** A space that a program for letters puts in place of that of the keyboard, before or after what gives the file its shape. */
const OTHER_SPACE = /^\s*[\u00A0\u2000-\u200B\u202F\u205F\u3000]|[:-][\u00A0\u2000-\u200B\u202F\u205F\u3000]/u;

/** How people write an entry of a list elsewhere. */
const OTHER_DASH = /^(?:[*+•▪·–—]|\d+[.)])\s+[^\s:]+:(?:\s|$)/u;

/** A stage of a ladder has its clock five blocks in. */
const DEEPEST = 20;

/** The place of a person who reads the file from the top. */
class ReadingDown {
  private blocks: Block[] = [];
  private brackets: Brackets | undefined;
  /** Column of the key whose words go on over the lines below it, after `|` or `>`. */
  private longWords: number | undefined;

  next(written: string, line: number): Found {
    const content = written.trimStart();
    if (content === '' || content.startsWith('#')) return undefined;
    const margin = written.slice(0, written.length - content.length);
    if (this.longWords !== undefined && margin.length > this.longWords) return undefined;
    this.longWords = undefined;
    if (margin.includes('\t')) return TAB;
    if (/^(?:```|~~~)/.test(content)) return FENCE;
    if (/^(?:\*\*|__)[^*_]+(?:\*\*|__)\s*:|^(?:\*\*|__)[^*_]+:(?:\*\*|__)/.test(content)) return BOLD;
    if (OTHER_SPACE.test(written)) return OTHER_SPACE_HERE;
    if (this.brackets !== undefined) return this.inBrackets(this.brackets, content, margin.length);
    if (/^---(\s|$)/.test(written)) return this.blocks.length > 0 ? SECOND_FILE : undefined;
    return this.keyOrEntry(content, margin.length, line);
  }

  leftOpen(): Problem | undefined {
    return this.brackets && openBracket(this.brackets);
  }

  private inBrackets(brackets: Brackets, content: string, column: number): Found {
    if (column <= brackets.column && !/^[\]}]/.test(content)) return openBracket(brackets);
    return this.take(valueOf(content, brackets.open), brackets.column, brackets.line);
  }

  private keyOrEntry(content: string, column: number, line: number): Found {
    const dash = /^-(\s+|$)/.exec(content)?.[0];
    if (dash !== undefined) return this.entry(content.slice(dash.length), column, column + dash.length, line);
    if (OTHER_DASH.test(content)) return 'each entry of a list begins with a dash and a space; write it as `- …`';
    if (/^-\p{L}/u.test(content)) return 'a space is missing after the dash; write it as `- …`';
    const key = KEY.exec(content);
    if (key === null) return this.words(content, column, line);
    return this.begin('keys', column, line) ?? this.valueOfKey(key[1] ?? '', column, line);
  }

  private entry(content: string, column: number, columnOfContent: number, line: number): Found {
    const misplaced = this.begin('list', column, line);
    if (misplaced !== undefined || isNothing(content)) return misplaced;
    return this.keyOrEntry(content, columnOfContent, line);
  }

  private valueOfKey(written: string, column: number, line: number): Found {
    if (isNothing(written)) return undefined;
    this.blocks.at(-1)!.waits = false;
    if (/^[|>][-+\d]*(\s+#.*)?$/.test(written)) {
      this.longWords = column;
      return undefined;
    }
    const value = valueOf(written);
    if (value.words !== undefined && /:(\s|$)/.test(value.words))
      return /^[“”„‘’«]/u.test(value.words) ? CURLY_QUOTES : SECOND_COLON;
    return this.take(value, column, line);
  }

  /** A line without a key: an entry of a list, words that go on from the line above, or a key that is not written as one. */
  private words(content: string, column: number, line: number): Found {
    const around = this.blocks.at(-1);
    if (around === undefined || (around.waits && column > around.column)) {
      if (around !== undefined) around.waits = false;
      return this.take(valueOf(content), column - 1, line);
    }
    if (column > around.column) return undefined;
    const key = /^([\w-]+):\S/.exec(content)?.[1];
    return key === undefined ? NO_COLON : `a space is missing after the colon; write it as \`${key}: …\``;
  }

  private take({ open, wrong }: WrittenValue, column: number, line: number): Found {
    this.brackets = open > 0 ? { line, column, open } : undefined;
    return wrong;
  }

  /** A key, or a dash, begins at this column. */
  private begin(kind: Block['kind'], column: number, line: number): Found {
    const left = this.blocks.filter((block) => block.column > column);
    this.blocks = this.blocks.filter((block) => block.column <= column);
    // A list may begin at the column of its key; the next key there ends it.
    if (kind === 'keys' && this.blocks.at(-2)?.column === column) this.blocks.pop();
    const around = this.blocks.at(-1);
    if (around?.column === column && around.kind === kind) {
      around.waits = true;
      return undefined;
    }
    const isFirst = around === undefined && left.length === 0;
    const isFurtherIn = around?.waits === true && (around.column < column || kind === 'list');
    if (this.blocks.length > DEEPEST) return TOO_DEEP;
    if (!isFirst && !isFurtherIn)
      return kind === 'list' ? dashMisplaced(around, left) : keyMisplaced(column, around, left);
    if (around !== undefined) around.waits = false;
    this.blocks.push({ kind, column, line, waits: true, ...(around?.kind === 'list' ? { entryOf: around } : {}) });
    return undefined;
  }
}

const isNothing = (written: string): boolean => written === '' || written.startsWith('#');

/**
 * @param around block that the dash stands in; undefined where it stands in none
 * @param left blocks further in that it would end, the outermost first
 */
const dashMisplaced = (around: Block | undefined, left: readonly Block[]): Found => {
  const before = left[0] ?? around;
  const list = before?.kind === 'list' ? before : before?.entryOf;
  if (list !== undefined)
    return `this dash is not below that of line ${list.line}; begin the line with ${spaces(list.column)} before the dash`;
  // The keys of the whole file are no entry of a list.
  if (before !== undefined && before.column > 0) return { line: before.line, message: NO_DASH };
  return 'there is no key for this list; write the key on a line above it, as `stages:`';
};

const keyMisplaced = (column: number, around: Block | undefined, left: readonly Block[]): Found => {
  if (around?.kind === 'list' && around.column === column)
    return `this line belongs to the entry above it; begin it with ${spaces(column + 2)}, below the first letter after the dash`;
  const [near] = [...left, ...(around === undefined ? [] : [around])]
    .filter(({ kind }) => kind === 'keys')
    .sort((a, b) => Math.abs(a.column - column) - Math.abs(b.column - column));
  const how =
    near === undefined
      ? 'below the line that it goes with'
      : `with ${spaces(near.column)}, below the first letter of line ${near.line}`;
  return `this line begins too far ${near === undefined || near.column < column ? 'in' : 'out'}; begin it ${how}`;
};

const openBracket = ({ line }: Brackets): Problem => ({ line, message: OPEN_BRACKET });

const spaces = (count: number): string => (count === 0 ? 'no space' : count === 1 ? 'one space' : `${count} spaces`);

const TAB = 'this line begins with a tab; begin it with spaces, two for each step';
const FENCE = 'this line is a mark of a page of text around the file; leave it out';
const BOLD = 'the marks around this key are those of bold letters; leave them out: `key: value`';
/** The remark on a line with such a space in it. */
export const OTHER_SPACE_HERE =
  'a space on this line was copied from elsewhere and is none to this file; delete it and type it anew';
const CURLY_QUOTES =
  'the quotation marks on this line are curly, and so are read as letters; type straight ones: `title: "Alerts: the protocol"`';
const SECOND_FILE = 'a second file begins here, after `---`; keep one protocol in a file';
const TOO_DEEP = 'this line stands deeper in blocks than any rule does; leave out the dashes and spaces before it';
const OPEN_BRACKET = 'a bracket that opens on this line is not closed; close it, as `[iro, iro-manager]`';
const NO_COLON = 'this line has no colon after its key; write it as `key: value`';
const NO_DASH = 'this line begins an entry of a list; put a dash before it, as `- name: …`';
const SECOND_COLON =
  'a second colon stands on this line; where it belongs to the words, put them in quotes: `title: "Alerts: the protocol"`';
