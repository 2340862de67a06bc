import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Asker } from '../../../access/asker.js';
import { londonDate } from '../../../calendar/dates.js';
import { Readings } from '../../../reading/readings.js';
import { Agenda } from '../../agenda/agenda.js';
import { caseShown } from '../../agenda/case-line.js';
import { MeetingKeeper } from '../meeting-keeper.js';
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
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadMeeting)
export class ReadMeetingHandler implements IQueryHandler<ReadMeeting> {
  constructor(
    private readonly keeper: MeetingKeeper,
    private readonly relations: MeetingRelations,
    private readonly agenda: Agenda,
    private readonly readings: Readings,
  ) {}

  async execute({ meeting: id, asker }: ReadMeeting): Promise<MeetingDto> {
    const { meeting, revision } = await this.keeper.find(id);
    const extent = this.relations.extentFor(asker, meeting);
    const { readModels, directory, now } = await this.readings.now();
    const today = londonDate(now);
    const proposals = extent === 'full' ? await this.agenda.proposals(meeting, now) : [];
    return meetingView(meeting, revision, proposals, {
      extent,
      isOwn: (about) => this.relations.isOwn(about, asker),
      caseOf: (dispute) => caseShown(dispute, readModels, directory, { now, today, reader: asker.person }),
    });
  }
}
