import { ACTS_BEFORE_RAISING, type BeforeRaising } from './protocol.js';
import { amountAndUnit, readAmount, readUnit } from './read-clock.js';
import type { YamlBlock } from './yaml-block.js';

/** One block, or a list of them; a file that says nothing asks for nothing. */
export const readBeforeRaising = (file: YamlBlock): BeforeRaising[] => {
  const seen = new Set<string>();
  return (
    file.blocks('before-raising', (block) => readAct(block, seen), {
      short: (act) => ({ act }),
      alone: true,
      orNone: true,
    }) ?? []
  );
};

const readAct = (block: YamlBlock, seen: Set<string>): BeforeRaising => {
  const act = block.oneOf('act', ACTS_BEFORE_RAISING);
  if (block.says('act', act) && seen.has(act)) block.cannotBe('act', 'it is listed already');
  seen.add(act);
  const rule = block.oneOf('rule', ['expected', 'required'], 'expected');
  const within = readWithin(block);
  const unless = block.oneOf('unless', ['urgent', 'none'], 'urgent');
  if (rule === 'expected' && block.has('unless'))
    block.cannotBe(
      'unless',
      'what is expected stops nobody, so it needs no exception; say rule: required, or leave it out',
    );
  const inWords = block.optionalName('in-words');
  return {
    act,
    rule,
    ...(within === undefined ? {} : { within }),
    unless,
    ...(inWords === undefined ? {} : { inWords }),
  };
};

/** The time before raising within which it must have been done, if the file says so. */
const readWithin = (block: YamlBlock): BeforeRaising['within'] =>
  block.has('within')
    ? block.block(
        'within',
        (within) => {
          const unit = readUnit(within, ['working-days', 'calendar-days']);
          return { unit, amount: readAmount(within, unit) };
        },
        { short: amountAndUnit },
      )
    : undefined;
