import { isMap, isScalar, isSeq, type Node, Pair, Scalar, YAMLMap } from 'yaml';
import { CHILDREN_ACT } from '../calendar/date-rules.js';
import { isLocalDate } from '../calendar/dates.js';
import { OTHER_SPACE_HERE } from './first-mistake.js';
import { isInCurlyQuotes, typedAnew } from './look-alikes.js';
import { apart, isSlip, isWordForNone, nearest, nearestOrAll } from './nearest.js';
import { areToCome, WORDS_TO_COME } from './words-to-come.js';
import { YamlFile } from './yaml-file.js';

/** How one line stands for a block: `clock: 5 working-days` for an amount and a unit. */
export type ShortForm = (written: string) => Record<string, string | number>;

interface BlockOptions {
  readonly short?: ShortForm;
  /** Gives the values that the block leaves out. */
  readonly inherited?: YamlBlock;
  /** Of a list: one entry may stand by itself. */
  readonly alone?: true;
  /** It cannot be left out. */
  readonly needed?: true;
  /** How such a block is written on one line, for a person who wrote one word. */
  readonly example?: string;
  /** How its short form is written, for a person who wrote nothing or a list. */
  readonly inWords?: string;
  /** The word `none` says as much as leaving the key out does. */
  readonly orNone?: true;
}

/**
 * A block of `key: value` lines. Each method reads one key, says what is wrong with its value, and gives the fallback where the key
 * is not there. A key that nobody asks for does not exist.
 */
export class YamlBlock {
  private readonly items: ReadonlyMap<string, Node | undefined>;
  private readonly asked = new Set<string>();
  private readonly gone = new Map<string, string>();
  /** Keys whose values were given to blocks that leave them out. */
  private readonly taken = new Set<string>();
  /** Keys whose values are given to no other block. */
  private readonly withheld = new Set<string>();
  /** Keys whose values are taken from no other block. */
  private readonly ownAlone = new Set<string>();

  constructor(
    private readonly file: YamlFile,
    private readonly map: YAMLMap | undefined,
    private readonly path: string,
    /** Gives the values that this block leaves out. */
    private readonly inherited?: YamlBlock,
    /** Path from the top of the file, by which a line is found again. */
    private readonly whole = path,
  ) {
    this.items = this.readItems();
  }

  /** The whole file as one block. */
  static whole<Result>(file: YamlFile, read: (block: YamlBlock) => Result): Result {
    return readBlock(new YamlBlock(file, file.contents(), ''), read);
  }

  /** The keys that such a block may have. */
  static keysOf(read: (block: YamlBlock) => unknown): readonly string[] {
    const block = new YamlBlock(new YamlFile(''), undefined, '');
    read(block);
    return [...block.asked];
  }

  has(key: string): boolean {
    return this.ask(key) !== undefined;
  }

  /** Whether the key stands in this very block, and is not taken from `every-stage`. */
  hasOwn(key: string): boolean {
    return this.items.has(key);
  }

  /** Gives the value of a key to none of the blocks that leave it out. */
  withhold(key: string): void {
    this.withheld.add(key);
  }

  /** Takes the value of a key from no other block. */
  takesNot(key: string): void {
    this.ownAlone.add(key);
  }

  /** Whether a block, or a list of them, is there and not said to be none. */
  hasSome(key: string): boolean {
    return this.has(key) && !this.saysNone(key);
  }

  /** Whether the value of a key is this one word. */
  says(key: string, word: string): boolean {
    const node = this.ask(key);
    return isScalar(node) && node.value === word;
  }

  /** The word that a key has, whether or not it may; empty where there is none. */
  wordOf(key: string): string {
    const node = this.ask(key);
    return node === undefined ? '' : written(node);
  }

  /** Whether a key is there with nothing in it. */
  isEmpty(key: string): boolean {
    const node = this.ask(key);
    return node !== undefined && isNone(node);
  }

  /** Whether a key is not there, and another stands in its place that will be refused with a word of it. */
  isMisspelt(key: string): boolean {
    return !this.items.has(key) && this.keysWritten().some((written) => nearest(written, [key]) === key);
  }

  /** Whether nothing stands after the colon of a key. */
  isBare(key: string): boolean {
    const node = this.ask(key);
    return isScalar(node) && written(node) === '';
  }

  /** The keys that stand in this very block. */
  keysWritten(): readonly string[] {
    return [...this.items.keys()];
  }

