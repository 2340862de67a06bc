import { describe, expect, it } from '@jest/globals';
import { stageShown } from './stage-shown.js';

describe('A stage', () => {
  it('is called by its name, and by its number where it has none', () => {
    expect(stageShown('Team manager', 1)).toBe('Team manager');
    expect(stageShown('', 2)).toBe('Stage 2');
    expect(stageShown(null, 2)).toBe('Stage 2');
    expect(stageShown(null, 0)).toBe('Informal');
  });
});
