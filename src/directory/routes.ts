import { ChildrenApi } from './children/children.api.js';
import { ChildrenRoute } from './children/children.route.js';
import { CoversApi } from './covers/covers.api.js';
import { CoversRoute } from './covers/covers.route.js';
import { PeopleApi } from './people/people.api.js';
import { PeopleRoute } from './people/people.route.js';
import { PostsApi } from './posts/posts.api.js';
import { PostsRoute } from './posts/posts.route.js';
import { TeamsApi } from './teams/teams.api.js';
import { TeamsRoute } from './teams/teams.route.js';

/** Every route about teams, posts, people, children and who stands in for whom. */
export const directoryRoutes = [
  TeamsApi,
  TeamsRoute,
  PostsApi,
  PostsRoute,
  PeopleApi,
  PeopleRoute,
  ChildrenApi,
  ChildrenRoute,
  CoversApi,
  CoversRoute,
];
