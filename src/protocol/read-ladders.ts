import { countedAs, ladderOf, placeOfStage, stagesOf } from './ladder.js';
import { apart, nearest } from './nearest.js';
import {
  ABOUT,
  COUNTS_AS,
  type Ladder,
  type LadderFor,
  type Level,
  MAIN_LADDER,
  POPULATIONS,
  type Population,
  type PostKind,
  type Stage,
  type Words,
} from './protocol.js';
import { keysNotOfALadder } from './keys-elsewhere.js';
import { readLadderWords } from './read-ladder-words.js';
import type { PostLists } from './read-posts.js';
import { type OfLadder, readStage } from './read-stage.js';
import { isSameName } from './same-name.js';
import { DISPUTE_THEMES, themeGroupOf, themeOf } from './themes.js';
import type { YamlBlock } from './yaml-block.js';

const MOST_STAGES = 9;
const MOST_LADDERS = 9;

/** The rules of the whole file by which each of its ladders goes. */
export interface AroundLadders {
  readonly raisers: readonly PostKind[];
  readonly populations: readonly Population[];
  readonly levels: readonly Level[];
  readonly posts: PostLists;
  readonly words: Words;
}

export interface LaddersRead {
  readonly informal: Stage | undefined;
  readonly stages: Stage[];
  readonly ladders: Ladder[];
}

/** `every-stage` says once what holds for each stage that does not say otherwise; of one ladder, for each stage of that. */
export const readLadders = (file: YamlBlock, around: AroundLadders): LaddersRead =>
  file.block('every-stage', (everyStage) => {
    refuseWhatIsOfOneStage(everyStage);
    const { informal, stages } = readStages(file, file, everyStage, {
      raisers: around.raisers,
      judge: 'iro',
      isAboutTheIro: false,
      posts: around.posts,
    });
    const ladders =
      file.blocks('ladders', (block) => readLadder(block, file, everyStage, around), { orNone: true }) ?? [];
    if (ladders.length > MOST_LADDERS)
      file.problem(
        'ladders',
        `there are ${ladders.length} ladders; a protocol may have at most ${MOST_LADDERS} besides the main one`,
      );
    // Stages take their codes from their ladder's; two ladders of one code are refused as such, and the second not looked into.
    const distinct = ladders.filter(({ code }, index) => ladders.findIndex((other) => other.code === code) === index);
    const all = [...(informal === undefined ? [] : [informal]), ...stages, ...distinct.flatMap(stagesOf)];
    const refuse: Refusing = (stage, key, message) =>
      file.problemAt(`${inTheFile(placeOfStage(stage), ladders)}.${key}`, message);
    refuseWhatStandsTwice(all, refuse);
    for (const rungs of [{ stages }, ...distinct]) {
      refuseEscalationToNothing(rungs.stages, refuse);
      refuseLessAbove(rungs.stages, refuse);
    }
    refuseNeverChosen(file, ladders);
    if (all.length > 0) refuseNotTaken(everyStage);
    return { informal, stages, ladders };
  });

const readStages = (
  block: YamlBlock,
  file: YamlBlock,
  inherited: YamlBlock,
  of: OfLadder,
): Pick<LaddersRead, 'informal' | 'stages'> => {
  const informal = block.hasSome('informal')
    ? block.block('informal', (each) => readStage(each, 0, of), { inherited, path: '', orNone: true })
    : undefined;
  const listed = block.blocks('stages', (each, index) => readStage(each, index + 1, of), { inherited, needed: true });
  const stages = listed ?? [];
  // A list that is there and holds nothing was refused as such.
  if (listed === undefined || stages.length > MOST_STAGES) {
    block.problem(
      block === file ? 'stages' : null,
      `stages must list the formal stages, 1 to ${MOST_STAGES} of them; there are ${stages.length}`,
    );
  }
  return { informal, stages };
};

