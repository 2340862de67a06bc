import type { StageClock } from './protocol.js';
import type { ShortForm, YamlBlock } from './yaml-block.js';

export const LONGEST_CLOCK = 1000;
const CLOCK_UNITS = ['working-days', 'calendar-days', 'hours', 'meeting', 'none'] as const;

/**
 * Undefined where the file says nothing.
 *
 * @param readMore reads what else such a clock says
 * @param needed it cannot be left out
 */
export const readClock = (
  parent: YamlBlock,
  key: string,
  readMore?: (block: YamlBlock, clock: StageClock) => void,
  needed?: true,
): StageClock | undefined =>
  parent.has(key)
    ? parent.block(
        key,
        (block) => {
          const clock = readAmountAndUnit(block);
          readMore?.(block, clock);
          return clock;
        },
        {
          short: amountAndUnit,
          inWords: `write it on one line, as \`${key}: 5 working-days\``,
          ...(needed && { needed }),
        },
      )
    : undefined;

const readAmountAndUnit = (block: YamlBlock): StageClock => {
  const unit = readUnit(block, CLOCK_UNITS);
  if (unit !== 'meeting' && unit !== 'none') return { unit, amount: readAmount(block, unit) };
  if (block.has('amount')) block.cannotBe('amount', `a clock of unit ${unit} has no amount`);
  return { unit };
};

/** If the unit is refused and no amount stands beside it, `clock: bob` is one mistake and not two. */
export const readAmount = (block: YamlBlock, unit: string): number =>
  block.has('amount') || block.says('unit', unit) ? block.wholeNumber('amount', LONGEST_CLOCK) : 1;

/** A number without a unit is no time, and nobody looks for a key `unit` who wrote `clock: 5`; nor in `clock: five days`. */
export const readUnit = <Unit extends string>(block: YamlBlock, units: readonly Unit[]): Unit => {
  if (block.has('amount')) {
    if (block.has('unit')) return block.oneOf('unit', units);
    block.problem('amount', 'the unit of this time is missing; write for example `5 working-days`');
    return units[0]!;
  }
  const isMissing = units.every((unit) => !block.says('unit', unit)) && /\d|day|hour|week/i.test(block.wordOf('unit'));
  if (!isMissing) return block.oneOf('unit', units);
  block.cannotBe('unit', 'write a number and a unit, as `5 working-days`');
  return units[0]!;
};

/** `5 working-days` (or `5 working days`), and a unit by itself. A number that is no whole one is kept as it is written, to be refused. */
export const amountAndUnit: ShortForm = (written): ReturnType<ShortForm> => {
  const [, amount, unit] = /^(-?\d[\d.,]*)(?:\s+(.+))?$/.exec(written) ?? [];
  if (amount === undefined) return { unit: written };
  const number = /^-?\d+$/.test(amount) ? Number(amount) : amount;
  return unit === undefined ? { amount: number } : { amount: number, unit: unit.replace(/\s+/g, '-') };
};
