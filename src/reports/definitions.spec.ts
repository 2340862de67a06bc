import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { definitionsOf, FIGURES } from './definitions.js';

it.each(FIGURES)('docs/figures.md says of %s what is printed below the figures', (figures) => {
  const page = readFileSync('docs/figures.md', 'utf8');
  const section = page.split(/^## /m).find((each) => each.includes(`\`report ${figures}`))!;
  const lines = definitionsOf(figures).map(({ label, definition }) => `- **${label}**: ${definition}`);
  expect(section.split('\n').filter((line) => line.startsWith('- '))).toEqual(lines);
});
