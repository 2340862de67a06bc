import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Holds } from '../check/on-record.js';
import { UNDECIDED } from './fields.js';
import { plainWord, USUAL_DATES } from './mapping.js';

/** Sections of a mapping under `words` whose lines say a word and its meaning. */
export type SectionOfWords =
  | 'teams'
  | 'kinds'
  | 'themes'
  | 'acknowledgement themes'
  | 'answers'
  | 'stages'
  | 'outcomes'
  | 'impacts'
  | 'yes or no';

/** One entry under `registers`. */
export interface LayoutWritten {
  readonly holds: Holds;
  /** Heading of each field; without those that are still to be decided. */
  readonly columns: ReadonlyMap<string, string>;
  readonly everyRowIs: string | null;
}

/** A mapping as it is written: what it says is read one by one, and changed where it stands, so that all else in it stays. */
export class WrittenMapping {
  private readonly document: Document;

  constructor(text: string) {
    this.document = parseDocument(text);
  }

  /** Whether it is written as a mapping is, whatever it says. */
  get isReadable(): boolean {
    return this.document.errors.length === 0 && isMap(this.document.contents);
  }

  /** Empty where it is still to be decided; what is taken where nothing is said, too. */
  get dates(): string {
    return this.document.has('dates') ? decided(this.document.get('dates', true)) : USUAL_DATES;
  }

  setDates(order: string): void {
    if (order !== this.dates) this.document.set('dates', order);
  }

  layouts(): LayoutWritten[] {
    const all = this.document.get('registers');
    if (!isSeq(all)) return [];
    return all.items.filter(isMap).map((each) => {
      const columns = each.get('columns');
      return {
        holds: each.get('holds') === 'acknowledgements' ? 'acknowledgements' : 'disputes',
        columns: new Map(
          pairsOf(columns)
            .map(({ key, value }) => [asWritten(key), decided(value)] as const)
            .filter(([, heading]) => heading !== ''),
        ),
        everyRowIs: decided(each.get('every row is', true)) || null,
      };
    });
  }

  /** @param at place of the entry among `registers`; null for a new one */
  setLayout(at: number | null, { holds, columns, everyRowIs }: LayoutWritten): void {
    const written = { holds, columns: Object.fromEntries(columns) };
    const layout = this.document.createNode(everyRowIs === null ? written : { ...written, 'every row is': everyRowIs });
    if (!isSeq(this.document.get('registers'))) this.document.set('registers', this.document.createNode([]));
    if (at === null) this.document.addIn(['registers'], layout);
    else this.document.setIn(['registers', at], layout);
  }

  /** The meaning of a word; empty if it is still to be decided, or the word is not there. */
  meaningOf(section: SectionOfWords, word: string): string {
    const said = decided(this.lineOf(section, word)?.value);
    if (said !== '' || section !== 'yes or no') return said;
    return ['yes', 'no'].find((list) => this.listed(list).includes(plainWord(word))) ?? '';
  }

  /** @param meaning null takes its line away */
  setMeaning(section: SectionOfWords, word: string, meaning: string | null): void {
    if (this.meaningOf(section, word) === (meaning ?? '')) return;
    const line = this.lineOf(section, word);
    if (line === undefined) this.sectionOf(section).add(this.document.createPair(word, meaning));
    else if (meaning === null) this.sectionOf(section).delete(line.key);
    else line.value = this.document.createNode(meaning);
  }

  toString(): string {
    return this.document.toString({ lineWidth: 0 });
  }

  private lineOf(section: SectionOfWords, word: string): Pair | undefined {
    const lines = pairsOf(this.document.getIn(['words', section]));
    return lines.find(({ key }) => plainWord(asWritten(key)) === plainWord(word));
  }

  private listed(list: string): string[] {
    const words = this.document.getIn(['words', list]);
    return isSeq(words) ? words.items.map((word) => plainWord(asWritten(word))) : [];
  }

  private sectionOf(section: SectionOfWords): YAMLMap {
    if (!isMap(this.document.get('words'))) this.document.set('words', this.document.createNode({}));
    const there = this.document.getIn(['words', section]);
    if (isMap(there)) return there;
    this.document.setIn(['words', section], this.document.createNode({}));
    return this.document.getIn(['words', section]) as YAMLMap;
  }
}

const pairsOf = (node: unknown): readonly Pair[] => (isMap(node) ? node.items : []);

const decided = (node: unknown): string => {
  const written = asWritten(node);
  return written === UNDECIDED ? '' : written;
};

const asWritten = (node: unknown): string => {
  if (!isScalar(node) || node.value === null) return '';
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
};
