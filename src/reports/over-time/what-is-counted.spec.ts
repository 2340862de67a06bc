import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { WHAT_IS_COUNTED } from './what-is-counted.js';

it('docs/figures.md says of figures over time what the page says', () => {
  const page = readFileSync('docs/figures.md', 'utf8');
  const section = page.split(/^## /m).find((each) => each.startsWith('Over time'))!;
  const lines = WHAT_IS_COUNTED.map(({ label, definition }) => `- **${label}**: ${definition}`);
  expect(section.split('\n').filter((line) => line.startsWith('- '))).toEqual(lines);
});
