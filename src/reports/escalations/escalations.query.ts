import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type AskedBy, seesAll } from '../../access/asker.js';
import type { Condition } from '../../access/scope.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { keptFor, notKeptFrom } from '../../disputes/set-aside.js';
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
    return escalationBoard(reading, named, filters, knownTo(asker, londonDate(now)));
  }
}

/** Disputes (alias `earlier`) of which the asker may know that they were raised again. */
const knownTo = (asker: AskedBy, today: LocalDate): Condition | undefined =>
  seesAll(asker) ? undefined : { sql: notKeptFrom('earlier'), parameters: keptFor(asker, today) };
