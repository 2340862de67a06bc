import { describe, expect, it } from '@jest/globals';
import { rowsAfter } from '../../test/support/read-models.js';
import type { PostEvent } from '../../src/directory/events.js';
import { posts } from '../posts/posts.js';
import { postHolders } from './post-holders.js';
import { IN_SET_UP } from '../../src/roles/agreed.js';

const registered: PostEvent = {
  type: 'PostRegistered',
  data: { postId: 'team-manager-tc1', kind: 'team-manager', title: 'Team manager, TC1', team: 'tc1', service: null },
};
const story = (...events: PostEvent[]): { stream: string; events: PostEvent[] } => ({
  stream: 'post-team-manager-tc1',
  events: [registered, ...events],
});

describe('a post and who holds it', () => {
  it('is one row for the post, vacant or not', () => {
    expect(rowsAfter(posts, story())).toEqual([
      { post: 'team-manager-tc1', kind: 'team-manager', title: 'Team manager, TC1', team: 'tc1', service: null },
    ]);
    expect(rowsAfter(postHolders, story())).toEqual([]);
  });

  it('is a row for each time that somebody takes it', () => {
    const rows = rowsAfter(
      postHolders,
      story(
        { type: 'PostTaken', data: { person: 'p-ames', from: null, agreed: IN_SET_UP } },
        { type: 'PostLeft', data: { person: 'p-ames', on: '2022-05-31' } },
        { type: 'PostTaken', data: { person: 'p-ames', from: '2023-01-09', agreed: IN_SET_UP } },
      ),
    );
    expect(rows).toMatchObject([
      { post: 'team-manager-tc1', number: 1, person: 'p-ames', from: null, to: '2022-05-31' },
      { post: 'team-manager-tc1', number: 2, person: 'p-ames', from: '2023-01-09', to: null },
    ]);
  });
});
