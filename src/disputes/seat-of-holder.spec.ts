import { describe, expect, it } from '@jest/globals';
import type { Post } from '../directory/directory.js';
import { seatOfHolder } from './seat-of-holder.js';

const post = (kind: Post['kind']): Post => ({ postId: kind, kind, title: kind, team: null, service: null }) as Post;

describe('The post from which somebody sits in the IRO’s seat', () => {
  it.each([
    [['conference-chair'], 'conference-chair'],
    [['conference-chair', 'iro'], 'iro'],
    [['iro-manager', 'conference-chair'], 'conference-chair'],
    [['iro-manager'], 'iro-manager'],
    [['team-manager'], undefined],
  ] as const)('of somebody who holds %j is that of %s', (kinds, seat) => {
    expect(seatOfHolder(kinds.map(post))?.kind).toBe(seat);
  });
});
