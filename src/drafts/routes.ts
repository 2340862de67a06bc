import { DraftsApi } from './drafts.api.js';
import { DraftPage } from './draft.page.js';
import { ListDraftsHandler, ReadDraftHandler } from './drafts.query.js';
import { DraftsRoute } from './drafts.route.js';

/** Every route and page about drafts. */
export const draftRoutes = [DraftsApi, DraftsRoute, DraftPage];

/** The class that answers every question about drafts. */
export const draftQueries = [ListDraftsHandler, ReadDraftHandler];
