import { londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import type { DecisionContexts } from '../disputes/decision-contexts.js';
import { THE_PROGRAM } from '../disputes/rules.js';
import type { Clock } from '../platform/clock/clock.js';
import { Refusal } from '../platform/decider.js';
import type { Executor } from '../platform/executor.js';
import { derivedId } from '../platform/ids.js';
import type { Position } from '../platform/event-store/event-store.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { recommendationsDecider, recommendationsStream } from '../reviews/recommendations/recommendations.js';
import type { RowsApart } from '../work-over-rows.js';

/** Its ports. */
export interface RecommendationsFollowNeeds {
  readonly executor: Pick<Executor, 'execute'>;
  readonly readModels: ReadModels;
  readonly directory: Pick<Directory, 'successorOf'>;
  readonly clock: Clock;
  readonly troubles: RowsApart;
  readonly contexts: Pick<DecisionContexts, 'contextOf'>;
}

interface Concerned {
  readonly reference: string;
  /** Team of the child today, and the number of that allocation. */
  readonly team: string;
  readonly number: number;
}

/** Those that wait for an answer of a team with which the child is no more, or that has ended. After a death nobody is asked. */
const CONCERNED = `SELECT sent.reference, held.team, held.number FROM recommendations AS sent
  JOIN children ON children.child = sent.child AND children.died_on IS NULL
  JOIN child_allocations AS held ON held.child = sent.child AND held.number = (SELECT max(later.number)
    FROM child_allocations AS later WHERE later.child = sent.child AND (later."from" IS NULL OR later."from" <= :today))
  LEFT JOIN teams AS asked ON asked.team = sent.team
  WHERE sent.standing = 'awaiting-answer' AND (:child IS NULL OR sent.child = :child)
    AND held.team IS NOT NULL AND (held.team IS NOT sent.team OR asked."to" < :today)
  ORDER BY sent.reference`;

/** Lets the recommendations of a review go with their child to another team, or to the team that took over: that team is asked. */
export class RecommendationsFollow {
  constructor(private readonly needs: RecommendationsFollowNeeds) {}

  /** One round over everything that is concerned today. @param child null for all @returns the positions of what was recorded */
  async run(child: string | null): Promise<Position[]> {
    const { readModels, clock, troubles } = this.needs;
    const today = londonDate(clock.now());
    const recorded: Position[] = [];
    await troubles.each(
      'recommendations that follow their children',
      readModels.all<Concerned>(CONCERNED, { today, child }),
      ({ reference }) => reference,
      async (row) => void recorded.push(...(await this.follow(row, today))),
    );
    return recorded;
  }

  private async follow({ reference, team, number }: Concerned, today: string): Promise<Position[]> {
    const { clock, contexts, directory, executor } = this.needs;
    const to = directory.successorOf(team, today) ?? team;
    const commandId = derivedId('following', reference, 'move-to-team', to, String(number));
    const envelope = { commandId, actor: THE_PROGRAM, occurredAt: clock.now() };
    const context = await contexts.contextOf(envelope);
    try {
      const act = { type: 'move-to-team' as const, to };
      const done = await executor.execute(
        recommendationsStream(reference),
        recommendationsDecider,
        act,
        context,
        envelope,
      );
      return done.position === undefined ? [] : [done.position];
    } catch (error) {
      // Somebody was quicker.
      if (error instanceof Refusal) return [];
      throw error;
    }
  }
}
