import { describe, expect, it } from '@jest/globals';
import { pluralOf } from './plural.js';

describe('several of a thing', () => {
  it.each([
    ['alert', 'alerts'],
    ['query', 'queries'],
    ['delay', 'delays'],
    ['practice process', 'practice processes'],
    ['box', 'boxes'],
    ['search', 'searches'],
  ])('%s: %s', (one, several) => expect(pluralOf(one)).toBe(several));
});
