import { remarksOn } from './guidance.js';
import { type Population, POPULATIONS, type Protocol } from './protocol.js';
import { PostLists, readPosts } from './read-posts.js';
import { readBeforeRaising } from './read-before-raising.js';
import { readLevels } from './read-levels.js';
import { readRecommendations } from './read-recommendations.js';
import { readReviewStandards } from './read-review-standards.js';
import { keysNotOfTheFile } from './keys-elsewhere.js';
import { inTheFile, readLadders } from './read-ladders.js';
import { amountAndUnit, LONGEST_CLOCK, readClock } from './read-clock.js';
import { INSTEAD_OF_TOP } from './read-stage.js';
import { isWordForNone } from './nearest.js';
import { readThemes } from './read-themes.js';
import { HANDBOOK_TOTAL } from './times-without-effect.js';
import { readWords, refuseOneWordForTwo } from './read-words.js';
import { noSuchKey, YamlBlock } from './yaml-block.js';
import { MOST_SHOWN, type Problem, YamlFile } from './yaml-file.js';

/** A protocol file with mistakes in it: the first of them, each with its line and what is allowed there, and how many there are more. */
export class ProtocolInvalid extends Error {
  override readonly name = 'ProtocolInvalid';
  constructor(
    readonly fileName: string,
    readonly problems: readonly Problem[],
    /** How many there are besides. */
    readonly more: number,
  ) {
    super(
      [
        `${fileName} cannot be used as a protocol:`,
        ...problems.map(({ line, message }) => `  line ${line}: ${message}`),
        ...(more === 0 ? [] : [`  and ${more} more`]),
      ].join('\n'),
    );
  }
}

export interface ProtocolRead {
  readonly protocol: Protocol;
  /** The departures of the protocol from the guidance, and what they mean. It may be used all the same. */
  readonly warnings: string[];
  /** The same, each with its line. */
  readonly remarks: readonly Problem[];
  /** Line of a key by its path (`stages[0].judges`), or of the block that would hold it. */
  readonly lineAt: (where: string) => number;
  /** Paths of all keys that the file has or could have. */
  readonly keys: readonly string[];
}

/**
 * Reads a council's rules from a YAML file (`docs/protocol-file.md` explains every key). A key that a file leaves out has the value of
 * the IRO Handbook, chapter 6: the IRO raises, judges and escalates, any stage may be entered with a reason, silence asks the IRO.
 *
 * @throws ProtocolInvalid
 */
export const readProtocol = (text: string, fileName: string): ProtocolRead => {
  // Old programs end lines with one mark that is no end of a line to others.
  const yamlText = text.replace(/\r\n?/g, '\n');
  refuseTooLong(yamlText, fileName);
  refuseUnreadable(yamlText, fileName);
  const file = new YamlFile(yamlText);
  const protocol = YamlBlock.whole(file, readRules);
  const { first, more } = file.allProblems();
  if (first.length > 0) throw new ProtocolInvalid(fileName, first, more);
  const lineAt = (where: string): number => file.lineAt(inTheFile(where, protocol.ladders ?? []));
  const hasWritten = (where: string): boolean => file.hasWritten(inTheFile(where, protocol.ladders ?? []));
  const remarks = remarksOn(protocol)
    .filter(({ where, ifWritten }) => ifWritten === undefined || hasWritten(where))
    .filter(({ unlessWritten }) => unlessWritten === undefined || !hasWritten(unlessWritten))
    .map(({ where, orElse = where, message }) => ({
      line: lineAt(hasWritten(where.replace(/\..*/, '')) ? where : orElse),
      message,
    }));
  return { protocol, warnings: remarks.map(({ message }) => message), remarks, lineAt, keys: file.keysAsked() };
};

/** Ten times the longest protocol known; a longer file would hold up everybody else while it is read. */
export const LONGEST_FILE = 32_000;
export const MOST_LINES = 1_000;

/**
 * Before the file is read as YAML at all. The keys that begin a line are looked through all the same, since those that do not exist
 * are most likely what made the file so long.
 */
