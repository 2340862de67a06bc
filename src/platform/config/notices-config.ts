import { SettingInvalid } from './setting-invalid.js';

/** How people are told. */
export type NoticesConfig =
  | { readonly provider: 'log' }
  | { readonly provider: 'smtp'; readonly url: string; readonly from: string }
  | { readonly provider: 'notify'; readonly key: string; readonly template: string; readonly url?: string };

type Environment = Readonly<Record<string, string | undefined>>;

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/**
 * A setting that holds a password or a key is never repeated in a message.
 * @throws SettingInvalid
 */
export const noticesIn = (environment: Environment): NoticesConfig => {
  const provider = environment.NOTICES_PROVIDER || 'log';
  switch (provider) {
    case 'log':
      return { provider };
    case 'smtp':
      return {
        provider,
        url: required(environment, 'NOTICES_SMTP_URL', /^smtps?:\/\/\S+$/, 'smtp://user:password@host:587'),
        from: required(
          environment,
          'NOTICES_FROM',
          /^([^<>\r\n]*<)?[^\s@<>]+@[^\s@<>]+>?$/,
          'footprint@council.gov.uk',
        ),
      };
    case 'notify': {
      const url = environment.NOTICES_NOTIFY_URL;
      return {
        provider,
        key: required(
          environment,
          'NOTICES_NOTIFY_KEY',
          new RegExp(`^[\\w-]*${UUID}-${UUID}$`, 'i'),
          'the key as GOV.UK Notify gave it, ending in two ids',
        ),
        template: required(
          environment,
          'NOTICES_NOTIFY_TEMPLATE',
          new RegExp(`^${UUID}$`, 'i'),
          'the id of a template with ((subject)) and ((text))',
        ),
        ...(url ? { url: addressIn('NOTICES_NOTIFY_URL', url) } : {}),
      };
    }
    default:
      throw new SettingInvalid(
        `NOTICES_PROVIDER is "${provider}": set it to log, smtp or notify, or leave it out for log.`,
      );
  }
};

/** Address at which people reach the program, for the links in notices; without a slash at the end. */
export const siteIn = (environment: Environment, port: number): string => {
  const written = environment.NOTICES_LINK;
  return written ? addressIn('NOTICES_LINK', written) : `http://localhost:${port}`;
};

const addressIn = (name: string, written: string): string => {
  if (/^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/.test(written)) return written.replace(/\/+$/, '');
  throw new SettingInvalid(`${name} is not an address: write it as https://footprint.council.gov.uk.`);
};

const required = (environment: Environment, name: string, form: RegExp, example: string): string => {
  const written = environment[name];
  if (written && form.test(written)) return written;
  const trouble = written ? 'is not of the right form' : 'is not set';
  throw new SettingInvalid(`${name} ${trouble}, and NOTICES_PROVIDER needs it: write ${example}.`);
};
