import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { Definition } from './definitions.js';

/** Every file of definitions stands in the folder of its report, under the name that the command line has for it. */
const FILES = globSync(join(import.meta.dirname, '*', '*.definitions.ts'));

it('is held to the page for every report that has definitions', () => expect(FILES.length).toBeGreaterThanOrEqual(5));

it.each(FILES.map((file) => [basename(file, '.definitions.ts'), file]))(
  'docs/figures.md says of %s what is printed below the figures',
  async (figures, file) => {
    const [definitions] = Object.values((await import(file)) as Record<string, readonly Definition[]>);
    const page = readFileSync('docs/figures.md', 'utf8');
    const section = page.split(/^## /m).find((each) => each.includes(`\`report ${figures}`))!;
    const lines = definitions!.map(({ label, definition }) => `- **${label}**: ${definition}`);
    expect(section.split('\n').filter((line) => line.startsWith('- '))).toEqual(lines);
  },
);
