import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { textOf } from './protocols-kept.js';

describe('a file that is not written in UTF-8', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'protocols-kept-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is refused with the first line that cannot be read', async () => {
    const path = join(folder, 'rules.yaml');
    await writeFile(path, Buffer.from('id: small\ntitle: Caf\u00e9 rules\nsource: caf\u00e9\n', 'latin1'));
    await expect(textOf(path)).rejects.toThrow('is not written in UTF-8: line 2 has a letter that cannot be read');
  });
});
