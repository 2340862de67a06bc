import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { MAIN_PREFIX, OTHER_PREFIXES } from './ids.js';

it('knows the letters of every kind of record that has references', () => {
  const root = join(import.meta.dirname, '..');
  const declared = globSync('**/*.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/^export const \w+_PREFIX = '([A-Z]{2,4})';/gm)].map(
      ([, prefix]) => prefix!,
    ),
  );
  expect(declared.length).toBeGreaterThan(8);
  expect(declared.filter((prefix) => prefix !== MAIN_PREFIX && !OTHER_PREFIXES.has(prefix))).toEqual([]);
});
