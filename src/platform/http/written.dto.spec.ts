import { describe, expect, it } from '@jest/globals';
import { hasChangedNothing, WrittenDto } from './written.dto.js';

const execution = { events: [], state: null, revision: 3, position: undefined, repeated: false };

describe('The answer to a write', () => {
  it('says so where nothing was recorded, for a program that reads 200 believes that it is done', () => {
    const written = new WrittenDto('post-1', execution);
    expect(written.advice).toEqual([
      { code: 'changes-nothing', message: 'This changes nothing, so nothing was recorded.' },
    ]);
    expect(hasChangedNothing(written)).toBe(true);
  });

  it('is as the first time where the command had been carried out before', () => {
    expect(new WrittenDto('post-1', { ...execution, repeated: true }).advice).toEqual([]);
  });

  it('says nothing of the log where what is written is kept beside it', () => {
    const written = WrittenDto.beside('draft-1', 2);
    expect(written).toMatchObject({ reference: 'draft-1', revision: 2, position: null, advice: [] });
    expect(hasChangedNothing(written)).toBe(false);
  });
});
