import { ChildrenApi } from './children/children.api.js';
import { ChildrenRoute } from './children/children.route.js';
import { CoversApi } from './covers/covers.api.js';
import { CoversRoute } from './covers/covers.route.js';
import { DirectoryFilesPage } from './import/directory-files.page.js';
import { TryDirectoryFileRoute } from './import/try-directory-file.route.js';
import { peoplePages } from './pages/people-pages.js';
import { postPages } from './pages/post-pages.js';
import { teamPages } from './pages/team-pages.js';
import { PeopleApi } from './people/people.api.js';
import { PeopleRoute } from './people/people.route.js';
import { PostsApi } from './posts/posts.api.js';
import { PostsRoute } from './posts/posts.route.js';
import { DirectoryPage } from './show/directory.page.js';
import { TeamHistoryApi } from './teams/team-history.api.js';
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
  TeamHistoryApi,
  TryDirectoryFileRoute,
  DirectoryPage,
  DirectoryFilesPage,
  ...teamPages,
  ...postPages,
  ...peoplePages,
];
