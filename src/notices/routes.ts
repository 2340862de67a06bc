import { NoticePreferencesApi } from './preferences/preferences.api.js';
import { NoticePreferencesRoute } from './preferences/preferences.route.js';
import { NoticePreferencesPage } from './preferences/preferences.page.js';
import { NoticesApi } from './read/notices.api.js';
import { EverybodysNoticesPage } from './read/everybodys-notices.page.js';
import { NoticesPage } from './read/notices.page.js';

/** Every route about being told. */
export const noticeRoutes = [
  NoticesApi,
  NoticesPage,
  EverybodysNoticesPage,
  NoticePreferencesApi,
  NoticePreferencesRoute,
  NoticePreferencesPage,
];
