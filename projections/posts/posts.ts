import type { PostEvent } from '../../src/directory/events.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type { PostKind } from '../../src/protocol/protocol.js';
import { idOf } from '../folding.js';

export type PostRow = {
  post: string;
  kind: PostKind;
  title: string;
  /** Team for which it answers; null for a post of a service or of the whole council. */
  team: string | null;
  service: string | null;
};

export const posts: Projection<PostRow> = {
  name: 'posts',
  version: 1,
  categories: ['post'],
  columns: { post: 'text', kind: 'text', title: 'text', team: 'text', service: 'text' },
  key: ['post'],
  indexes: [['kind', 'team']],
  partitionBy: idOf,
  when: handlers<PostEvent, PostRow>({
    PostRegistered: (_, { data: { postId, kind, title, team, service } }) => [
      { post: postId, kind, title, team, service },
    ],
  }),
};
