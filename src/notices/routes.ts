import { NoticePreferencesApi } from './preferences/preferences.api.js';
import { NoticePreferencesRoute } from './preferences/preferences.route.js';
import { NoticesApi } from './read/notices.api.js';

/** Every route about being told. */
export const noticeRoutes = [NoticesApi, NoticePreferencesApi, NoticePreferencesRoute];
