import { nearestOrAll } from './nearest.js';
import type { Protocol, ReviewStandard } from './protocol.js';
import { isSameName } from './same-name.js';
import { DISPUTE_THEMES } from './themes.js';
import type { YamlBlock } from './yaml-block.js';

const THEMES = DISPUTE_THEMES.map(({ code }) => code);

/** The council's own list of what an IRO checks; a file without one leaves the list to the program. */
export const readReviewStandards = (file: YamlBlock): Pick<Protocol, 'reviewStandards'> => {
  const seen = new Set<string>();
  const texts: string[] = [];
  const listed = file.blocks('review-standards', (block) => readStandard(block, seen, texts)) ?? [];
  return listed.length === 0 ? {} : { reviewStandards: listed };
};

const readStandard = (block: YamlBlock, seen: Set<string>, texts: string[]): ReviewStandard => {
  const code = block.code(
    'code',
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'write it in small letters, digits and hyphens, as care-plan',
  );
  if (code !== '' && seen.has(code)) block.cannotBe('code', 'it is listed already');
  seen.add(code);
  const theme = block.isEmpty('theme') ? '' : block.text('theme', 'OTHER');
  if (theme === '' && block.isEmpty('theme'))
    block.cannotBe('theme', 'leave the key out, and a concern about it has the theme OTHER');
  else if (!THEMES.includes(theme)) {
    block.cannotBe('theme', () => nearestOrAll(theme, THEMES));
  }
  const text = block.name('text');
  if (text !== '' && texts.some((other) => isSameName(other, text)))
    block.cannotBe('text', 'another standard says so; say it once');
  texts.push(text);
  return { code, text, theme, ...(block.yesOrNo('after-18', false) ? { after18: true } : {}) };
};
