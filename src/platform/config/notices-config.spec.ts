import { describe, expect, it } from '@jest/globals';
import { readConfig, SettingInvalid } from './config.js';

const KEY = 'footprint-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0';
const TEMPLATE = 'f33517ff-2a88-4f6e-b855-c550268ce08a';

describe('the settings of notices', () => {
  it('need nothing set: notices go to the log', () => {
    expect(readConfig({}).notices).toEqual({ provider: 'log' });
    expect(readConfig({ PORT: '8080' }).site).toBe('http://localhost:8080');
  });

  it('name a mail server and a sender', () => {
    const set = { NOTICES_PROVIDER: 'smtp', NOTICES_SMTP_URL: 'smtp://u:p@mail:587', NOTICES_FROM: 'A <a@b.example>' };
    expect(readConfig(set).notices).toEqual({ provider: 'smtp', url: 'smtp://u:p@mail:587', from: 'A <a@b.example>' });
  });

  it('or a key and a template of GOV.UK Notify', () => {
    const set = { NOTICES_PROVIDER: 'notify', NOTICES_NOTIFY_KEY: KEY, NOTICES_NOTIFY_TEMPLATE: TEMPLATE };
    expect(readConfig(set).notices).toEqual({ provider: 'notify', key: KEY, template: TEMPLATE });
  });

  it('say where the links lead, with no slash at the end', () => {
    expect(readConfig({ NOTICES_LINK: 'https://footprint.council.example/' }).site).toBe(
      'https://footprint.council.example',
    );
  });

  it.each([
    [{ NOTICES_PROVIDER: 'pigeon' }, 'NOTICES_PROVIDER is "pigeon"'],
    [{ NOTICES_PROVIDER: 'smtp' }, 'NOTICES_SMTP_URL is not set'],
    [{ NOTICES_PROVIDER: 'smtp', NOTICES_SMTP_URL: 'http://secret' }, 'NOTICES_SMTP_URL is not of the right form'],
    [{ NOTICES_PROVIDER: 'smtp', NOTICES_SMTP_URL: 'smtp://mail', NOTICES_FROM: 'a@b\r\nBcc: x@y' }, 'NOTICES_FROM'],
    [{ NOTICES_PROVIDER: 'notify', NOTICES_NOTIFY_KEY: 'secret' }, 'NOTICES_NOTIFY_KEY is not of the right form'],
    [{ NOTICES_PROVIDER: 'notify', NOTICES_NOTIFY_KEY: KEY }, 'NOTICES_NOTIFY_TEMPLATE is not set'],
    [{ NOTICES_LINK: 'footprint' }, 'NOTICES_LINK is not an address'],
    [{ NOTICES_LINK: 'https://user:secret@host' }, 'NOTICES_LINK is not an address'],
  ])('refuse %j in a sentence that names the setting and repeats no secret', (environment, beginning) => {
    const reading = (): unknown => readConfig(environment);
    expect(reading).toThrow(SettingInvalid);
    expect(reading).toThrow(beginning);
    expect(reading).not.toThrow('secret');
  });
});
