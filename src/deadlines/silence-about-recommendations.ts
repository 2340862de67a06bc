import type { Instant, WorkingCalendar } from '../calendar/calendar.js';
import type { DecisionContexts } from '../disputes/decision-contexts.js';
import { THE_CLOCK } from '../disputes/rules.js';
import { hasComeIn } from '../disputes/time/late-in-sql.js';
import type { Clock } from '../platform/clock/clock.js';
import type { ClockWatch } from '../platform/clock/clock-watch.js';
import { Refusal } from '../platform/decider.js';
import type { RecordedEvent } from '../platform/event-store/event-store.js';
import type { Envelope, Executor } from '../platform/executor.js';
import { derivedId } from '../platform/ids.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { CountAnew, CountAsAgreed } from '../reviews/recommendations/acts.js';
import { type Counting, dateCountedAnew } from '../reviews/recommendations/count-anew.js';
import type { RowsApart } from '../work-over-rows.js';
import {
  isSilentTooLong,
  recommendationsDecider,
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
  if (!isSilentTooLong(state, now)) return null;
  return {
    commandId: derivedId(sent.id, 'silence-about-recommendations'),
    causationId: sent.id,
    correlationId: sent.metadata.$correlationId,
    actor: THE_CLOCK,
    occurredAt: state.dueAt,
  };
};

/** Its ports. */
export interface SilenceNeeds {
  readonly executor: Pick<Executor, 'load' | 'execute'>;
  readonly readModels: ReadModels;
  readonly clock: Clock;
  readonly troubles: RowsApart;
  /** A clock that was put forward must not make anybody agree. */
  readonly watch: Pick<ClockWatch, 'trouble'>;
  readonly contexts: Pick<DecisionContexts, 'rules' | 'contextOf'>;
}

/** After a child's death nobody is taken to have agreed to anything. */
const OVER = `SELECT sent.reference FROM recommendations AS sent LEFT JOIN children ON children.child = sent.child
  WHERE sent.standing = 'awaiting-answer' AND children.died_on IS NULL
    AND (:all OR sent.not_yet_certain OR ${hasComeIn('sent.due_at')})
  ORDER BY sent.due_at, sent.reference`;

/** Runs with every sweep: asks the read models whose time is over, looks at each one's own history, and puts silence on record. */
export class SilenceAboutRecommendations {
  /** The calendar by which every date was last looked at: another one may move them. */
  private lookedAtBy: WorkingCalendar | undefined;

  constructor(private readonly needs: SilenceNeeds) {}

  /** One round over everything that is over now; as often as anybody likes. Held while the clock is not to be trusted. */
  async run(): Promise<void> {
    const now = this.needs.clock.now();
    if ((await this.needs.watch.trouble(now)) !== null) return;
    const rules = await this.needs.contexts.rules();
    const all = this.lookedAtBy === rules.calendar ? 0 : 1;
    await this.needs.troubles.each(
      'silence about recommendations',
      this.needs.readModels.all<{ reference: string }>(OVER, { now, all }),
      ({ reference }) => reference,
      async ({ reference }) => {
        await this.countAnew(reference, { ...rules, now });
        await this.attend(reference, now);
      },
    );
    this.lookedAtBy = rules.calendar;
  }

  /** Before silence is looked at, the date is counted by the calendar of today. */
  private async countAnew(reference: string, counting: Counting): Promise<void> {
    const { executor } = this.needs;
    const stream = recommendationsStream(reference);
    const { state, events } = await executor.load(stream, recommendationsDecider);
    const anew = state && dateCountedAnew(state, counting);
    if (anew === null) return;
    const cause = events.findLast(({ type }) => type === 'RecommendationsSent' || type === 'RecommendationsDateSet')!;
    const reason =
      state?.notYetCertain && anew.notYetCertain !== true
        ? 'The bank holidays of that year are known now; the date was counted without them.'
        : 'A holiday was announced after the date had been set.';
    const envelope: Envelope = {
      commandId: derivedId(cause.id, 'count-anew', anew.dueOn, anew.notYetCertain ? 'not yet certain' : 'certain'),
      causationId: cause.id,
      correlationId: cause.metadata.$correlationId,
      actor: THE_CLOCK,
      occurredAt: counting.now,
    };
    await this.decide(stream, { type: 'count-anew', reason }, envelope);
  }

  private async attend(reference: string, now: Instant): Promise<void> {
    const { executor } = this.needs;
    const stream = recommendationsStream(reference);
    const { state, events } = await executor.load(stream, recommendationsDecider);
    const envelope = state && silenceStep(state, events[0]!, now);
    if (envelope === null) return;
    await this.decide(stream, { type: 'count-as-agreed' }, envelope);
  }

  private async decide(stream: string, act: CountAnew | CountAsAgreed, envelope: Envelope): Promise<void> {
    const context = await this.needs.contexts.contextOf(envelope);
    try {
      await this.needs.executor.execute(stream, recommendationsDecider, act, context, envelope);
    } catch (error) {
      // Somebody was quicker.
      if (!(error instanceof Refusal)) throw error;
    }
  }
}
