import { CheckRoute } from './check/check.route.js';
import { UnansweredRoute } from './unanswered/unanswered.route.js';

/** Every route about checks of standards. */
export const reviewRoutes = [UnansweredRoute, CheckRoute];
