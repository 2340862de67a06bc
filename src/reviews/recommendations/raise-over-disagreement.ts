import { Injectable } from '@nestjs/common';
import type { SentWith } from '../../access/sent.js';
import type { RaiseDto } from '../../disputes/acts/raise/raise.dto.js';
import { RaiseDispute } from '../../disputes/acts/raise/raise.js';
import { WrittenDto } from '../../platform/http/written.dto.js';
import { mustAwaitTheIro } from './recommendations.js';
import { AuthorisedRecommendations } from './authorised-recommendations.js';

/**
 * Raises a dispute over a disagreement: the dispute first, linked to the recommendations; then they say so. Cut short in between, the
 * same command sent again finds the dispute there and finishes.
 */
@Injectable()
export class RaiseOverDisagreement {
  constructor(
    private readonly authorised: AuthorisedRecommendations,
    private readonly disputes: RaiseDispute,
  ) {}

  async raise(reference: string, body: RaiseDto, sent: SentWith): Promise<WrittenDto> {
    const { state, events } = await this.authorised.find(reference, sent.asker);
    const isRepeat = events.some(({ metadata }) => metadata.commandId === sent.commandId);
    // Looked at before anything is written, so that no dispute is raised of which the recommendations know nothing.
    if (!isRepeat) mustAwaitTheIro(state, this.authorised.isHiddenIn(state, sent.asker));
    const links = [...(body.links ?? []), { kind: 'review' as const, to: reference }];
    // A protocol may count the time to answer from the review, which is on record already.
    const reviewedOn = body.reviewedOn ?? state.reviewedOn;
    const raised = await this.disputes.raise({ ...body, reviewedOn, links }, { ...sent, ifRevision: undefined });
    const noted = await this.authorised.act(reference, { type: 'note-raised', dispute: raised.reference }, sent, {
      ...body,
    });
    return Object.assign(raised, { position: noted.position });
  }
}