const refuseTooLong = (text: string, fileName: string): void => {
  const lines = text.split('\n');
  if (text.length <= LONGEST_FILE && lines.length <= MOST_LINES) return;
  const message =
    `the file has ${lines.length} lines and ${text.length} characters; a protocol has at most ` +
    `${MOST_LINES} lines and ${LONGEST_FILE} characters: leave out what is not a rule`;
  const known = YamlBlock.keysOf(readRules);
  const unknown = lines.flatMap((written, index) => {
    const key = /^([\w-]+):(?:\s|$)/.exec(written)?.[1];
    return key === undefined || known.includes(key) ? [] : [{ line: index + 1, key }];
  });
  const shown = unknown.slice(0, MOST_SHOWN - 1).map(({ line, key }) => ({ line, message: noSuchKey(key, known) }));
  throw new ProtocolInvalid(fileName, [{ line: 1, message }, ...shown], unknown.length - shown.length);
};

/** The character that stands in place of a letter if a file is read as UTF-8 and is not. */
const NO_LETTER = '\uFFFD';

const refuseUnreadable = (text: string, fileName: string): void => {
  const at = text.split('\n').findIndex((line) => line.includes(NO_LETTER) || line.includes('\0'));
  if (at < 0) return;
  const message = 'a letter on this line cannot be read; save the file as UTF-8 and try again';
  throw new ProtocolInvalid(fileName, [{ line: at + 1, message }], 0);
};

const readRules = (file: YamlBlock): Protocol => {
  file.notHere('top-of-ladder', `say it of the last stage: ${INSTEAD_OF_TOP}`);
  keysNotOfTheFile(file);
  const id = readId(file);
  const title = file.name('title');
  const source = file.optionalText('source');
  const own = readPosts(file);
  const posts = new PostLists(own);
  const raisers = posts.listOf(file, 'raisers', ['iro']);
  const populations = file.listOf('populations', POPULATIONS, ['looked-after']);
  const levels = readLevels(file);
  const words = file.block('words', readWords, { example: 'words: { dispute: alert }' });
  const { informal, stages, ladders } = readLadders(file, { raisers, populations, levels, posts, words });
  refuseOneWordForTwo(file, words, ladders);
  return {
    id,
    title,
    ...(source === undefined ? {} : { source }),
    words,
    ...(own.length === 0 ? {} : { posts: own }),
    raisers,
    populations,
    kinds: file.listOf('kinds', ['concern', 'good-practice'], ['concern', 'good-practice']),
    ...(file.yesOrNo('one-form', false) ? { oneForm: true } : {}),
    ...(informal === undefined ? {} : { informal }),
    stages,
    ...(ladders.length === 0 ? {} : { ladders }),
    ...(levels.length === 0 ? {} : { levels }),
    receiptClock: readReceiptClock(file),
    acknowledgement: file.block('acknowledgement', (block) => readAcknowledgement(block, posts), {
      example: 'acknowledgement: { givers: [iro, iro-manager] }',
    }),
    beforeRaising: readBeforeRaising(file),
    ...readChallengeFrom(file, Math.max(...[{ stages }, ...ladders].map((each) => each.stages.length))),
    cafcass: readCafcassRoute(file, populations, posts),
    parallelRoutes: readParallelRoutes(file),
    totalCap: file.says('total-cap', 'none') ? null : file.block('total-cap', readTotalCap, { short: amountAndUnit }),
    extensions: file.block('extensions', (block) => readExtensions(block, posts), {
      example: 'extensions: { allowed: yes }',
      orNone: true,
    }),
    pauses: file.block(
      'pauses',
      (block) => ({ allowed: block.yesOrNo('allowed', false), by: posts.listOf(block, 'by', ['iro']) }),
      { example: 'pauses: { allowed: yes }', orNone: true },
    ),
    ...readRecommendations(file, posts),
    ...readReviewStandards(file),
    themes: readThemes(file),
  };
};

const readId = (file: YamlBlock): string =>
  file.code(
    'id',
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'write it in small letters, digits and hyphens, as barnet-practice-alert',
  );

const readChallengeFrom = (file: YamlBlock, stages: number): Pick<Protocol, 'challengeFromStage'> => {
  const challengeFromStage = file.wholeNumber('challenge-from-stage', Math.max(stages, 1), null);
  return challengeFromStage === null ? {} : { challengeFromStage };
};

const readAcknowledgement = (block: YamlBlock, posts: PostLists): Protocol['acknowledgement'] => {
  block.notHere(
    'clock',
    'nobody owes a reply to thanks; the time to confirm that a dispute was received is receipt-clock',
  );
  return { givers: posts.listOf(block, 'givers', ['iro', 'conference-chair']) };
};

