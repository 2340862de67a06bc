import { SettingInvalid } from './setting-invalid.js';

/**
 * A setting that is a whole number of one or two digits.
 * @throws SettingInvalid naming the variable, what was found and what is allowed
 */
export const wholeNumberIn = (
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  [least, most]: readonly [number, number],
  fallback: number,
): number => {
  const written = environment[name];
  if (!written) return fallback;
  const number = /^\d{1,2}$/.test(written) ? Number(written) : 0;
  if (number >= least && number <= most) return number;
  throw new SettingInvalid(
    `${name} is "${written}": set it to a whole number from ${least} to ${most}, or leave it out for ${fallback}.`,
  );
};
