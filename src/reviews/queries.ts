import { ReadCheckHandler } from './check/check.query.js';
import { ListRecommendationsHandler } from './recommendations/list-recommendations.query.js';
import { ReadRecommendationsHandler } from './recommendations/read-recommendations.query.js';
import { ListUnansweredStandardsHandler } from './unanswered/unanswered.query.js';
import { ReadCheckViewsHandler } from './views/views.query.js';

/** The class that answers every question about checks of standards, and about the recommendations of reviews. */
export const reviewQueries = [
  ListUnansweredStandardsHandler,
  ReadCheckHandler,
  ReadCheckViewsHandler,
  ListRecommendationsHandler,
  ReadRecommendationsHandler,
];
