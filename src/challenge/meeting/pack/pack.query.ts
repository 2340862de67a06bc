import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { notYours } from '../../../access/access.js';
import type { Asker } from '../../../access/asker.js';
import { londonDate } from '../../../calendar/dates.js';
import type { Directory } from '../../../directory/directory.js';
import type { Clock } from '../../../platform/clock/clock.js';
import type { ReadModels } from '../../../platform/projections/projection.js';
import { READ_MODELS } from '../../../platform/store-tokens.js';
import { CLOCK, DIRECTORY } from '../../../platform/tokens.js';
import { caseShown } from '../../agenda/case-line.js';
import { MeetingKeeper } from '../meeting-keeper.js';
import { MeetingRelations } from '../meeting-relations.js';
import { type Pack, packOf } from './pack.js';

/**
 * The papers of a meeting, for those who may read all of it.
 * @throws Problem `not-found`, `not-yours`
 */
export class ReadMeetingPack extends Query<Pack> {
  constructor(
    readonly meeting: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadMeetingPack)
export class ReadMeetingPackHandler implements IQueryHandler<ReadMeetingPack> {
  constructor(
    private readonly keeper: MeetingKeeper,
    private readonly relations: MeetingRelations,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ meeting: id, asker }: ReadMeetingPack): Promise<Pack> {
    const { meeting } = await this.keeper.find(id);
    if (this.relations.extentFor(asker, meeting) !== 'full') throw notYours('challenge.read');
    const now = this.clock.now();
    const today = londonDate(now);
    const caseOf = (dispute: string) =>
      caseShown(dispute, this.readModels, this.directory, { now, today, reader: asker.person });
    return packOf(meeting, caseOf, today);
  }
}
