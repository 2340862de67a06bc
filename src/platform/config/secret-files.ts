import { readFileSync } from 'node:fs';
import { SettingInvalid } from './setting-invalid.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that may hold a password or a key. */
const SECRETS = [
  'FOOTPRINT_LOG',
  'REDIS_URL',
  'NOTICES_SMTP_URL',
  'NOTICES_NOTIFY_KEY',
  'FOOTPRINT_SIGN_IN_CLIENT_SECRET',
  'FOOTPRINT_SEALING_KEY',
];

/**
 * The settings, with each secret that is given as a file read from it: `REDIS_URL_FILE` names the file that holds `REDIS_URL`, as
 * containers are given their secrets, so that no password is seen by a person who lists processes or their environments.
 * @throws SettingInvalid where a file cannot be read or holds nothing, or a secret is given both ways
 */
export const withSecretsFromFiles = (environment: Environment): Environment => {
  const settings: Record<string, string | undefined> = { ...environment };
  for (const name of SECRETS) {
    const file = environment[`${name}_FILE`];
    if (!file) continue;
    if (environment[name]) throw new SettingInvalid(`${name} and ${name}_FILE are both set: leave one of them out.`);
    const content = contentOf(file, `${name}_FILE`);
    // It would count as not set, and a production would begin a log of its own.
    if (content === '') throw new SettingInvalid(`${name}_FILE is "${file}", which is empty: put the secret into it.`);
    settings[name] = content;
  }
  return settings;
};

const contentOf = (file: string, setting: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'it cannot be opened';
    throw new SettingInvalid(`${setting} is "${file}", which cannot be read (${reason}): name a file that can.`);
  }
};