  /** The keys that stand in this block and whose value no other has taken from it. */
  keysNotTaken(): readonly string[] {
    return [...this.items.keys()].filter((key) => this.asked.has(key) && !this.taken.has(key));
  }

  /** Whether the value of a key is `none`, or a list of that alone. */
  saysNone(key: string): boolean {
    const node = this.ask(key);
    const [only, ...more] = isSeq(node) ? node.items : [node];
    return more.length === 0 && isScalar(only) && only.value === 'none';
  }

  /** Words on one line. Without a fallback the key must be there. */
  text(key: string, fallback?: string): string {
    const node = fallback === undefined ? this.require(key) : this.ask(key);
    if (node === undefined) return fallback ?? '';
    const text = written(node);
    if (this.isSwallowed(key, node) || this.isInOtherQuotes(key, node)) return '';
    if (isSeq(node) && node.flow === true)
      return this.wrong(key, node, 'brackets make a list of it; leave them out, or put the whole in quotes', '');
    if (isScalar(node) && node.type === 'PLAIN' && areToCome(text)) return this.wrong(key, node, WORDS_TO_COME, '');
    if (/\p{Cf}/u.test(text)) return this.wrong(key, node, 'a letter in it cannot be seen; type the words anew', '');
    if (text !== '' && text.length <= LONGEST_TEXT && !/\p{Cc}/u.test(text)) return text;
    return this.wrong(key, node, `it must be words on one line, at most ${LONGEST_TEXT} characters`, '');
  }

  optionalText(key: string): string | undefined {
    const node = this.ask(key);
    if (node === undefined) return undefined;
    return isNone(node) ? this.wrong(key, node, leaveOut(undefined)) : this.text(key);
  }

  /** As {@link text}, of what people read. A number, a yes or a none by itself is most likely a slip; in quotes it is meant. */
  name(key: string, fallback?: string): string {
    const text = this.text(key, fallback);
    const node = this.find(key);
    if (!isScalar(node) || node.type !== 'PLAIN' || text === '' || isMadeOfWords(node.value)) return text;
    return this.wrong(key, node, `it must be words; where it is meant so, put it in quotes: "${shortened(text)}"`, '');
  }

  /** One word that rules and reports are found by, of letters, digits and hyphens. @param how it is written, for the refusal of another */
  code(key: string, pattern: RegExp, how: string, fallback?: string): string {
    const code = this.text(key, fallback);
    if (code !== '' && !pattern.test(code)) this.cannotBe(key, typedAnew(code, (typed) => pattern.test(typed)) ?? how);
    return code;
  }

  optionalName(key: string): string | undefined {
    return this.has(key) ? this.name(key) : undefined;
  }

  /**
   * Without a fallback the key must be there.
   * @param offered what the refusal of another value names
   */
  oneOf<Value extends string>(
    key: string,
    allowed: readonly Value[],
    fallback?: Value,
    offered: readonly string[] = allowed,
  ): Value {
    const node = fallback === undefined ? this.require(key) : this.ask(key);
    const help = (word: string): string =>
      isSeq(node) ? `it takes one alone, without brackets: ${offered.join(' or ')}` : nearestOrAll(word, offered);
    const value = node && this.allowedValue(key, node, allowed, help);
    return value ?? fallback ?? allowed[0]!;
  }

  /**
   * A list, or one value by itself. Without a fallback the key must be there and hold at least one.
   * @param offered what the refusal of another value names
   * @param orElse what that refusal says besides, where the value is no slip of the pen
   */
  listOf<Value extends string>(
    key: string,
    allowed: readonly Value[],
    fallback?: readonly Value[],
    offered: readonly string[] = allowed,
    orElse = '',
  ): readonly Value[] {
    const node = fallback === undefined ? this.require(key) : this.ask(key);
    if (node === undefined) return fallback ?? [];
    const items = isSeq(node)
      ? this.entriesOf(key, node.items, node).map((item) => this.file.resolve(item) ?? node)
      : [node];
    if (items.length === 0) this.wrong(key, node, `name at least one of: ${listed(offered)}`);
    this.refuseTwice(key, items);
    const help = (word: string): string =>
      items.length > 1 && word === 'none' && offered.includes(word)
        ? 'none stands alone; leave it out where there is another'
        : (severalAsOne(word, allowed, node) ??
          withAnother(nearestOrAll(word, offered), word === '' || isSlip(word, offered) ? '' : orElse));
    const inOneList = (item: Node): ((word: string) => string) =>
      isSeq(item) || isMap(item)
        ? () => `put all of them between one pair of brackets: [${listed(offered.slice(0, 2))}]`
        : help;
    const values = items.map((item) => this.allowedValue(key, item, allowed, inOneList(item)));
    return [...new Set(values.filter((value) => value !== undefined))];
  }

