import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Readings } from '../../reading/readings.js';
import { AuthorisedDisputes } from '../authorised-disputes.js';
import { DecisionContexts } from '../decision-contexts.js';
import { whyNotAllowed } from './allowed-acts.js';

/** Why its reader cannot do an act on a dispute now, in a sentence. */
export class ReadWhyNot extends Query<string> {
  constructor(
    readonly reference: string,
    readonly act: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadWhyNot)
export class ReadWhyNotHandler implements IQueryHandler<ReadWhyNot> {
  constructor(
    private readonly authorised: AuthorisedDisputes,
    private readonly readings: Readings,
    private readonly contexts: DecisionContexts,
  ) {}

  /** The rule that refuses it says so itself, as it would to whoever sends it. */
  async execute({ reference, act, asker }: ReadWhyNot): Promise<string> {
    const found = await this.authorised.find(reference, asker);
    if (found.openOf([act]).length === 0) return NOT_YOURS;
    const { now } = await this.readings.now();
    const context = await this.contexts.contextAt(now);
    const why = whyNotAllowed(act, { ...found, asker, context });
    if (why === 'not-yours') return NOT_YOURS;
    if (why === 'nothing-to-do-it-to') return 'There is nothing in this dispute to do it to, as it stands now.';
    return why?.message ?? 'It can be done again by now: open it once more.';
  }
}

const NOT_YOURS = 'This is not yours to do. The page of the dispute shows who has it.';
