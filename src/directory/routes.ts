import { ChildrenRoute } from './children/children.route.js';
import { CoversRoute } from './covers/covers.route.js';
import { PeopleRoute } from './people/people.route.js';
import { PostsRoute } from './posts/posts.route.js';
import { TeamsRoute } from './teams/teams.route.js';

/** Every route about teams, posts, people, children and who stands in for whom. */
export const directoryRoutes = [TeamsRoute, PostsRoute, PeopleRoute, ChildrenRoute, CoversRoute];
