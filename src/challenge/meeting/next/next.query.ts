import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../../access/asker.js';
import { londonDate } from '../../../calendar/dates.js';
import { Readings } from '../../../reading/readings.js';
import { visibleMeetings } from '../visible-meetings.js';

/** Reference of the next meeting that is arranged, or sits today, of those that the asker may see; null where there is none. */
export class FindNextMeeting extends Query<string | null> {
  constructor(readonly asker: AskedBy) {
    super();
  }
}

@QueryHandler(FindNextMeeting)
export class FindNextMeetingHandler implements IQueryHandler<FindNextMeeting> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker }: FindNextMeeting): Promise<string | null> {
    const { readModels, directory, now } = this.readings.withoutRules();
    const visible = visibleMeetings(asker, directory, londonDate(now));
    const next = readModels.get<{ meeting: string }>(
      `SELECT meeting.meeting FROM challenge_meetings AS meeting
        WHERE ${visible.sql} AND meeting.status IN ('arranged', 'in-session') AND meeting.held_on >= :today
        ORDER BY meeting.held_on, meeting.meeting LIMIT 1`,
      visible.parameters,
    );
    return next?.meeting ?? null;
  }
}
