import { CheckApi } from './check/check.api.js';
import { CheckRoute } from './check/check.route.js';
import { RecommendationsApi } from './recommendations/recommendations.api.js';
import { RecommendationsRoute } from './recommendations/recommendations.route.js';
import { UnansweredApi } from './unanswered/unanswered.api.js';
import { CheckViewsApi } from './views/views.api.js';

/** Every route about checks of standards, and about the recommendations of reviews. */
export const reviewRoutes = [
  UnansweredApi,
  CheckViewsApi,
  CheckApi,
  CheckRoute,
  RecommendationsApi,
  RecommendationsRoute,
];
