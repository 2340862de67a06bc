import { CLOCK_STARTS, type Stage, type StageClock, type StageTiming } from './protocol.js';
import { LONGEST_CLOCK, readClock } from './read-clock.js';
import type { YamlBlock } from './yaml-block.js';

/** The clock of a stage: its time, from which day it is counted, who chooses it, and how much there is after a send-back. */
export const readStageClock = (stage: YamlBlock): Pick<Stage, 'clock' | 'timing'> => {
  let timing: StageTiming = {};
  const clock = readClock(stage, 'clock', (block, read) => (timing = readTiming(block, read)), true) ?? missing(stage);
  return { clock, ...(Object.keys(timing).length === 0 ? {} : { timing }) };
};

const readTiming = (block: YamlBlock, clock: StageClock): StageTiming => {
  const from = block.oneOf('from', ['stage', ...CLOCK_STARTS], 'stage');
  const isChosen = block.yesOrNo('raiser-chooses', false);
  const afterSendBack = block.wholeNumber('after-send-back', LONGEST_CLOCK, null);
  const most = 'amount' in clock ? clock.amount : null;
  const isLess = most !== null && afterSendBack !== null && afterSendBack < most;
  if (from !== 'stage' && (most === null || clock.unit === 'hours'))
    block.cannotBe('from', 'only days are counted from another day; give unit: working-days or calendar-days');
  if (isChosen && most === null)
    block.cannotBe('raiser-chooses', 'there is no amount that could be its limit; give days or hours');
  // Of an amount that was refused nobody knows what would be less.
  if (afterSendBack !== null && !isLess && (most === null || block.wordOf('amount') === String(most)))
    block.cannotBe(
      'after-send-back',
      most === null
        ? 'there is no time that it could shorten; give the clock days or hours'
        : `it is the shorter time after a send-back, in the unit of the clock, so less than ${most}`,
    );
  return {
    ...(from === 'stage' ? {} : { from }),
    ...(isChosen ? { chosen: true } : {}),
    ...(afterSendBack === null ? {} : { afterSendBack }),
  };
};

const missing = (stage: YamlBlock): StageClock => {
  if (!stage.isMisspelt('clock'))
    stage.problem(null, 'clock is missing; write for example `clock: 5 working-days`, or `clock: none` for none set');
  return { unit: 'none' };
};