const readParallelRoutes = (file: YamlBlock): Protocol['parallelRoutes'] => {
  // A complaint is known, so that its refusal can say why, and is not offered.
  const offered = ['other-agency', 'none'];
  const routes = file.listOrNone('parallel-routes', ['other-agency', 'complaint'], ['other-agency'], offered);
  if (routes.includes('complaint')) {
    file.cannotBe(
      'parallel-routes',
      'a complaint may be made beside any dispute and linked to it, so no protocol says so; allowed: other-agency, none',
    );
  }
  return routes.filter((route) => route === 'other-agency');
};

/** Receipt is not something that a meeting decides. */
const readReceiptClock = (file: YamlBlock): Protocol['receiptClock'] => {
  const clock = readClock(file, 'receipt-clock') ?? { unit: 'none' };
  if (clock.unit === 'meeting') file.cannotBe('receipt-clock', 'no meeting times receipt; give days or hours, or none');
  return clock;
};

/** A protocol that is for no looked-after children has no route to Cafcass. */
const readCafcassRoute = (
  file: YamlBlock,
  populations: readonly Population[],
  posts: PostLists,
): Protocol['cafcass'] => {
  const isOpen = populations.includes('looked-after') || populations.length === 0;
  if (isOpen && file.saysNone('cafcass')) {
    file.cannotBe('cafcass', `${NOTHING_CLOSES_CAFCASS}; leave the key out`);
    return { populations: ['looked-after'], by: ['iro'] };
  }
  return file.block('cafcass', (block) => readCafcass(block, populations, posts), {
    example: 'cafcass: { by: iro }',
    ...(!isOpen && { orNone: true as const }),
  });
};

const NOTHING_CLOSES_CAFCASS = 'nothing may close the route to Cafcass for looked-after children';

const readCafcass = (block: YamlBlock, populations: readonly Population[], posts: PostLists): Protocol['cafcass'] => {
  const lookedAfter = populations.filter((population) => population === 'looked-after');
  const route = {
    populations: block.listOf('populations', POPULATIONS, lookedAfter, ['looked-after']),
    by: posts.listOf(block, 'by', ['iro']),
  };
  // A protocol that names no children that there are was refused already.
  if (populations.length > 0 && lookedAfter.length === 0 && route.populations.includes('looked-after')) {
    block.cannotBe(
      'populations',
      'the protocol is not for looked-after children; leave it out, or name them in populations',
    );
  } else if (route.populations.some((population) => population !== 'looked-after')) {
    block.cannotBe(
      'populations',
      'the route to Cafcass is for looked-after children only (Children Act 1989 s25B(3)); allowed: looked-after',
    );
  } else if (lookedAfter.length > route.populations.length && route.populations.length > 0) {
    block.cannotBe('populations', `${NOTHING_CLOSES_CAFCASS}; allowed: looked-after`);
  }
  if (route.by.length > 0 && (!route.by.includes('iro') || route.by.includes('conference-chair'))) {
    block.cannotBe(
      'by',
      'the referral is the IRO’s own (Children Act 1989 s25B(3)): name iro, and no conference-chair',
    );
  }
  return route;
};

/** `total-cap: no` was meant for the whole of it. */
const isOneWord = (block: YamlBlock): boolean => !block.has('amount') && !block.says('unit', 'none');

const readCapUnit = (block: YamlBlock): 'working-days' => {
  const word = block.wordOf('unit');
  if (!isOneWord(block) || word === '' || word === 'working-days')
    return block.oneOf('unit', ['working-days'], 'working-days');
  block.cannotBe(
    'unit',
    isWordForNone(word)
      ? "did you mean 'none'?"
      : 'write for example `total-cap: 20 working-days`, or `total-cap: none`',
  );
  return 'working-days';
};

const readTotalCap = (block: YamlBlock): Protocol['totalCap'] => ({
  amount: block.wholeNumber('amount', LONGEST_CLOCK, HANDBOOK_TOTAL),
  unit: readCapUnit(block),
  rule: block.oneOf('rule', ['warn', 'block'], 'warn'),
  stages: block.oneOf('stages', ['formal', 'all'], 'formal'),
});

const readExtensions = (block: YamlBlock, posts: PostLists): Protocol['extensions'] => ({
  allowed: block.yesOrNo('allowed', false),
  grantedBy: posts.listOf(block, 'granted-by', ['iro']),
  maximumWorkingDays: block.wholeNumber('maximum-working-days', LONGEST_CLOCK, null),
});
