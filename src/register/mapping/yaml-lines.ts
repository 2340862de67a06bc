import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';

/** More than a person mends before they look again. */
const MOST_SHOWN = 20;

/** The faults of a file that people write by hand: every sentence begins with the line. */
export class FileInvalid extends Error {
  override readonly name = 'FileInvalid';
  constructor(
    readonly file: string,
    readonly problems: readonly string[],
  ) {
    const more = problems.length - MOST_SHOWN;
    super(
      [
        `${file} cannot be used as a mapping:`,
        ...problems.slice(0, MOST_SHOWN),
        ...(more > 0 ? [`And ${more} more.`] : []),
      ].join('\n  '),
    );
  }
}

/** A YAML file that remembers its lines and collects every complaint, so that a person mends them in one go. */
export class YamlLines {
  private readonly lines = new LineCounter();
  private readonly problems: string[] = [];
  readonly root: Node | null;

  constructor(
    text: string,
    private readonly file: string,
  ) {
    const document = parseDocument(text, { lineCounter: this.lines });
    for (const error of document.errors)
      this.problems.push(
        `Line ${error.linePos?.[0].line ?? 1}: ${error.message.split(' at line ')[0]!.split('\n')[0]}.`,
      );
    this.root = document.contents;
  }

  complain(node: Node | null | undefined, sentence: string): void {
    const line = node?.range ? this.lines.linePos(node.range[0]).line : 1;
    this.problems.push(`Line ${line}: ${sentence}`);
  }

  /** The entries of a map; a complaint and no entries for anything else. An absent node is an empty map. */
  entries(node: Node | null | undefined, name: string): { key: string; at: Node; value: Node | null }[] {
    if (node === null || node === undefined || (isScalar(node) && node.value === null)) return [];
    if (!isMap(node)) {
      this.complain(node, `${name} must be a list of "word: meaning" lines.`);
      return [];
    }
    return (node as YAMLMap<Node, Node | null>).items.map(({ key, value }) => ({
      key: asWritten(key),
      at: key,
      value,
    }));
  }

  /** As `entries`, and every key must be one of those allowed. */
  section(node: Node | null | undefined, name: string, allowed: readonly string[]): Map<string, Node | null> {
    const section = new Map<string, Node | null>();
    for (const { key, at, value } of this.entries(node, name)) {
      if (allowed.includes(key)) section.set(key, value);
      else this.complain(at, `"${key}" is not known in ${name}; allowed are ${allowed.join(', ')}.`);
    }
    return section;
  }

  items(node: Node | null | undefined, name: string): Node[] {
    if (node === null || node === undefined) return [];
    if (isSeq(node)) return node.items as Node[];
    this.complain(node, `${name} must be a list, each line beginning with "- ".`);
    return [];
  }

  /** One word or number as it stands in the file. */
  word(node: Node | null | undefined, name: string): string | undefined {
    if (isScalar(node) && node.value !== null) return asWritten(node);
    this.complain(node, `${name} must be one word or phrase.`);
    return undefined;
  }

  /** A word that must be one of a list. */
  oneOf<Word extends string>(node: Node | null, name: string, allowed: readonly Word[]): Word | undefined {
    const written = this.word(node, name);
    if (written === undefined) return undefined;
    const found = allowed.find((each) => each.toLowerCase() === written.toLowerCase());
    if (found === undefined)
      this.complain(node, `"${written}" cannot be used for ${name}; write one of ${allowed.join(', ')}.`);
    return found;
  }

  /** @throws FileInvalid when there was anything to complain about */
  finish(): void {
    if (this.problems.length > 0) throw new FileInvalid(this.file, this.problems);
  }
}

const asWritten = (node: Node): string => {
  if (!isScalar(node)) return '';
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
};
