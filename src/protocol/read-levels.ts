import type { Level } from './protocol.js';
import { readClock } from './read-clock.js';
import { isSameName } from './same-name.js';
import type { YamlBlock } from './yaml-block.js';

/** A list of codes, or of blocks; a file that says nothing knows no levels. */
export const readLevels = (file: YamlBlock): Level[] => {
  const seen: Level[] = [];
  const levels =
    file.blocks('levels', (block) => readLevel(block, seen), { short: (code) => ({ code }), orNone: true }) ?? [];
  if (levels.length === 1)
    file.problem('levels', 'levels has one entry, so there is nothing to choose; list two or more');
  return levels;
};

const LEVEL_CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const readLevel = (block: YamlBlock, seen: Level[]): Level => {
  const code = block.code('code', LEVEL_CODE, 'write it in small letters, digits and hyphens, as red');
  const isCode = LEVEL_CODE.test(code);
  const name = block.name(
    'name',
    code.replace(/^./, (first) => first.toUpperCase()),
  );
  const twice = (['code', 'name'] as const).find((key) =>
    seen.some((other) => isSameName(other[key], { code, name }[key])),
  );
  // A code that is refused as such may be meant otherwise, and a missing one has no other like it.
  if (isCode && twice !== undefined) block.cannotBe(block.has(twice) ? twice : 'code', 'it is listed already');
  const level = { code, name, ...readTime(block) };
  seen.push(level);
  return level;
};

const readTime = (block: YamlBlock): Pick<Level, 'clock'> => {
  const clock = readClock(block, 'clock');
  if (clock === undefined) return {};
  if ('amount' in clock) return { clock };
  block.cannotBe('clock', 'a level gives days or hours; leave it out where the stages say the time');
  return {};
};
