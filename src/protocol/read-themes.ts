import { nearestOrAll } from './nearest.js';
import type { ThemeInUse } from './protocol.js';
import { isSameName } from './same-name.js';
import { ACKNOWLEDGEMENT_THEMES, DISPUTE_THEMES, themeOf } from './themes.js';
import type { YamlBlock } from './yaml-block.js';

const EVERY_THEME = [...DISPUTE_THEMES, ...ACKNOWLEDGEMENT_THEMES].map(({ code, label }) => ({ code, label }));
const EVERY_CODE = EVERY_THEME.map((theme) => theme.code);
const isOfAcknowledgements = (theme: ThemeInUse): boolean => theme.code.startsWith('PA-');

/** A file that lists only themes of disputes, or only those of acknowledgements, keeps every theme of the other kind. */
export const readThemes = (file: YamlBlock): ThemeInUse[] => {
  const seen = new Set<string>();
  const labels: string[] = [];
  const listed =
    file.blocks('themes', (block) => readTheme(block, seen, labels), { short: (code) => ({ code }) }) ?? [];
  const unlisted = [isOfAcknowledgements, (theme: ThemeInUse) => !isOfAcknowledgements(theme)]
    .filter((kind) => !listed.some(kind))
    .flatMap((kind) => EVERY_THEME.filter(kind));
  return [...listed, ...unlisted].sort((a, b) => EVERY_CODE.indexOf(a.code) - EVERY_CODE.indexOf(b.code));
};

const readTheme = (block: YamlBlock, seen: Set<string>, labels: string[]): ThemeInUse => {
  const code = block.text('code');
  const known = themeOf(code);
  if (code !== '' && known === undefined) {
    block.cannotBe('code', () => nearestOrAll(code, EVERY_CODE));
  }
  if (code !== '' && seen.has(code)) block.cannotBe('code', 'it is listed already');
  seen.add(code);
  const label = block.name('label', known?.label ?? code);
  if (block.has('label') && labels.some((other) => isSameName(other, label)))
    block.cannotBe('label', 'another theme of the list is called so; choose a label of its own');
  labels.push(label);
  const from = block.date('from');
  const to = block.date('to');
  if (from !== undefined && to !== undefined && to < from) block.cannotBe('to', 'it must not be before from');
  return { code, label, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
};
