import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { Deciding } from '../../disputes/deciding.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { RowsApart } from '../../work-over-rows.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import type { Meeting } from '../meeting/meeting.js';
import { agendaRows, meetingToPrepare } from './agenda-rows.js';
import { type Proposal, proposeAgenda } from './propose.js';

/** What the agenda of a meeting proposes by itself at a moment. */
@Injectable()
export class Agenda {
  constructor(
    private readonly deciding: Deciding,
    private readonly troubles: RowsApart,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  /** Nothing for a meeting that is over. */
  async proposals(meeting: Meeting, now: Instant): Promise<Proposal[]> {
    if (meeting.status === 'closed' || meeting.status === 'cancelled') return [];
    const rules = { ...(await this.deciding.rules()), now };
    const rows = agendaRows(this.readModels, rules, this.troubles);
    return proposeAgenda(meetingToPrepare(meeting, this.readModels), rows, londonDate(now));
  }
}
