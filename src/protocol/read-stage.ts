import { COUNTS_AS, POST_KINDS, type PostKind, type Stage, type StageClock } from './protocol.js';
import type { ShortForm, YamlBlock } from './yaml-block.js';

export const LONGEST_CLOCK = 1000;
const CLOCK_UNITS = ['working-days', 'calendar-days', 'hours', 'meeting', 'none'] as const;
const DAY_ZERO = ['day-of-raising', 'next-working-day'] as const;

/** Of what a stage is part. */
export interface OfLadder {
  /** Who raises on its ladder. */
  readonly raisers: readonly PostKind[];
  /** Who judges and sends up where nothing is said. */
  readonly judge: PostKind;
  /** Code of the ladder; undefined of the main one. */
  readonly ladder?: string;
}

/** A stage of a ladder, or its informal one, whose number is 0. */
export const readStage = (block: YamlBlock, number: number, { raisers, judge, ladder }: OfLadder): Stage => {
  const judges = block.listOf('judges', POST_KINDS, [judge]);
  const needs = block.oneOf('needs', ['answer', 'report-only', 'meeting-decision'], 'answer');
  const clock = readClock(block, 'clock') ?? missingClock(block);
  if (needs === 'report-only' && clock.unit !== 'none')
    block.cannotBe('clock', 'a stage that only reports waits for no answer; say clock: none, or needs: answer');
  return {
    number,
    ...(ladder === undefined ? {} : { ladder }),
    ...readCountsAs(block, number),
    code: block.text(
      'code',
      `${ladder === undefined ? '' : `${ladder}-`}${number === 0 ? 'informal' : `stage-${number}`}`,
    ),
    name: block.text('name'),
    addressees: block.listOf('addressees', POST_KINDS),
    answeredBy: block.oneOf('answered-by', ['any', 'all'], 'any'),
    copyTo: block.listOrNone('copy-to', POST_KINDS, []),
    notifyOnly: block.listOrNone('notify-only', POST_KINDS, []),
    sentBy: block.listOf('sent-by', POST_KINDS, raisers),
    clock,
    dayZero: block.oneOf('day-zero', DAY_ZERO, 'day-of-raising'),
    earlierDate: block.yesOrNo('earlier-date', false),
    onRedirect: block.oneOf('on-redirect', ['runs-on', 'restarts'], 'runs-on'),
    needs,
    judges,
    escalationJudges: block.listOf('escalation-judges', POST_KINDS, judges),
    escalatedBy: block.listOf('escalated-by', POST_KINDS, [judge]),
    onSilence: readSilence(block, number),
    silenceIsNotAccepted: block.yesOrNo('silence-is-not-accepted', true),
    entry: block.block('entry', (entry) => readEntry(entry, number, raisers), { short: (rule) => ({ rule }) }),
  };
};

/** Whoever wants the informal stage counted with the ladder makes it the first stage of it. */
const readCountsAs = (block: YamlBlock, number: number): Pick<Stage, 'countsAs'> => {
  const usual = number === 0 ? 'informal' : 'formal';
  const countsAs = block.oneOf('counts-as', COUNTS_AS, usual);
  if (number === 0 && countsAs === 'formal')
    block.cannotBe('counts-as', 'the informal stage is not formal; allowed here: informal, pre-formal');
  return countsAs === usual ? {} : { countsAs };
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

const readEntry = (block: YamlBlock, number: number, raisers: readonly PostKind[]): Stage['entry'] => {
  const isStart = number <= 1;
  const rule = block.oneOf('rule', ['start', 'with-reason', 'after-all-earlier'], isStart ? 'start' : 'with-reason');
  if (isStart !== (rule === 'start')) {
    block.cannotBe(
      'rule',
      isStart ? 'the first stage is the start; allowed here: start' : 'allowed here: with-reason, after-all-earlier',
    );
  }
  const by = block.listOf('by', POST_KINDS, raisers);
  if (isStart && block.has('by'))
    block.cannotBe('by', 'whoever raises begins at the first stage; say it with raisers, or with sent-by of the stage');
  return { rule, by };
};

/** Undefined where the file says nothing. */
export const readClock = (parent: YamlBlock, key: string): StageClock | undefined =>
  parent.has(key)
    ? parent.block(
        key,
        (block) => {
          const unit = block.oneOf('unit', CLOCK_UNITS);
          if (unit !== 'meeting' && unit !== 'none')
            return { unit, amount: block.wholeNumber('amount', LONGEST_CLOCK) };
          if (block.has('amount')) block.cannotBe('amount', `a clock of unit ${unit} has no amount`);
          return { unit };
        },
        { short: amountAndUnit },
      )
    : undefined;

const missingClock = (stage: YamlBlock): StageClock => {
  stage.problem(null, 'clock is missing; write for example `clock: 5 working-days`, or `clock: none` for none set');
  return { unit: 'none' };
};

/** `5 working-days` (or `5 working days`), and a unit by itself. */
export const amountAndUnit: ShortForm = (written): ReturnType<ShortForm> => {
  const [, amount, unit] = /^(-?\d+)\s+(.+)$/.exec(written) ?? [];
  if (amount === undefined || unit === undefined) return { unit: written };
  return { amount: Number(amount), unit: unit.replace(/\s+/g, '-') };
};
