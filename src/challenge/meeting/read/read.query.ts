import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Asker } from '../../../access/asker.js';
import { londonDate } from '../../../calendar/dates.js';
import type { Directory } from '../../../directory/directory.js';
import type { Clock } from '../../../platform/clock/clock.js';
import type { ReadModels } from '../../../platform/projections/projection.js';
import { READ_MODELS } from '../../../platform/store-tokens.js';
import { CLOCK, DIRECTORY } from '../../../platform/tokens.js';
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
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ meeting: id, asker }: ReadMeeting): Promise<MeetingDto> {
    const { meeting, revision } = await this.keeper.find(id);
    const extent = this.relations.extentFor(asker, meeting);
    const now = this.clock.now();
    const today = londonDate(now);
    const proposals = extent === 'full' ? await this.agenda.proposals(meeting, now) : [];
    return meetingView(meeting, revision, proposals, {
      extent,
      isOwn: (about) => this.relations.isOwn(about, asker),
      caseOf: (dispute) => caseShown(dispute, this.readModels, this.directory, { now, today, reader: asker.person }),
    });
  }
}