const readLadder = (block: YamlBlock, file: YamlBlock, everyStage: YamlBlock, around: AroundLadders): Ladder => {
  keysNotOfALadder(block);
  const code = readCode(block);
  const name = block.name('name');
  if (isSameName(name, MAIN_LADDER))
    block.cannotBe('name', 'the ladder that informal and stages are is called so; choose another');
  const [isSaid, chosenBy] = block.isEmpty('for')
    ? ([false, { about: 'child' }] as const)
    : block.block('for', (each) => [saysFor(each), readFor(each, around)] as const);
  if (!isSaid)
    block.problem(
      block.has('for') ? 'for' : null,
      `nothing says for which disputes ${code === '' ? 'this ladder' : `the ladder ${code}`} is; give it a block for: with populations, raisers, themes, levels or about`,
    );
  const words = block.block('words', (each) => readLadderWords(each, around.words));
  // On a ladder about the practice of the child's IRO, nobody sits in that IRO's seat.
  const isAboutTheIro = chosenBy.about === 'iro-practice';
  const of: OfLadder = {
    raisers: chosenBy.raisers ?? around.raisers,
    judge: isAboutTheIro ? 'iro-manager' : 'iro',
    isAboutTheIro,
    posts: around.posts,
    ladder: code,
  };
  const { informal, stages } = block.block(
    'every-stage',
    (own) => {
      refuseWhatIsOfOneStage(own);
      // In the whole protocol the judge is most likely the IRO, who judges nothing here.
      if (isAboutTheIro) for (const key of BY_JUDGES) own.takesNot(key);
      const read = readStages(block, file, own, of);
      if (read.stages.length > 0) refuseNotTaken(own);
      return read;
    },
    { inherited: everyStage },
  );
  return {
    code,
    name,
    for: chosenBy,
    ...(Object.keys(words).length === 0 ? {} : { words }),
    ...(informal === undefined ? {} : { informal }),
    stages,
  };
};

const readCode = (block: YamlBlock): string => {
  const code = block.code(
    'code',
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'write it in small letters, digits and hyphens, as child-protection',
  );
  if (code === MAIN_LADDER)
    block.cannotBe('code', 'this is the code of the ladder that informal and stages are; choose another');
  return code;
};

/** The mistakes in it. */
const saysFor = (block: YamlBlock): boolean =>
  block.keysWritten().some((key) => key !== 'about' || !block.says('about', 'child'));

const readFor = (block: YamlBlock, { populations: covered, levels: known, posts }: AroundLadders): LadderFor => {
  const populations = block.has('populations') ? block.listOf('populations', POPULATIONS) : undefined;
  const raisers = block.has('raisers') ? posts.listOf(block, 'raisers') : undefined;
  const themes = block.has('themes') ? block.texts('themes') : undefined;
  const levels = block.has('levels') ? readLevelsOf(block, known) : undefined;
  const unknown = themes?.find((theme) => themeOf(theme) === undefined || theme.startsWith('PA-'));
  if (unknown !== undefined) block.cannotBe('themes', `'${unknown}' is no theme of disputes; ${themesMeant(unknown)}`);
  // A protocol that names none that there are was refused already.
  const notCovered =
    covered.length === 0 ? undefined : populations?.find((population) => !covered.includes(population));
  if (notCovered !== undefined)
    block.cannotBe('populations', `the protocol is not for ${notCovered}; allowed here: ${covered.join(', ')}`);
  return {
    ...(populations === undefined ? {} : { populations }),
    ...(raisers === undefined ? {} : { raisers }),
    ...(themes === undefined ? {} : { themes }),
    ...(levels === undefined ? {} : { levels }),
    about: block.oneOf('about', ABOUT, 'child'),
  };
};

const readLevelsOf = (block: YamlBlock, known: readonly Level[]): readonly string[] => {
  if (known.length === 0) {
    block.cannotBe('levels', 'the protocol has no levels; list them at the top, as `levels: [red, amber, green]`');
    return [];
  }
  return block.listOf(
    'levels',
    known.map(({ code }) => code),
  );
};

/** The code for one that is nearly one, or for what a theme is called; `DD, EDI` is two codes that stand for one. */
const themesMeant = (unknown: string): string => {
  const codes = DISPUTE_THEMES.map(({ code }) => code);
  const several = apart(unknown, codes);
  const called = DISPUTE_THEMES.find(({ label }) => isSameName(label, unknown))?.code;
  const one = unknown.startsWith('PA-') || several !== undefined ? undefined : (called ?? nearest(unknown, codes));
  return one === undefined
    ? `name codes or groups of them, as ${several === undefined ? 'DD' : `[${several.join(', ')}]`}`
    : `did you mean '${one}'?`;
};

const OF_ONE_STAGE = ['name', 'code', 'entry'] as const;

/** The keys by which posts judge an answer and send it up. */
const BY_JUDGES = ['judges', 'escalation-judges', 'escalated-by'] as const;

/** A rule under `every-stage` holds for several stages; these keys tell one stage from the other or say where one begins. */
const refuseWhatIsOfOneStage = (everyStage: YamlBlock): void => {
  for (const key of OF_ONE_STAGE)
    if (everyStage.hasOwn(key)) {
      everyStage.cannotBe(key, `each stage has its own ${key}; say it at the stage`);
      everyStage.withhold(key);
    }
};

