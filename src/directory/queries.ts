import { ReadChildHandler } from './children/child.query.js';
import { ReadChildHistoryHandler } from './children/child-history.query.js';
import { ReadChildStandingHandler } from './children/child-standing.query.js';
import { ListChildrenHandler, ListUnderAlertHandler } from './children/children.query.js';
import { ListCoversHandler, ListCoversToComeHandler } from './covers/covers.query.js';
import { ListPeopleHandler, ReadPersonHandler } from './people/people.query.js';
import { ListPostsHandler } from './posts/posts.query.js';
import { ReadTeamsOverTimeHandler } from './teams/team-history.query.js';
import { ListTeamsHandler, ReadTeamHandler } from './teams/teams.query.js';

/** The class that answers every question about teams, posts, people, children and who stands in for whom. */
export const directoryQueries = [
  ListTeamsHandler,
  ReadTeamHandler,
  ReadTeamsOverTimeHandler,
  ListPostsHandler,
  ListPeopleHandler,
  ReadPersonHandler,
  ListChildrenHandler,
  ListUnderAlertHandler,
  ReadChildHandler,
  ReadChildHistoryHandler,
  ReadChildStandingHandler,
  ListCoversHandler,
  ListCoversToComeHandler,
];
