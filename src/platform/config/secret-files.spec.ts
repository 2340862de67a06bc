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
