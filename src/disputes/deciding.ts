import { Injectable } from '@nestjs/common';
import { CouncilCalendar } from '../calendar/council-calendar.js';
import { londonDate } from '../calendar/dates.js';
import type { Envelope } from '../platform/executor.js';
import { ProtocolLibrary } from '../protocol/protocol-library.js';
import type { DisputeContext } from './context.js';

/** Gathers what a decision may look at: the council's rules and calendar as they stand, who acts, and when. */
@Injectable()
export class Deciding {
  constructor(
    private readonly protocols: ProtocolLibrary,
    private readonly calendar: CouncilCalendar,
  ) {}

  async contextOf(envelope: Envelope): Promise<DisputeContext> {
    return {
      protocols: await this.protocols.current(),
      calendar: await this.calendar.current(),
      actor: envelope.actor,
      now: envelope.occurredAt,
      today: londonDate(envelope.occurredAt),
    };
  }
}
