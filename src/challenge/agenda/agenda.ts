import { Inject, Injectable } from '@nestjs/common';
import { CouncilCalendar } from '../../calendar/council-calendar.js';
import type { LocalDate } from '../../calendar/calendar.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { RowsApart } from '../../work-over-rows.js';
import { READ_MODELS } from '../../platform/tokens.js';
import { ProtocolLibrary } from '../../protocol/protocol-library.js';
import type { Meeting } from '../meeting/meeting.js';
import { agendaRows, meetingToPrepare } from './agenda-rows.js';
import { type Proposal, proposeAgenda } from './propose.js';

/** What the agenda of a meeting proposes by itself today. */
@Injectable()
export class Agenda {
  constructor(
    private readonly protocols: ProtocolLibrary,
    private readonly calendar: CouncilCalendar,
    private readonly troubles: RowsApart,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  /** Nothing for a meeting that is over. */
  async proposals(meeting: Meeting, today: LocalDate): Promise<Proposal[]> {
    if (meeting.status === 'closed' || meeting.status === 'cancelled') return [];
    const rows = agendaRows(this.readModels, await this.protocols.current(), this.troubles);
    return proposeAgenda(meetingToPrepare(meeting, this.readModels), rows, await this.calendar.current(), today);
  }
}
