import type { Projection } from '../src/platform/projections/projection.js';
import { childAllocations } from './child-allocations/child-allocations.js';
import { children } from './children/children.js';
import { people } from './people/people.js';
import { postHolders } from './post-holders/post-holders.js';
import { posts } from './posts/posts.js';
import { teamNames } from './team-names/team-names.js';
import { teams } from './teams/teams.js';

/** Every read model there is. */
export const projections: readonly Projection[] = [
  teams,
  teamNames,
  posts,
  postHolders,
  people,
  children,
  childAllocations,
];
