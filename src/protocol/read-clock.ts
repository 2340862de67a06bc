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
        { short: amountAndUnit, ...(needed && { needed }) },
      )
    : undefined;

const readAmountAndUnit = (block: YamlBlock): StageClock => {
  const unit = readUnit(block, CLOCK_UNITS);
  if (unit !== 'meeting' && unit !== 'none') return { unit, amount: readAmount(block, unit) };
  if (block.has('amount')) block.cannotBe('amount', `a clock of unit ${unit} has no amount`);
  return { unit };
};

/** Where the unit is refused and no amount stands beside it, `clock: bob` is one mistake and not two. */
export const readAmount = (block: YamlBlock, unit: string): number =>
  block.has('amount') || block.says('unit', unit) ? block.wholeNumber('amount', LONGEST_CLOCK) : 1;

/** A number without a unit is no time, and nobody looks for a key `unit` who wrote `clock: 5`. */
export const readUnit = <Unit extends string>(block: YamlBlock, units: readonly Unit[]): Unit => {
  if (block.has('unit') || !block.has('amount')) return block.oneOf('unit', units);
  block.problem('amount', 'the unit of this time is missing; write for example `5 working-days`');
  return units[0]!;
};

/** `5 working-days` (or `5 working days`), and a unit by itself. */
export const amountAndUnit: ShortForm = (written): ReturnType<ShortForm> => {
  const [, amount, unit] = /^(-?\d+)\s+(.+)$/.exec(written) ?? [];
  if (/^-?\d+([.,]\d+)?$/.test(written)) return { amount: Number(written.replace(',', '.')) };
  if (amount === undefined || unit === undefined) return { unit: written };
  return { amount: Number(amount), unit: unit.replace(/\s+/g, '-') };
};
