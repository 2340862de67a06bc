import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import { namedInLists } from '../../disputes/list/visible-disputes.js';
import { Readings } from '../../reading/readings.js';
import { type BoardFilters, type EscalationBoard, escalationBoard } from './escalation-board.js';

/** Every open dispute that the asker may see, by stage, with who must act and what is late. */
export class ReadEscalations extends Query<EscalationBoard> {
  constructor(
    readonly asker: AskedBy,
    readonly filters: BoardFilters = {},
  ) {
    super();
  }
}

@QueryHandler(ReadEscalations)
export class ReadEscalationsHandler implements IQueryHandler<ReadEscalations> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker, filters }: ReadEscalations): Promise<EscalationBoard> {
    const reading = await this.readings.now();
    const { directory, now } = reading;
    const named = namedInLists(asker, directory, londonDate(now), [['board.read', 'outline']]);
    return escalationBoard(reading, named, filters);
  }
}
