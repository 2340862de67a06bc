import { themeOf } from './themes.js';

/** A theme code with its label and group, for showing. */
export const themeShown = (code: string): { code: string; label: string; group: string } => {
  const theme = themeOf(code);
  return { code, label: theme?.label ?? code, group: theme?.group ?? code };
};
