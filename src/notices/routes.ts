import { NoticePreferencesRoute } from './preferences/preferences.route.js';
import { NoticesRoute } from './read/notices.route.js';

/** Every route about being told. */
export const noticeRoutes = [NoticesRoute, NoticePreferencesRoute];
