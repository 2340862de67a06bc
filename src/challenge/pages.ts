import type { Type } from '@nestjs/common';
import { CalendarsPage } from './calendars.page.js';
import { meetingPages } from './meeting/pages/meeting-pages.js';
import { notesPage } from './meeting/pages/notes.page.js';
import { PapersPage } from './meeting/pack/papers.page.js';
import { MeetingPage } from './meeting/read/meeting.page.js';
import { RoomPage } from './meeting/room/room.page.js';
import { MeetingsPage } from './meetings.page.js';
import { seriesPages } from './series/pages/series-pages.js';

/** Every page about meetings. */
export const challengePages: readonly Type[] = [
  MeetingsPage,
  CalendarsPage,
  MeetingPage,
  PapersPage,
  RoomPage,
  ...seriesPages,
  ...meetingPages,
  notesPage,
];
