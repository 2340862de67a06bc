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
import { recommendationsStream } from './recommendations.js';
import type { SendRecommendationsDto } from './recommendations.dto.js';
import { AuthorisedRecommendations } from './authorised-recommendations.js';

export const RECOMMENDATIONS_PREFIX = 'REC';

/** Sends the recommendations of a review: finds the IRO and the team of the child, and leaves the rest to the decider. */
@Injectable()
export class SendRecommendations {
  constructor(
    private readonly authorised: AuthorisedRecommendations,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async send(body: SendRecommendationsDto, sent: SentWith): Promise<WrittenDto> {
    const child = this.directory.child(body.child, londonDate(this.clock.now()));
    const reference = await freeReference(RECOMMENDATIONS_PREFIX, sent.commandId, recommendationsStream, this.store);
    const act = {
      type: 'send' as const,
      reference,
      child: body.child,
      iro: child?.iro ?? sent.asker.person,
      team: child?.team ?? null,
      reviewedOn: body.reviewedOn,
      recommendations: body.recommendations.map(({ what, who, by }) => ({ what, who: who ?? null, by: by ?? null })),
    };
    return this.authorised.act(reference, act, sent, body);
  }
}
