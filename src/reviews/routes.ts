import { CheckRoute } from './check/check.route.js';
import { RecommendationsRoute } from './recommendations/recommendations.route.js';
import { UnansweredRoute } from './unanswered/unanswered.route.js';

/** Every route about checks of standards, and about the recommendations of reviews. */
export const reviewRoutes = [UnansweredRoute, CheckRoute, RecommendationsRoute];
