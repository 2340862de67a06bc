import type { Instant } from '../calendar/calendar.js';
import { londonDate } from '../calendar/dates.js';
import { THE_CLOCK } from '../disputes/rules.js';
import type { Clock } from '../platform/clock/clock.js';
import type { ClockWatch } from '../platform/clock/clock-watch.js';
import { Refusal } from '../platform/decider.js';
import type { RecordedEvent } from '../platform/event-store/event-store.js';
import type { Envelope, Executor } from '../platform/executor.js';
import { derivedId } from '../platform/ids.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { RowsApart } from '../work-over-rows.js';
import {
  recommendationsDecider,
  type RecommendationsContext,
  type RecommendationsState,
  recommendationsStream,
} from '../reviews/recommendations/recommendations.js';

/**
 * The process manager of silence about recommendations, pure: what is to be sent now that the time is over; null while there is time
 * left, or an answer. It knows recommendations only: silence about a dispute is for src/deadlines/deadlines.ts, and never agrees.
 */
export const silenceStep = (
  state: RecommendationsState,
  sent: Pick<RecordedEvent, 'id' | 'metadata'>,
  now: Instant,
): Envelope | null => {
  if (state.answer !== null || state.agreedBySilence || now < state.dueAt) return null;
  return {
    commandId: derivedId(sent.id, 'silence-about-recommendations'),
    causationId: sent.id,
    correlationId: sent.metadata.$correlationId,
    actor: THE_CLOCK,
    occurredAt: state.dueAt,
  };
};

/** What it needs of the rest of the program. */
export interface SilenceNeeds {
  readonly executor: Pick<Executor, 'load' | 'execute'>;
  readonly readModels: ReadModels;
  readonly clock: Clock;
  readonly troubles: RowsApart;
  /** A clock that was put forward must not make anybody agree. */
  readonly watch: Pick<ClockWatch, 'trouble'>;
  /** The rules and the calendar as they stand. */
  rules(): Promise<Pick<RecommendationsContext, 'protocols' | 'calendar'>>;
}

/** After a child's death nobody is taken to have agreed to anything. */
const OVER = `SELECT sent.reference FROM recommendations AS sent LEFT JOIN children ON children.child = sent.child
  WHERE sent.standing = 'awaiting-answer' AND sent.due_at <= :now AND children.died_on IS NULL
  ORDER BY sent.due_at, sent.reference`;

/** Runs with every sweep: asks the read models whose time is over, looks at each one's own history, and puts silence on record. */
export class SilenceAboutRecommendations {
  constructor(private readonly needs: SilenceNeeds) {}

  /** One round over everything that is over now; as often as anybody likes. Held while the clock is not to be trusted. */
  async run(): Promise<void> {
    if ((await this.needs.watch.trouble()) !== null) return;
    const now = this.needs.clock.now();
    await this.needs.troubles.each(
      'silence about recommendations',
      this.needs.readModels.all<{ reference: string }>(OVER, { now }),
      ({ reference }) => reference,
      ({ reference }) => this.attend(reference, now),
    );
  }

  private async attend(reference: string, now: Instant): Promise<void> {
    const { executor } = this.needs;
    const stream = recommendationsStream(reference);
    const { state, events } = await executor.load(stream, recommendationsDecider);
    const envelope = state && silenceStep(state, events[0]!, now);
    if (envelope === null) return;
    const { actor, occurredAt } = envelope;
    const context = { ...(await this.needs.rules()), actor, now: occurredAt, today: londonDate(occurredAt) };
    try {
      await executor.execute(stream, recommendationsDecider, { type: 'count-as-agreed' }, context, envelope);
    } catch (error) {
      // Somebody was quicker.
      if (!(error instanceof Refusal)) throw error;
    }
  }
}
