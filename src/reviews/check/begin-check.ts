import { Inject, Injectable } from '@nestjs/common';
import type { SentWith } from '../../access/sent.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { freeReference } from '../../platform/free-reference.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { EVENT_STORE } from '../../platform/store-tokens.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { ProtocolLibrary } from '../../protocol/protocol-library.js';
import { reviewStream } from '../review.js';
import { AuthorisedReviews } from '../authorised-reviews.js';
import { standardsUnder } from '../standards.js';
import type { BeginCheckDto } from './check.dto.js';
import { mustFitTheAge } from './fits-the-age.js';

export const REVIEW_PREFIX = 'RVW';

/** Begins a check: finds whose child it is about and which standards the council checks, and leaves the rest to the decider. */
@Injectable()
export class BeginCheck {
  constructor(
    private readonly authorised: AuthorisedReviews,
    private readonly protocols: ProtocolLibrary,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not-yet-18`, `is-18` */
  async begin({ kind, child, heldOn }: BeginCheckDto, sent: SentWith): Promise<WrittenDto> {
    const today = londonDate(this.clock.now());
    const reference = await freeReference(REVIEW_PREFIX, sent.commandId, reviewStream, this.store);
    const { protocol } = (await this.protocols.current()).inForceOn(today);
    const known = this.directory.child(child, today);
    mustFitTheAge(kind, heldOn, known?.bornOn ?? null);
    const iro = known?.iro ?? sent.asker.person;
    const standards = standardsUnder(protocol, kind).map(({ code, text, theme }) => ({ code, text, theme }));
    const asSent = { kind, child, heldOn };
    return this.authorised.act(
      reference,
      { type: 'begin', reference, kind, child, iro, heldOn, standards },
      sent,
      asSent,
    );
  }
}
