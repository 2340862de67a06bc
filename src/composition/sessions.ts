import type { Provider } from '@nestjs/common';
import { PAGE_SESSIONS } from '../access/page-session.js';
import type { DataFolder } from '../platform/event-store/data-folder.js';
import { BrowserSessions } from '../sign-in/sessions/browser-sessions.js';
import { SESSION_STORE } from '../sign-in/sessions/session-store.js';
import { SqliteSessions } from '../sign-in/sessions/sqlite-sessions.js';
import type { Composition } from './composition.js';
import { DATA_FOLDER } from './record.js';

/** Who is signed in with a browser, and where that is kept. */
export const sessions = ({ pageSessions }: Composition): Provider[] => [
  {
    provide: SESSION_STORE,
    inject: [DATA_FOLDER],
    useFactory: (folder: DataFolder | null) => new SqliteSessions(folder?.sessionsFile ?? ':memory:'),
  },
  BrowserSessions,
  pageSessions === undefined
    ? { provide: PAGE_SESSIONS, useExisting: BrowserSessions }
    : { provide: PAGE_SESSIONS, useValue: pageSessions },
];
