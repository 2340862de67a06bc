import { keysNotOfAStage } from './keys-elsewhere.js';
import { COUNTS_AS, type PostKind, type Stage } from './protocol.js';
import { readJudges } from './read-judges.js';
import type { PostLists } from './read-posts.js';
import { readStageClock } from './read-stage-clock.js';
import type { YamlBlock } from './yaml-block.js';

const DAY_ZERO = ['day-of-raising', 'next-working-day'] as const;

/** The words of a council for the end of its ladder. */
export const INSTEAD_OF_TOP =
  'needs: report-only or meeting-decision, or addressees: chief-executive; Cafcass is open at any stage';

/** Of what a stage is part. */
export interface OfLadder {
  /** The posts that raise on its ladder. */
  readonly raisers: readonly PostKind[];
  /** The posts that judge and send up if the file names none. */
  readonly judge: PostKind;
  /** It is about the practice of the child's IRO, in whose seat nobody judges. */
  readonly isAboutTheIro: boolean;
  readonly posts: PostLists;
  /** Code of the ladder; undefined of the main one. */
  readonly ladder?: string;
}

/** A stage of a ladder, or its informal one, whose number is 0. */
export const readStage = (block: YamlBlock, number: number, of: OfLadder): Stage => {
  const { raisers, posts, ladder } = of;
  block.notHere('top-of-ladder', `say ${INSTEAD_OF_TOP}`);
  keysNotOfAStage(block);
  const needs = block.oneOf('needs', ['answer', 'report-only', 'meeting-decision'], 'answer');
  const timed = readStageClock(block);
  const addressees = posts.answering(block, 'addressees');
  if (needs === 'report-only' && timed.clock.unit !== 'none')
    block.cannotBe('clock', 'a stage that only reports waits for no answer; say clock: none, or needs: answer');
  return {
    number,
    ...(ladder === undefined ? {} : { ladder }),
    ...readCountsAs(block, number),
    code: readCode(block, number, ladder),
    name: block.name('name'),
    addressees,
    answeredBy: block.oneOf('answered-by', ['any', 'all'], 'any'),
    copyTo: posts.listOrNone(block, 'copy-to'),
    notifyOnly: posts.listOrNone(block, 'notify-only'),
    sentBy: posts.listOf(block, 'sent-by', raisers),
    ...timed,
    dayZero: block.oneOf('day-zero', DAY_ZERO, 'day-of-raising'),
    earlierDate: block.yesOrNo('earlier-date', false),
    onRedirect: block.oneOf('on-redirect', ['runs-on', 'restarts'], 'runs-on'),
    needs,
    ...readJudges(block, addressees, of),
    onSilence: readSilence(block, number),
    silenceIsNotAccepted: block.yesOrNo('silence-is-not-accepted', true),
    entry: block.block('entry', (entry) => readEntry(entry, number, raisers, posts), { short: (rule) => ({ rule }) }),
  };
};

/** A code stands in reports beside others, so it is one word. */
const readCode = (block: YamlBlock, number: number, ladder: string | undefined): string => {
  const usual = `${ladder === undefined ? '' : `${ladder}-`}${number === 0 ? 'informal' : `stage-${number}`}`;
  return block.code(
    'code',
    /^[\p{L}\p{N}]+([-._][\p{L}\p{N}]+)*$/u,
    `write it in letters, digits and hyphens, as ${usual}`,
    usual,
  );
};

/** A person who wants the informal stage counted with the ladder makes it the first stage of it. */
const readCountsAs = (block: YamlBlock, number: number): Pick<Stage, 'countsAs'> => {
  const usual = number === 0 ? 'informal' : 'formal';
  const countsAs = block.oneOf('counts-as', COUNTS_AS, usual);
  if (number === 0 && countsAs === 'formal')
    block.cannotBe('counts-as', 'the informal stage is not formal; allowed here: informal, pre-formal');
  return countsAs === usual ? {} : { countsAs };
};

/** Only a person continues an informal matter as a formal one, and says why. */
const readSilence = (block: YamlBlock, number: number): Stage['onSilence'] => {
  const onSilence = block.oneOf('on-silence', ['ask-the-judge', 'chase-then-ask', 'escalate'], 'ask-the-judge');
  if (number === 0 && onSilence === 'escalate')
    block.cannotBe(
      'on-silence',
      'nothing sends an informal stage up by itself; say of it on-silence: ask-the-judge, or chase-then-ask',
    );
  return onSilence;
};

const ABOVE_THE_START = ['with-reason', 'after-all-earlier'] as const;

const readStart = (block: YamlBlock): 'start' => {
  const isOfAnother = ABOVE_THE_START.some((rule) => block.says('rule', rule));
  if (!isOfAnother) return block.oneOf('rule', ['start'], 'start');
  block.cannotBe('rule', 'the first stage is the start; allowed here: start');
  return 'start';
};

const readEntry = (
  block: YamlBlock,
  number: number,
  raisers: readonly PostKind[],
  posts: PostLists,
): Stage['entry'] => {
  const isStart = number <= 1;
  const rule = isStart ? readStart(block) : block.oneOf('rule', ABOVE_THE_START, 'with-reason');
  const by = posts.listOf(block, 'by', raisers);
  if (isStart && block.has('by'))
    block.cannotBe('by', 'whoever raises begins at the first stage; say it with raisers, or with sent-by of the stage');
  return { rule, by };
};