  /** A list of words that the block looks through itself, or one by itself. The key must be there and hold at least one. */
  texts(key: string): readonly string[] {
    const node = this.require(key);
    if (node === undefined) return [];
    const items = isSeq(node)
      ? this.entriesOf(key, node.items, node).map((item) => this.file.resolve(item) ?? node)
      : [node];
    if (items.length === 0) this.wrong(key, node, 'name at least one');
    this.refuseTwice(key, items);
    return [...new Set(items.map((item) => written(item)))];
  }

  /** As {@link listOf}; `none` says that there is nobody and nothing. */
  listOrNone<Value extends string>(
    key: string,
    allowed: readonly Value[],
    fallback: readonly Value[],
    offered: readonly string[] = [...allowed, 'none'],
  ): readonly Value[] {
    return this.saysNone(key) ? [] : this.listOf(key, allowed, fallback, offered);
  }

  /** In small letters or capitals, as an editor may write them by itself. */
  yesOrNo(key: string, fallback: boolean): boolean {
    const node = this.ask(key);
    if (node === undefined) return fallback;
    const word = written(node).toLowerCase();
    if (isScalar(node) && YES.includes(word)) return true;
    if (isScalar(node) && NO.includes(word)) return false;
    return this.wrong(key, node, () => nearestOrAll(written(node), ['yes', 'no']), fallback);
  }

  /** Without a fallback the key must be there. */
  wholeNumber<Fallback extends number | null>(key: string, most: number, fallback?: Fallback): number | Fallback {
    const node = fallback === undefined ? this.require(key) : this.ask(key);
    if (node === undefined) return fallback === undefined ? 1 : fallback;
    const number = isScalar(node) && typeof node.value === 'number' && isInDigits(node) ? node.value : Number.NaN;
    if (Number.isInteger(number) && number >= 1 && number <= most) return number;
    const isQuoted = isScalar(node) && isQuotedNumber(node, most);
    return this.wrong(
      key,
      node,
      isQuoted
        ? `quotation marks make words of a number; write it without them: ${written(node)}`
        : /^[1-9]\d*\s*[a-z]/i.test(written(node))
          ? 'write the number alone, without a unit'
          : `it must be a whole number from 1 to ${most}`,
      1,
    );
  }

  date(key: string): string | undefined {
    const node = this.ask(key);
    if (node === undefined) return undefined;
    const date = written(node);
    if (!isLocalDate(date)) return this.wrong(key, node, 'it must be a date that exists, as 2022-04-14');
    if (date < CHILDREN_ACT) return this.wrong(key, node, `it must not be before ${CHILDREN_ACT}`);
    if (date > LAST_DAY) return this.wrong(key, node, `it must not be after ${LAST_DAY}; check the year`);
    return date;
  }

  /** The block under a key, read whole; if the key is missing an empty one, so that its own fallbacks hold. */
  block<Result>(
    key: string,
    read: (block: YamlBlock) => Result,
    {
      short,
      inherited,
      needed,
      example,
      inWords,
      orNone,
      path = this.pathOf(key),
    }: BlockOptions & { path?: string } = {},
  ): Result {
    const asked = this.ask(key);
    const node = orNone && this.saysNone(key) ? undefined : asked;
    const map = this.asMap(node, short);
    if (node !== undefined && map === undefined)
      this.wrong(key, node, !needed && isNone(node) ? leaveOut(orNone) : (inWords ?? aBlock(example)));
    return readBlock(new YamlBlock(this.file, map, path, inherited, this.fromTheTop(key)), read);
  }

