import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CouncilCalendar } from '../../calendar/council-calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { Executor } from '../../platform/executor.js';
import { notFound } from '../../platform/http/problem.js';
import { ProtocolLibrary } from '../../protocol/protocol-library.js';
import type { ProtocolTriedDto } from '../../protocol/try/try.dto.js';
import { protocolTried } from '../../protocol/try/tried.js';
import { Readings } from '../../reading/readings.js';
import { proposalDecider, proposalStream } from '../proposal.js';
import { CouncilStanding } from '../standing.js';

/**
 * The rules that a proposal would put in force, as the person who proposed them saw them: in words, beside those in force on their first day.
 * @throws Problem `not-found` where there is no such proposal, or it is about no rules
 */
export class ReadProposedProtocol extends Query<ProtocolTriedDto> {
  constructor(readonly proposal: string) {
    super();
  }
}

@QueryHandler(ReadProposedProtocol)
export class ReadProposedProtocolHandler implements IQueryHandler<ReadProposedProtocol> {
  constructor(
    private readonly executor: Executor,
    private readonly library: ProtocolLibrary,
    private readonly calendar: CouncilCalendar,
    private readonly standing: CouncilStanding,
    private readonly readings: Readings,
  ) {}

  async execute({ proposal }: ReadProposedProtocol): Promise<ProtocolTriedDto> {
    const { library, calendar, standing } = this;
    const { state } = await this.executor.load(proposalStream(proposal), proposalDecider);
    if (state?.what.kind !== 'protocol') throw notFound();
    const { protocol, from, warnings } = state.what;
    const remarks = warnings.map((message) => ({ line: 0, message }));
    const today = londonDate(this.readings.withoutRules().now);
    return protocolTried({ protocol, from, remarks, today }, { library, calendar, standing });
  }
}
