import { isAlias, isMap, LineCounter, type Node, parseDocument, type Scalar, visit, type YAMLMap } from 'yaml';
import { firstMistakeIn } from './first-mistake.js';

/** One thing that is wrong in a file, in words for the person who wrote it. */
export interface Problem {
  readonly line: number;
  readonly message: string;
}

/** The mistakes of a file: the first in the order of the lines, and the number of the others. */
export interface Problems {
  readonly first: readonly Problem[];
  readonly more: number;
}

/** More than a person mends before they look again. */
export const MOST_SHOWN = 20;

/** A problem, with the part of its message that is worked out only where it is shown. */
interface Found extends Problem {
  readonly help: () => string;
}

/**
 * A YAML file as it is read: problems are kept with their lines. For any content, the time to read it grows with its length and
 * no faster: what the library does in the square of it (keys that stand twice, what an alias stands for) is done here.
 */
export class YamlFile {
  private readonly problems = new Map<string, Found>();
  private readonly lines = new LineCounter();
  private readonly document;
  private readonly aliased = new Map<Node, Node>();
  private readonly keys = new Map<string, Node | undefined>();
  /** Paths of keys that stand in the file at that very place. */
  private readonly written = new Set<string>();
  private isYaml: boolean;

  constructor(private readonly text: string) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false, uniqueKeys: false });
    const [fault] = [...this.document.errors, ...this.document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
    this.isYaml = fault === undefined;
    if (fault === undefined) this.resolveAliases();
    else {
      const line = this.lines.linePos(fault.pos[0]).line;
      this.add(firstMistakeIn(text) ?? { line, message: IN_PLAIN_WORDS[fault.code] ?? NOT_YAML });
    }
  }

  /** The block that the whole file is; undefined where it is none. */
  contents(): YAMLMap | undefined {
    const contents = this.resolve(this.document.contents);
    if (isMap(contents)) return contents;
    this.problem(
      contents,
      contents === undefined ? 'there is nothing in the file' : 'the file is not made of `key: value` lines',
    );
    return undefined;
  }

  /** In the order of the lines, each once; of a file that is not even YAML, nothing but the first that makes it none. */
  allProblems(): Problems {
    const found = [...this.problems.values()];
    const about = this.isYaml ? found : found.slice(0, 1);
    const first = about.sort((a, b) => a.line - b.line).slice(0, MOST_SHOWN);
    return {
      first: first.map(({ line, message, help }) => ({ line, message: message + help() })),
      more: about.length - first.length,
    };
  }

  problem(at: Node | undefined, message: string, help?: () => string): void {
    this.add({ line: this.lineOf(at), message }, help);
  }

  /** A key that was asked for, by its whole path, with its value where it has one. @param isOwn the value stands there itself, and is not taken from `every-stage` */
  asked(path: string, value: Node | undefined, isOwn = value !== undefined): void {
    this.keys.set(path, value);
    if (isOwn) this.written.add(path);
  }

  /** Whether a key stands in the file at this very place, by its path. */
  hasWritten(path: string): boolean {
    return this.written.has(path);
  }

  /** The paths of all keys that were asked for: `stages[0].clock.unit`. */
  keysAsked(): readonly string[] {
    return [...this.keys.keys()];
  }

  /** Something is wrong with a key that has been read; the path is as of {@link lineAt}. */
  problemOn(path: string, message: string): void {
    this.add({ line: this.lineAt(path), message });
  }

  /** The line of a key by its path; where the file leaves it out, of the block that would hold it. */
  lineAt(path: string): number {
    for (let at = path; at !== ''; at = at.replace(/[.[]?[^.[]*$/, '')) {
      const value = this.keys.get(at);
      if (value !== undefined) return this.lineOf(value);
    }
    return 1;
  }

  lineOf(node: Node | undefined): number {
    return node?.range ? this.lines.linePos(node.range[0]).line : 1;
  }

  /** The lines on which words go on that stand in no quotes; none where they end on the line on which they begin. */
  linesBelow(words: Scalar): { readonly line: number; readonly text: string }[] {
    const [start, end] = words.range ?? [0, 0];
    const first = this.lineOf(words);
    return this.text
      .slice(start, end)
      .split('\n')
      .map((text, index) => ({ line: first + index, text: text.trim() }))
      .slice(1);
  }

  /** Something is wrong with a line that is no value by itself. */
  problemOnLine(line: number, message: string): void {
    this.add({ line, message });
  }

  /** The value for which an alias (`*name`) stands; any other value is itself. */
  resolve(node: unknown): Node | undefined {
    return ((isAlias(node) ? this.aliased.get(node) : node) as Node | null | undefined) ?? undefined;
  }

  private add({ line, message }: Problem, help: () => string = () => ''): void {
    const once = `${line} ${message}`;
    if (!this.problems.has(once)) this.problems.set(once, { line, message, help });
  }

  /** An alias that stands for nothing was meant as words, and a key that is missing without it is no other mistake. */
  private refuseAlias(alias: Node): void {
    this.isYaml = false;
    this.add({ line: this.lineOf(alias), message: IN_PLAIN_WORDS.BAD_ALIAS ?? NOT_YAML });
  }

  /** An alias stands for the last node before it that has its name. A name that no alias uses was meant as words, and so was a lone mark. */
  private resolveAliases(): void {
    const named = new Map<string, Node>();
    visit(this.document, {
      Node: (_key, node) => {
        if (isAlias(node)) {
          const found = named.get(node.source);
          if (found !== undefined) this.aliased.set(node, found);
          else this.refuseAlias(node);
        } else if (node.anchor !== undefined) named.set(node.anchor, node);
      },
    });
    const used = new Set([...this.aliased.values()].map(({ anchor }) => anchor));
    visit(this.document, {
      Scalar: (_key, node) => {
        if (node.anchor !== undefined && !used.has(node.anchor)) this.refuseMark(node, `&${node.anchor}`);
        else if (node.tag === '!') this.refuseMark(node, '!');
      },
    });
  }

  /** A first character on the line that YAML reads as a mark is refused, for the words would begin behind it. */
  private refuseMark(node: Node, mark: string): void {
    this.isYaml = false;
    const line = this.lineOf(node);
    this.add({ line, message: `“${mark}” is read as a mark and not as words; put the whole in quotes: "${mark} …"` });
  }
}

/** Terms of YAML, said so that somebody who knows no YAML can mend it. */
const IN_PLAIN_WORDS: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'words that begin with * or & mean something else in this file; put them in quotes',
  BAD_DQ_ESCAPE: 'a stroke \\ stands between double quotation marks; use single ones, or write it twice',
  BAD_INDENT: 'this line does not begin below the lines that it goes with; begin it with as many spaces as they have',
  BAD_SCALAR_START: 'something on this line begins with a mark that words cannot begin with; put it in quotes',
  MISSING_CHAR: 'a comma, a quotation mark, a colon or a bracket is missing on this line; close what was opened',
  TAG_RESOLVE_FAILED: 'words that begin with ! mean something else in this file; put them in quotes',
  UNEXPECTED_TOKEN: 'something stands on this line that cannot be read; put words with marks in them in quotes',
};

const NOT_YAML =
  'this line cannot be read; write `key: value`, below the keys that it goes with, and put words with marks in them in quotes';
