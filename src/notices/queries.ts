import { ReadNoticePreferencesHandler } from './preferences/preferences.query.js';
import { ListNoticesHandler } from './read/notices.query.js';

/** The class that answers every question about being told. */
export const noticeQueries = [ListNoticesHandler, ReadNoticePreferencesHandler];
