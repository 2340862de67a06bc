import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACKNOWLEDGEMENT_FIELDS, DISPUTE_FIELDS, OUTCOMES } from '../../src/register/mapping/fields.js';
import { readMapping } from '../../src/register/mapping/read-mapping.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/register-files.md'), 'utf8');

describe('the page on register files', () => {
  it('shows a mapping that can be read', () => {
    const mapping = readMapping(/```yaml\n([^`]*)```/.exec(page)![1]!, 'mapping.yaml');
    expect(mapping.words.teams.meaningOf('fostering??')).toBe('Fostering');
    expect(mapping.words.themes.meaningOf('drift & delay')).toBe('DD');
  });

  it('names everything that a column may hold and every outcome', () => {
    for (const name of [...DISPUTE_FIELDS, ...ACKNOWLEDGEMENT_FIELDS, ...OUTCOMES])
      expect(page).toMatch(new RegExp(`\`${name}[\`:]`));
  });
});
