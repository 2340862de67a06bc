import { ACTS_BEFORE_RAISING, type BeforeRaising } from './protocol.js';
import type { YamlBlock } from './yaml-block.js';

/** One block, or a list of them; a file that says nothing asks for nothing. */
export const readBeforeRaising = (file: YamlBlock): BeforeRaising[] => {
  const seen = new Set<string>();
  return (
    file.blocks('before-raising', (block) => readAct(block, seen), { short: (act) => ({ act }), alone: true }) ?? []
  );
};

const readAct = (block: YamlBlock, seen: Set<string>): BeforeRaising => {
  const act = block.oneOf('act', ACTS_BEFORE_RAISING);
  if (seen.has(act)) block.cannotBe('act', 'it is listed already');
  seen.add(act);
  const inWords = block.optionalText('in-words');
  return {
    act,
    rule: block.oneOf('rule', ['advice', 'required'], 'advice'),
    ...(inWords === undefined ? {} : { inWords }),
  };
};