/** These keys are said by each stage itself and taken from nowhere else. */
const refuseNotTaken = (everyStage: YamlBlock): void => {
  for (const key of everyStage.keysNotTaken())
    if (!OF_ONE_STAGE.some((own) => own === key))
      everyStage.cannotBe(key, `each stage says its own ${key}, so this does nothing; leave it out here, or there`);
};

type Refusing = (stage: Stage, key: string, message: string) => void;

/** The rules call a ladder by its code, and the file by its place in the list. */
export const inTheFile = (where: string, ladders: readonly Pick<Ladder, 'code'>[]): string =>
  where.replace(/^ladders\[([^\]]+)\]/, (whole, code: string) => {
    const index = ladders.findIndex((ladder) => ladder.code === code);
    return index < 0 ? whole : `ladders[${index}]`;
  });

/** Reports tell stages apart by their codes, and the pages of a ladder by their names. */
const refuseWhatStandsTwice = (stages: readonly Stage[], refuse: Refusing): void => {
  for (const [index, stage] of stages.entries()) {
    for (const key of ['code', 'name'] as const) {
      const before = stages
        .slice(0, index)
        .filter((other) => key === 'code' || ladderOf(other) === ladderOf(stage))
        .find((other) => stage[key] !== '' && isSameName(other[key], stage[key]));
      if (before !== undefined)
        refuse(stage, key, `${key} is '${stage[key]}' of two stages; give each stage a ${key} of its own`);
    }
  }
};

const refuseEscalationToNothing = (stages: readonly Stage[], refuse: Refusing): void => {
  const last = stages.at(-1);
  if (last?.onSilence !== 'escalate') return;
  refuse(
    last,
    'on-silence',
    `on-silence is 'escalate' at the last stage, and there is nothing above it; say on-silence: ask-the-judge at stage ${last.number}`,
  );
};

/** A dispute that has become formal stays so, whatever the stages above are called. */
const refuseLessAbove = (stages: readonly Stage[], refuse: Refusing): void => {
  for (const [index, stage] of stages.entries()) {
    const below = stages.slice(0, index).find((other) => rankOf(other) > rankOf(stage));
    if (below !== undefined)
      refuse(
        stage,
        'counts-as',
        `counts-as is '${countedAs(stage)}' above stage ${below.number}, which counts as ${countedAs(below)}; a dispute that goes up never counts as less`,
      );
  }
};

const rankOf = (stage: Stage): number => COUNTS_AS.indexOf(countedAs(stage));

/** The first ladder that fits is taken, so one behind another that fits as much is a rule that nobody follows. */
const refuseNeverChosen = (file: YamlBlock, ladders: readonly Ladder[]): void => {
  for (const [index, ladder] of ladders.entries()) {
    // A missing one has been reported already.
    const twice = (key: 'code' | 'name'): boolean =>
      ladder[key] !== '' && ladders.slice(0, index).some((earlier) => isSameName(earlier[key], ladder[key]));
    const key = (['code', 'name'] as const).find(twice);
    if (key !== undefined) {
      file.problemAt(
        `ladders[${index}].${key}`,
        `${key} is '${ladder[key]}' of two ladders; give each a ${key} of its own`,
      );
      continue;
    }
    // A ladder that does not say which disputes it is for was refused already, and it takes none from the others.
    const before = ladders
      .slice(0, index)
      .filter(({ for: by }) => Object.keys(by).length > 1 || by.about !== 'child')
      .find((earlier) => takesAll(earlier.for, ladder.for));
    if (before !== undefined && before.code !== '' && ladder.code !== '')
      file.problemAt(
        `ladders[${index}].for`,
        `every dispute that the ladder ${ladder.code} is for goes up ${before.code}, which stands before it; put the narrower one first`,
      );
  }
};

const takesAll = (earlier: LadderFor, later: LadderFor): boolean =>
  earlier.about === later.about &&
  (['populations', 'raisers', 'themes', 'levels'] as const).every(
    (key) =>
      earlier[key] === undefined ||
      // An empty list was refused, and says nothing of what it was meant to be.
      (later[key]?.length !== 0 && later[key]?.every((each) => isOneOf(each, earlier[key] ?? [])) === true),
  );

/** A group of themes is there for each theme of it. */
const isOneOf = (each: string, all: readonly string[]): boolean =>
  all.includes(each) || all.includes(themeGroupOf(each));
