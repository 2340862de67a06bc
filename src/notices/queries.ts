import { ReadNoticePreferencesHandler } from './preferences/preferences.query.js';
import { ListNoticesHandler } from './read/notices.query.js';

/** What answers every question about being told. */
export const noticeQueries = [ListNoticesHandler, ReadNoticePreferencesHandler];
