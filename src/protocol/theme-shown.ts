import type { ThemeInUse } from './protocol.js';
import { themeOf } from './themes.js';

/**
 * A theme code with its label and group, for showing.
 *
 * @param themes the council's own list, whose labels come first
 */
export const themeShown = (
  code: string,
  themes: readonly Pick<ThemeInUse, 'code' | 'label'>[],
): { code: string; label: string; group: string } => {
  const theme = themeOf(code);
  const own = themes.find((each) => each.code === code);
  return { code, label: own?.label ?? theme?.label ?? code, group: theme?.group ?? code };
};

/**
 * Every theme of a list in the council's words, to look by. One that the council does not use any more is among them: it stands on what
 * was recorded while it did.
 *
 * @param themes the council's own list
 */
export const themesToLookBy = (
  list: readonly Pick<ThemeInUse, 'code'>[],
  themes: readonly Pick<ThemeInUse, 'code' | 'label'>[],
): { value: string; text: string }[] => list.map(({ code }) => ({ value: code, text: themeShown(code, themes).label }));
