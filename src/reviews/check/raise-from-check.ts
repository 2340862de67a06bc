import { Inject, Injectable } from '@nestjs/common';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { RaiseDispute } from '../../disputes/acts/raise/raise.js';
import type { SentWith } from '../../access/sent.js';
import type { Clock } from '../../platform/clock/clock.js';
import { WrittenDto } from '../../platform/http/written.dto.js';
import { CLOCK } from '../../platform/tokens.js';
import { reviewDecider } from '../review.js';
import { AuthorisedReviews } from '../authorised-reviews.js';
import type { RaiseFromCheckDto } from './check.dto.js';

/** The day of the review, from which a protocol may count the time to answer; null of one that is to come, for which the check prepares. */
export const reviewHeldBy = (today: LocalDate, check: { readonly heldOn: LocalDate } | null): LocalDate | null =>
  check !== null && check.heldOn <= today ? check.heldOn : null;

/**
 * Raises a dispute about a standard that is not met: the dispute first, linked to the check as its origin; then the check says so. Cut
 * short in between, the same command sent again finds the dispute there and finishes.
 */
@Injectable()
export class RaiseFromCheck {
  constructor(
    private readonly authorised: AuthorisedReviews,
    private readonly disputes: RaiseDispute,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async raise(reference: string, { standard, ...body }: RaiseFromCheckDto, sent: SentWith): Promise<WrittenDto> {
    const { state, events } = await this.authorised.findFor(reference, sent);
    const isRepeat = events.some(({ metadata }) => metadata.commandId === sent.commandId);
    // Looked at before anything is written, so that no dispute is raised of which its check knows nothing.
    const hidden = this.authorised.hiddenIn(state, sent.asker);
    if (!isRepeat) reviewDecider.decide({ type: 'note-raised', standard, dispute: '', hidden }, state, null);
    const links = [...(body.links ?? []), { kind: 'review' as const, to: reference }];
    const reviewedOn = body.reviewedOn ?? reviewHeldBy(londonDate(this.clock.now()), state);
    const raised = await this.disputes.raise({ ...body, reviewedOn, links }, { ...sent, ifRevision: undefined });
    const noted = await this.authorised.act(
      reference,
      { type: 'note-raised', standard, dispute: raised.reference },
      sent,
      {
        standard,
        ...body,
      },
    );
    return Object.assign(raised, { position: noted.position });
  }
}
