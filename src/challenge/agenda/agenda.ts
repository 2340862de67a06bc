import { Injectable } from '@nestjs/common';
import type { Instant } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { Readings } from '../../reading/readings.js';
import type { Meeting } from '../meeting/meeting.js';
import { agendaRows, meetingToPrepare } from './agenda-rows.js';
import { type Proposal, proposeAgenda } from './propose.js';

/** The items that the agenda of a meeting proposes by itself at a moment. */
@Injectable()
export class Agenda {
  constructor(private readonly readings: Readings) {}

  /** Nothing for a meeting that is over. */
  async proposals(meeting: Meeting, now: Instant): Promise<Proposal[]> {
    if (meeting.status === 'closed' || meeting.status === 'cancelled') return [];
    const reading = { ...(await this.readings.now()), now };
    return proposeAgenda(meetingToPrepare(meeting, reading.readModels), agendaRows(reading), londonDate(now));
  }
}