  /** Reads each block of a list; undefined if the key is missing. */
  blocks<Result>(
    key: string,
    read: (block: YamlBlock, index: number) => Result,
    { short, inherited, alone, needed, orNone }: BlockOptions = {},
  ): Result[] | undefined {
    const node = this.ask(key);
    if (node === undefined || (orNone && this.saysNone(key))) return undefined;
    if (!isSeq(node) && !needed && isNone(node)) return this.wrong(key, node, leaveOut(orNone), []);
    if (!isSeq(node) && !alone) {
      const orInBrackets = short === undefined ? '' : ', or all of them in brackets: [a, b]';
      return this.wrong(key, node, `it must be a list, each entry beginning with \`- \`${orInBrackets}`, []);
    }
    const items = isSeq(node) ? this.entriesOf(key, node.items, node) : [node];
    if (items.length === 0) this.wrong(key, node, `give at least one entry${needed ? '' : ', or leave the key out'}`);
    return items.map((item, index) => {
      const entry = this.file.resolve(item);
      const map = this.asMap(entry, short);
      if (map === undefined) this.wrong(key, entry ?? node, 'each entry must be a block of `key: value` lines');
      const whole = `${this.fromTheTop(key)}[${index}]`;
      this.file.asked(whole, entry);
      return readBlock(new YamlBlock(this.file, map, '', inherited, whole), (block) => read(block, index));
    });
  }

  /**
   * A value that is well formed and still cannot be.
   * @param allowed what it could be; worked out only where it is shown, where that takes time
   */
  cannotBe(key: string, allowed: Help): void {
    this.wrong(key, this.find(key), allowed);
  }

  /** A key that people look for and that does not exist. @param instead what to write in its place */
  notHere(key: string, instead: string): void {
    this.gone.set(key, instead);
  }

  /** Something is wrong with the whole; the line is that of `key`, or of the block if the key is missing. */
  problem(key: string | null, message: string): void {
    const at = (key === null ? undefined : this.find(key)) ?? this.map;
    // A missing block has been reported already.
    if (at !== undefined) this.file.problem(at, message);
  }

  /** As {@link problem}, of a key by its whole path. */
  problemAt(path: string, message: string): void {
    this.file.problemOn(path, message);
  }

  /** Called when all keys were asked for: what is left is unknown. */
  refuseUnknownKeys(): void {
    for (const { key } of this.map?.items ?? []) {
      const name = written(key as Node);
      if (isScalar(key) && /^[^\S ]/u.test(String(key.value))) {
        this.file.problem(key, OTHER_SPACE_HERE);
        continue;
      }
      if (this.asked.has(name)) continue;
      const asked = [...this.asked];
      const instead = this.gone.get(name) ?? this.inherited?.gone.get(name);
      this.file.problem(key as Node, noKey(this.pathOf(name)), () => instead ?? meant(name, asked));
    }
  }

  /** Called when all keys were asked for: one without a colon after it is read as words that go on from the line above. */
  refuseKeysInWords(): void {
    for (const { value } of this.map?.items ?? []) {
      if (!isScalar(value) || value.type !== 'PLAIN') continue;
      for (const { line, text } of this.file.linesBelow(value)) {
        const key = /^([a-z]+(?:-[a-z]+)*)\s/.exec(text)?.[1];
        if (key !== undefined && this.asked.has(key) && !this.items.has(key))
          this.file.problemOnLine(line, keyInWords(key));
      }
    }
  }

  private ask(key: string): Node | undefined {
    this.asked.add(key);
    this.inherited?.asked.add(key);
    const value = this.find(key);
    this.file.asked(this.fromTheTop(key), value, this.items.has(key));
    return value;
  }

  private require(key: string): Node | undefined {
    const node = this.ask(key);
    if (node === undefined && !this.isMisspelt(key)) this.problem(null, `${this.pathOf(key)} is missing`);
    return node;
  }

  private find(key: string): Node | undefined {
    if (this.items.has(key)) return this.items.get(key);
    if (this.inherited === undefined || this.ownAlone.has(key) || this.inherited.withheld.has(key)) return undefined;
    if (this.inherited.items.has(key)) this.inherited.taken.add(key);
    return this.inherited.find(key);
  }

  /** By their keys; one that stands there twice is a mistake, and its first value holds. */
  private readItems(): ReadonlyMap<string, Node | undefined> {
    const items = new Map<string, Node | undefined>();
    for (const { key, value } of this.map?.items ?? []) {
      if (!isScalar(key)) continue;
      const name = String(key.value);
      if (!items.has(name)) {
        items.set(name, this.file.resolve(value));
        continue;
      }
      // The first key of an entry stands where another entry begins, and what follows it belongs to that.
      const isNextEntry = this.whole.endsWith(']') && items.size > 1 && name === [...items.keys()][0];
      const orDash = isNextEntry ? `, or put a dash before it where the next entry begins: \`- ${name}: …\`` : '';
      this.file.problem(
        key,
        `the key '${shortened(this.pathOf(name))}' is there twice; keep the one that is meant${orDash}`,
      );
      if (isNextEntry) break;
    }
    return items;
  }

