import { HandOverCaseloadRoute } from './hand-over.route.js';

/** Every route about the caseload of an IRO. */
export const caseloadRoutes = [HandOverCaseloadRoute];
