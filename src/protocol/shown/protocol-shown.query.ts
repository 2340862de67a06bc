import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CouncilCalendar } from '../../calendar/council-calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { notFound } from '../../platform/http/problem.js';
import { Readings } from '../../reading/readings.js';
import { ProtocolLibrary } from '../protocol-library.js';
import { exampleDays } from './example-days.js';
import { type ProtocolShown, protocolShown } from './protocol-shown.js';

/**
 * One version of the rules in words, with dates worked out from today by the council’s calendar. The same for everybody who may read the
 * rules: no child is in them.
 * @throws Problem `not-found` where there is no such version, or none in force
 */
export class ShowProtocol extends Query<ProtocolShown> {
  /** @param version the one in force today where it is left out */
  constructor(readonly version?: number) {
    super();
  }
}

@QueryHandler(ShowProtocol)
export class ShowProtocolHandler implements IQueryHandler<ShowProtocol> {
  constructor(
    private readonly library: ProtocolLibrary,
    private readonly calendar: CouncilCalendar,
    private readonly readings: Readings,
  ) {}

  async execute({ version }: ShowProtocol): Promise<ProtocolShown> {
    const today = londonDate(this.readings.withoutRules().now);
    const versions = await this.library.versions();
    const wanted = version ?? (await this.inForceOn(today));
    const found = versions.find((each) => each.version === wanted);
    if (found === undefined) throw notFound();
    const calendar = await this.calendar.current();
    return protocolShown(found.protocol, calendar, exampleDays(today, calendar));
  }

  private async inForceOn(today: string): Promise<number | undefined> {
    const versions = await this.library.versions();
    if (!versions.some(({ from }) => from <= today)) return undefined;
    return (await this.library.current()).inForceOn(today).version;
  }
}
