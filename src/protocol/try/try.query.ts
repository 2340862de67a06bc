import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { LocalDate } from '../../calendar/calendar.js';
import { CouncilCalendar } from '../../calendar/council-calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { Readings } from '../../reading/readings.js';
import { remarksOnAdoption } from '../../roles/checked-protocol.js';
import { CouncilStanding } from '../../roles/standing.js';
import { readOrRefuse } from '../adopt/read-or-refuse.js';
import { ProtocolLibrary } from '../protocol-library.js';
import type { ProtocolTriedDto } from './try.dto.js';
import { protocolTried } from './tried.js';

/**
 * The result of putting a file of rules in force from a day: the rules in words, compared with those in force on that day, walked on
 * paper, and whether a second person is needed. Nothing is recorded.
 * @throws Problem `protocol-invalid` with what is wrong on which line
 */
export class TryProtocol extends Query<ProtocolTriedDto> {
  constructor(
    readonly yaml: string,
    readonly from: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(TryProtocol)
export class TryProtocolHandler implements IQueryHandler<TryProtocol> {
  constructor(
    private readonly library: ProtocolLibrary,
    private readonly calendar: CouncilCalendar,
    private readonly standing: CouncilStanding,
    private readonly readings: Readings,
  ) {}

  async execute({ yaml, from }: TryProtocol): Promise<ProtocolTriedDto> {
    const { library, calendar, standing } = this;
    const { protocol, remarks: inTheFile } = readOrRefuse(yaml);
    const today = londonDate(this.readings.withoutRules().now);
    const last = (await library.versions()).at(-1)?.protocol;
    const odd = remarksOnAdoption(protocol, from, today, last).map(({ message }) => ({ line: 0, message }));
    const remarks = [...odd, ...inTheFile.map(({ line, message }) => ({ line, message }))];
    return protocolTried({ protocol, from, remarks, today }, { library, calendar, standing });
  }
}
