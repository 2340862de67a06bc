import type { PostKind, Stage } from './protocol.js';
import type { PostLists } from './read-posts.js';
import { readStageClock } from './read-stage-clock.js';
import type { YamlBlock } from './yaml-block.js';

const DAY_ZERO = ['day-of-raising', 'next-working-day'] as const;

/** A stage of the ladder, or the informal one, whose number is 0. */
export const readStage = (block: YamlBlock, number: number, raisers: readonly PostKind[], posts: PostLists): Stage => {
  const judges = posts.listOf(block, 'judges', ['iro']);
  const needs = block.oneOf('needs', ['answer', 'report-only', 'meeting-decision'], 'answer');
  const timed = readStageClock(block);
  if (needs === 'report-only' && timed.clock.unit !== 'none')
    block.cannotBe('clock', 'a stage that only reports waits for no answer; say clock: none, or needs: answer');
  return {
    number,
    code: block.text('code', number === 0 ? 'informal' : `stage-${number}`),
    name: block.text('name'),
    addressees: posts.answering(block, 'addressees'),
    answeredBy: block.oneOf('answered-by', ['any', 'all'], 'any'),
    copyTo: posts.listOrNone(block, 'copy-to'),
    notifyOnly: posts.listOrNone(block, 'notify-only'),
    sentBy: posts.listOf(block, 'sent-by', raisers),
    ...timed,
    dayZero: block.oneOf('day-zero', DAY_ZERO, 'day-of-raising'),
    earlierDate: block.yesOrNo('earlier-date', false),
    onRedirect: block.oneOf('on-redirect', ['runs-on', 'restarts'], 'runs-on'),
    needs,
    judges,
    escalationJudges: posts.listOf(block, 'escalation-judges', judges),
    escalatedBy: posts.listOf(block, 'escalated-by', ['iro']),
    onSilence: readSilence(block, number),
    silenceIsNotAccepted: block.yesOrNo('silence-is-not-accepted', true),
    entry: block.block('entry', (entry) => readEntry(entry, number, raisers, posts), { short: (rule) => ({ rule }) }),
  };
};

/** Only a person carries an informal matter on as a formal one, and says why. */
const readSilence = (block: YamlBlock, number: number): Stage['onSilence'] => {
  const onSilence = block.oneOf('on-silence', ['ask-the-judge', 'chase-then-ask', 'escalate'], 'ask-the-judge');
  if (number === 0 && onSilence === 'escalate')
    block.cannotBe(
      'on-silence',
      'nothing sends an informal stage up by itself; say of it on-silence: ask-the-judge, or chase-then-ask',
    );
  return onSilence;
};

const readEntry = (
  block: YamlBlock,
  number: number,
  raisers: readonly PostKind[],
  posts: PostLists,
): Stage['entry'] => {
  const isStart = number <= 1;
  const rule = block.oneOf('rule', ['start', 'with-reason', 'after-all-earlier'], isStart ? 'start' : 'with-reason');
  if (isStart !== (rule === 'start')) {
    block.cannotBe(
      'rule',
      isStart ? 'the first stage is the start; allowed here: start' : 'allowed here: with-reason, after-all-earlier',
    );
  }
  const by = posts.listOf(block, 'by', raisers);
  if (isStart && block.has('by'))
    block.cannotBe('by', 'whoever raises begins at the first stage; say it with raisers, or with sent-by of the stage');
  return { rule, by };
};
