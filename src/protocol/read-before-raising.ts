import { ACTS_BEFORE_RAISING, type BeforeRaising } from './protocol.js';
import { amountAndUnit, readAmount, readUnit } from './read-clock.js';
import type { YamlBlock } from './yaml-block.js';

/** One block, or a list of them; a file that says nothing asks for nothing. */
export const readBeforeRaising = (file: YamlBlock): BeforeRaising[] => {
  const seen: Seen = { acts: new Set(), words: new Set() };
  return (
    file.blocks('before-raising', (block) => readAct(block, seen), {
      short: (act) => ({ act }),
      alone: true,
      orNone: true,
    }) ?? []
  );
};

/** The texts of the blocks before this one. */
interface Seen {
  readonly acts: Set<string>;
  readonly words: Set<string>;
}

const readAct = (block: YamlBlock, seen: Seen): BeforeRaising => {
  const act = block.oneOf('act', ACTS_BEFORE_RAISING);
  // One that was refused is none of the known ones.
  if (block.says('act', act)) {
    if (seen.acts.has(act)) block.cannotBe('act', 'it is listed already');
    seen.acts.add(act);
  }
  const rule = block.oneOf('rule', ['expected', 'required'], 'expected');
  const within = readWithin(block);
  const unless = block.oneOf('unless', ['urgent', 'none'], 'urgent');
  if (rule === 'expected' && block.has('unless'))
    block.cannotBe(
      'unless',
      'what is expected stops nobody, so it needs no exception; say rule: required, or leave it out',
    );
  const inWords = block.optionalName('in-words');
  if (inWords !== undefined && inWords !== '') {
    if (seen.words.has(inWords)) block.cannotBe('in-words', 'another act is called so; give each words of its own');
    seen.words.add(inWords);
  }
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