  /** No list of a protocol is as long as that, and nobody waits until each entry of a longer one has been read. */
  private entriesOf<Item>(key: string, items: readonly Item[], list: Node): readonly Item[] {
    if (items.length <= MOST_ENTRIES) return items;
    this.file.problem(list, `${this.pathOf(key)} has ${items.length} entries; it may have at most ${MOST_ENTRIES}`);
    return items.slice(0, MOST_ENTRIES);
  }

  /** An entry that stands twice in a list was most likely meant as another. */
  private refuseTwice(key: string, items: readonly Node[]): void {
    for (const [index, item] of items.entries()) {
      const word = written(item);
      if (word !== '' && items.slice(0, index).some((before) => written(before) === word))
        this.wrong(key, item, 'it is listed already; name it once');
    }
  }

  private asMap(node: Node | undefined, short: ShortForm | undefined): YAMLMap | undefined {
    if (isMap(node)) return node.items.length > 0 ? node : undefined;
    if (short === undefined || !isScalar(node) || node.value === null) return undefined;
    const map = new YAMLMap();
    map.range = node.range;
    for (const [key, value] of Object.entries(short(written(node)))) {
      const scalar = new Scalar(value);
      scalar.range = node.range;
      map.items.push(new Pair(new Scalar(key), scalar));
    }
    return map;
  }

  private allowedValue<Value extends string>(
    key: string,
    node: Node,
    allowed: readonly Value[],
    help: (word: string) => string,
  ): Value | undefined {
    const value = allowed.find((each) => isScalar(node) && each === written(node));
    if (value !== undefined) return value;
    const word = written(node);
    const known = (typed: string): boolean => allowed.some((each) => each === typed);
    this.wrong(key, node, () => typedAnew(word, known) ?? help(word));
    // The rules are refused, and what they say elsewhere of the word that was meant is no mistake of its own.
    return allowed.find((each) => each === nearest(word, allowed));
  }

  /** A letter of theirs is no quotation mark to this file, and would be printed with the words. */
  private isInOtherQuotes(key: string, node: Node): boolean {
    if (!isScalar(node) || node.type !== 'PLAIN' || !isInCurlyQuotes(written(node))) return false;
    const words = shortened(written(node).replace(/^[“”„‟«‘‚‹]|[“”»’‘›]$/gu, ''));
    this.wrong(
      key,
      node,
      `curly quotation marks are read as letters; leave them out, or type straight ones: "${words}"`,
    );
    return true;
  }

