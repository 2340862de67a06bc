import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { postThatMay } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import { namesFrom } from '../../directory/names.js';
import { Readings } from '../../reading/readings.js';
import { openDisputes } from '../../reports/open-disputes/open-disputes.js';
import { type DisputeAsSeen, AuthorisedDisputes } from '../authorised-disputes.js';
import { disputeView } from '../read/dispute-view.js';
import type { OutlineDto } from './outline.dto.js';
import { outlineOf } from './outline.js';

/** A row of a register is read once somebody has taken it on. */
const requestOf = (asker: Asker, { state, relationsFrom }: DisputeAsSeen): 'may-ask' | 'asked' | null => {
  if (!('matter' in state) || postThatMay(asker, 'dispute.ask-to-read', relationsFrom) === undefined) return null;
  return state.matter.requestsToRead.some(({ person }) => person === asker.person) ? 'asked' : 'may-ask';
};

/** The standing of one dispute, for readers who count it and may not read what was written. */
export class ReadOutline extends Query<OutlineDto> {
  constructor(
    readonly reference: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadOutline)
export class ReadOutlineHandler implements IQueryHandler<ReadOutline> {
  constructor(
    private readonly authorised: AuthorisedDisputes,
    private readonly readings: Readings,
  ) {}

  async execute({ reference, asker }: ReadOutline): Promise<OutlineDto> {
    const found = await this.authorised.findStanding(reference, asker);
    const mayOpen = await this.authorised.mayOpen(reference, asker);
    const reading = await this.readings.now();
    const names = namesFrom(reading.directory, londonDate(reading.now));
    const [open] = openDisputes(reading, { sql: 'register.reference = :reference', parameters: { reference } });
    const request = mayOpen ? null : requestOf(asker, found);
    return outlineOf(disputeView({ reference, ...found }, reading, names), open, mayOpen, request);
  }
}
