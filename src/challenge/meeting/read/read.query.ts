import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type AskedBy, somebodyAsking } from '../../../access/asker.js';
import { Readings } from '../../../reading/readings.js';
import { Agenda } from '../../agenda/agenda.js';
import { MeetingRelations } from '../meeting-relations.js';
import { meetingView } from './meeting-view.js';
import type { MeetingDto } from './read.dto.js';

/**
 * One meeting as its reader may see it: its agenda, and what the agenda proposes and does not have yet.
 * @throws Problem `not-found` for what is not for this person to know
 */
export class ReadMeeting extends Query<MeetingDto> {
  constructor(
    readonly meeting: string,
    readonly asker: AskedBy,
  ) {
    super();
  }
}

@QueryHandler(ReadMeeting)
export class ReadMeetingHandler implements IQueryHandler<ReadMeeting> {
  constructor(
    private readonly relations: MeetingRelations,
    private readonly agenda: Agenda,
    private readonly readings: Readings,
  ) {}

  async execute({ meeting: id, asker }: ReadMeeting): Promise<MeetingDto> {
    const { meeting, revision } = await this.relations.find(id, asker);
    const extent = this.relations.extentFor(asker, meeting);
    const reading = this.readings.withoutRules();
    const proposals = extent === 'full' ? await this.agenda.proposals(meeting, reading.now) : [];
    const extentOf = this.relations.itemsFor(asker, meeting, extent);
    return meetingView(meeting, revision, proposals, { extent, reader: somebodyAsking(asker), extentOf }, reading);
  }
}
