import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config.js';

describe('A secret given as a file', () => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'footprint-secrets-'));
    file = join(folder, 'redis-url');
    writeFileSync(file, 'redis://:secret@redis:6379\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is read from it, without the end of its line', () => {
    expect(readConfig({ REDIS_URL_FILE: file }).redisUrl).toBe('redis://:secret@redis:6379');
  });

  it('may be the password of a mail server or the key of GOV.UK Notify', () => {
    const written = (text: string): string => {
      writeFileSync(join(folder, 'notices'), `${text}\n`);
      return join(folder, 'notices');
    };
    const url = 'smtp://user:secret@mail:587';
    const smtp = { NOTICES_PROVIDER: 'smtp', NOTICES_SMTP_URL_FILE: written(url), NOTICES_FROM: 'a@council.example' };
    expect(readConfig(smtp).notices).toMatchObject({ provider: 'smtp', url });
    const key = 'footprint-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0';
    const notify = {
      NOTICES_PROVIDER: 'notify',
      NOTICES_NOTIFY_KEY_FILE: written(key),
      NOTICES_NOTIFY_TEMPLATE: 'f33517ff-2a88-4f6e-b855-c550268ce08a',
    };
    expect(readConfig(notify).notices).toMatchObject({ provider: 'notify', key });
  });

  it('is checked like one that is given itself, and never repeated', () => {
    writeFileSync(join(folder, 'log'), 'mongodb://secret');
    const read = () => readConfig({ FOOTPRINT_LOG_FILE: join(folder, 'log') });
    expect(read).toThrow(/FOOTPRINT_LOG is not an address/);
    expect(read).not.toThrow(/secret/);
  });

  it('is refused where it is given both ways, holds nothing, or cannot be read', () => {
    writeFileSync(join(folder, 'nothing'), '\n');
    expect(() => readConfig({ FOOTPRINT_LOG_FILE: join(folder, 'nothing') })).toThrow(/which is empty/);
    expect(() => readConfig({ REDIS_URL: 'redis://host', REDIS_URL_FILE: file })).toThrow(/are both set/);
    expect(() => readConfig({ REDIS_URL_FILE: join(folder, 'nowhere') })).toThrow(
      /REDIS_URL_FILE is ".*nowhere".*ENOENT/,
    );
  });
});