  /** `name: Form #1` reads as "Form": a comment begins at a space and #. One that is meant has a space before its words. */
  private isSwallowed(key: string, node: Node): boolean {
    if (!isScalar(node) || node.type !== 'PLAIN') return false;
    if (/\S#(?:\s|$)/.test(written(node))) return this.wrong(key, node, 'it must be words', true);
    const { comment } = node;
    if (!comment || !/^(?:\S| *\d+$)/.test(comment)) return false;
    const said = shortened(comment);
    this.wrong(key, node, `“#${said}” after it is read as a comment; put the whole in quotes: "… #${said}"`);
    return true;
  }

  private wrong(key: string, node: Node | undefined, help: Help): undefined;
  private wrong<Fallback>(key: string, node: Node | undefined, help: Help, fallback: Fallback): Fallback;
  private wrong(key: string, node: Node | undefined, help: Help, fallback?: unknown): unknown {
    const message = `${this.pathOf(key)} is ${described(node)}; `;
    const before = wordBeforeSign(node);
    if (before !== undefined) this.file.problem(node, message + commentWithoutSpace(before));
    else if (typeof help === 'string') this.file.problem(node ?? this.map, message + help);
    else this.file.problem(node ?? this.map, message, help);
    return fallback;
  }

  private fromTheTop(key: string): string {
    return this.whole === '' ? key : `${this.whole}.${key}`;
  }

  private pathOf(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`;
  }
}

/** The whole sentence about a key of the file itself that does not exist. */
export const noSuchKey = (name: string, known: readonly string[]): string => noKey(name) + meant(name, known);

const keyInWords = (key: string): string =>
  `no colon stands after \`${key}\`, so this line is read as more of the words above it; write it as \`${key}: …\`, or put all of those words in quotes`;

const noKey = (path: string): string => `there is no key '${shortened(path)}'; `;

const meant = (name: string, known: readonly string[]): string => {
  const copied = typedAnew(name, (typed) => known.includes(typed));
  if (copied !== undefined) return copied;
  const near = nearest(name, known);
  return near === undefined ? `allowed here: ${listed(known)}` : `did you mean '${near}'?`;
};

const readBlock = <Result>(block: YamlBlock, read: (block: YamlBlock) => Result): Result => {
  const result = read(block);
  block.refuseUnknownKeys();
  block.refuseKeysInWords();
  return result;
};

const withAnother = (advice: string, orElse: string): string =>
  orElse === '' ? advice : `${advice}${advice.endsWith('?') ? ' If not:' : ';'} ${orElse}`;

/** How to write names that stand one after another where a list was meant; undefined where it is one name. */
const severalAsOne = (word: string, allowed: readonly string[], node: Node | undefined): string | undefined => {
  const names = apart(word, allowed);
  if (names === undefined) return undefined;
  if (!isSeq(node)) return `write more than one in brackets: [${listed(names)}]`;
  return node.flow === true
    ? `put a comma between them: [${listed(names)}]`
    : `write each as an entry of its own: ${listed(names)}`;
};

/** The word before a `#` that no space stands before, so that it begins no comment; undefined where there is none. */
const wordBeforeSign = (node: Node | undefined): string | undefined =>
  isScalar(node) && (node.type ?? 'PLAIN') === 'PLAIN' ? /^([^#]*[^\s#])#/.exec(written(node))?.[1] : undefined;

const commentWithoutSpace = (before: string): string =>
  `where a comment begins at #, put a space before it: \`${shortened(before)} # …\`; where it belongs to the words, put the whole in quotes`;

const aBlock = (example: string | undefined): string =>
  `it must be a block of \`key: value\` lines${example === undefined ? '' : `, as \`${example}\``}`;

type Help = string | (() => string);

const YES = ['yes', 'true'];
const NO = ['no', 'false'];
const leaveOut = (orNone: true | undefined): string =>
  `${orNone ? 'say none, or ' : ''}leave the key out where the protocol has nothing to say of it`;

const LONGEST_TEXT = 300;
const MOST_ENTRIES = 200;
/** No rule of today speaks of a later day: a year beyond it is a slip. */
const LAST_DAY = '2099-12-31';

const isMadeOfWords = (value: unknown): boolean =>
  typeof value === 'string' && /\p{L}/u.test(value) && !/^(yes|no|on|off)$/i.test(value) && !isWordForNone(value);

/** Words to YAML, and a number to whoever wrote it. */
const isQuotedNumber = (node: Scalar, most: number): boolean =>
  typeof node.value === 'string' &&
  /^[1-9]\d*$/.test(node.value) &&
  node.type !== 'PLAIN' &&
  Number(node.value) <= most;

/** Not `0x10`, which YAML reads as 16. */
const isInDigits = ({ source }: Scalar): boolean => source === undefined || /^-?\d+$/.test(source);

const written = (node: Node): string =>
  isScalar(node) && node.value !== null ? (node.source ?? String(node.value)).trim() : '';
const isNone = (node: Node): boolean =>
  isMap(node) ? node.items.length === 0 : isScalar(node) && (written(node) === '' || isWordForNone(written(node)));
const listed = (values: readonly string[]): string => values.join(', ');
const shortened = (value: string): string => {
  const onOneLine = value.replace(/\s+/g, ' ');
  return onOneLine.length > 40 ? `${onOneLine.slice(0, 40)}…` : onOneLine;
};
const described = (node: Node | undefined): string => {
  if (isSeq(node) && node.items.length > 0) {
    const begin = node.items.slice(0, 20) as Node[];
    return begin.every((item) => isScalar(item)) ? `'${shortened(begin.map(written).join(', '))}'` : 'a list';
  }
  if (isMap(node)) return node.items.length === 0 ? 'empty' : 'a block';
  return node && written(node) !== '' ? `'${shortened(written(node))}'` : 'empty';
};
