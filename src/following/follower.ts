import { addDays, londonDate } from '../calendar/dates.js';
import { AWAITED_BESIDE_THE_LADDER } from '../../projections/deadlines/awaited-after-the-end.js';
import { SET_ASIDE } from '../../projections/deadlines/date-columns.js';
import { IS_WORKED_ON, WAS_SET_ASIDE } from '../../projections/dispute-register/dispute-row.js';
import type { Directory } from '../directory/directory.js';
import type { WhatFollows } from '../directory/what-follows.js';
import { disputeStream } from '../disputes/act-on-dispute.js';
import type { DisputeAct } from '../disputes/acts/all-acts.js';
import { disputeDecider } from '../disputes/decide.js';
import { currentRound, type DisputeState } from '../disputes/dispute.js';
import { isToBeSetAside } from '../disputes/set-aside.js';
import { toBeReopened } from '../disputes/to-be-decided/to-be-reopened.js';
import { teamsAsked } from '../disputes/teams-asked.js';
import { THE_PROGRAM } from '../disputes/rules.js';
import type { Clock } from '../platform/clock/clock.js';
import { Refusal } from '../platform/decider.js';
import { categoryOf, type Position } from '../platform/event-store/event-store.js';
import type { Envelope, Execution, Executor } from '../platform/executor.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { type PostKind, SERVICE_POSTS } from '../protocol/protocol.js';
import type { RowsApart } from '../work-over-rows.js';
import { type AllocationBegun, type ChildAround, followingFor, type Surroundings } from './following.js';
import { CONTINUED_BY_ONE_THAT_IS_VOID, givenBackBy } from './informal-given-back.js';
import type { RecommendationsFollow } from './recommendations-follow.js';

/** The ports of the follower. */
export interface FollowerNeeds {
  readonly executor: Pick<Executor, 'load'>;
  readonly readModels: ReadModels;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly troubles: RowsApart;
  send(reference: string, act: DisputeAct, envelope: Envelope): Promise<Pick<Execution<unknown>, 'position'>>;
  /** Lets recommendations follow too, of one child or of all. */
  readonly recommendations: Pick<RecommendationsFollow, 'run'>;
  /** Told what went wrong in the background; the next sweep tries it again. */
  onTrouble(error: unknown): void;
}

/** The allocation of a day is the latest that had begun. */
const NOW = `(SELECT max(later.number) FROM child_allocations AS later
  WHERE later.child = named.child AND (later."from" IS NULL OR later."from" <= :today))`;

const ONE_HAS_DIED = `EXISTS (SELECT 1 FROM case_children AS of_it JOIN children AS died ON died.child = of_it.child
  WHERE of_it.reference = register.reference AND died.died_on IS NOT NULL)`;

/** Ended, and to be reopened by whoever holds it. */
const TO_BE_REOPENED = 'SELECT value FROM json_each(:toReopen)';

/** Conversations from which nothing was raised, of a child who has just been allocated anew. They are kept for good, so a sweep looks at those alone. */
const CONVERSATIONS = `SELECT conversation.reference FROM child_allocations AS begun
  JOIN case_children AS spoken_of ON spoken_of.child = begun.child
  JOIN dispute_register AS conversation ON conversation.reference = spoken_of.reference
  WHERE (begun.child = :child OR begun."from" BETWEEN :lately AND :today)
    AND conversation.kind = 'conversation' AND conversation.status = 'recorded'`;

/** A child is followed when the allocation goes on record; one of a later day by the sweeps of that day, or of the days after it. */
const LATELY = 7;

/** References of the disputes among which all of these are: few, however many there have ever been. */
const FEW = `SELECT reference FROM dispute_register WHERE ${IS_WORKED_ON} UNION ${AWAITED_BESIDE_THE_LADDER}
  UNION SELECT reference FROM dispute_register WHERE ${WAS_SET_ASIDE} UNION ${SET_ASIDE} UNION ${TO_BE_REOPENED}
  UNION ${CONVERSATIONS}`;

/** Open, or ended with something that is still awaited or to be reopened, or a conversation: it is with whoever has the child. */
const GOES_WITH_THE_CHILD = `(${IS_WORKED_ON} OR register.kind = 'conversation' OR register.reference IN (${AWAITED_BESIDE_THE_LADDER})
  OR register.reference IN (${TO_BE_REOPENED}))`;

/** Disputes for which something may have to follow; the rules ({@link followingFor}) say whether it does. */
const CONCERNED = `SELECT DISTINCT register.reference FROM (${FEW}) AS few
  CROSS JOIN dispute_register AS register ON register.reference = few.reference
  JOIN case_children AS named ON named.reference = register.reference
  JOIN children ON children.child = named.child
  LEFT JOIN child_allocations AS held ON held.child = named.child AND held.number = ${NOW}
  LEFT JOIN teams AS addressed ON addressed.team = register.addressed_team
  WHERE register.taken_on AND (:child IS NULL OR named.child = :child) AND (
    (children.died_on IS NOT NULL
      AND (register.restricted_to IS NULL OR NOT register.was_set_aside OR register.frozen_on IS NOT children.died_on))
    OR (register.was_set_aside AND (register.frozen_on IS NOT NULL OR register.restricted_to IS NOT NULL) AND NOT ${ONE_HAS_DIED})
    OR (${GOES_WITH_THE_CHILD} AND held.iro <> register.held_by)
    OR ((register.status = 'open' OR register.actions_outstanding > 0) AND (held.team <> register.addressed_team OR register.addressed_also <> '[]' OR addressed."to" < :today)))
  ORDER BY register.reference`;

/**
 * Lets disputes follow their children: asks the read models which are concerned, looks at each one's own history, and sends what
 * follows. It runs before a change of the directory is answered, as soon as the log tells of one, and with every sweep: whatever it
 * misses it finds in the next round, and what it has done it does not do again.
 */
export class Follower implements WhatFollows {
  constructor(private readonly needs: FollowerNeeds) {}

  /** One round over everything that is concerned today; as often as anybody likes. */
  async run(): Promise<void> {
    await this.followAll(null);
    await this.giveBack(null);
  }

  async after(stream: string, position: Position | undefined): Promise<void> {
    try {
      if (position !== undefined) await this.needs.readModels.waitFor(position);
      const category = categoryOf(stream);
      if (category === 'child') await this.followAll(stream.slice(category.length + 1));
      if (category === 'team') await this.followAll(null);
      if (category === 'dispute') await this.giveBack(stream.slice(category.length + 1));
    } catch (error) {
      // It is saved. Its consequences are carried out as soon as they can be.
      this.needs.onTrouble(error);
    }
  }

  /**
   * A child of this dispute has died, and it has not been frozen for that yet: it is, before anything else is done about its dates.
   * @returns whether there was anything to do
   */
  async setAside(reference: string, state: DisputeState): Promise<boolean> {
    if (!('matter' in state) || !isToBeSetAside(state, this.needs.directory)) return false;
    await this.follow(reference, londonDate(this.needs.clock.now()));
    return true;
  }

  /** Follows every dispute concerned. When this ends, what it recorded can be read on this instance. */
  private async followAll(child: string | null): Promise<void> {
    const today = londonDate(this.needs.clock.now());
    const toReopen = JSON.stringify([...toBeReopened(this.needs.readModels)]);
    const lately = addDays(today, -LATELY);
    const concerned = this.needs.readModels.all<{ reference: string }>(CONCERNED, { today, lately, child, toReopen });
    const recorded: Position[] = [];
    await this.needs.troubles.each(
      'disputes that follow their children',
      concerned,
      ({ reference }) => reference,
      async ({ reference }) => void recorded.push(...(await this.follow(reference, today))),
    );
    recorded.push(...(await this.needs.recommendations.run(child)));
    const last = recorded.sort().at(-1);
    if (last !== undefined) await this.needs.readModels.waitFor(last);
  }

  /** @returns the positions of what was recorded */
  private async follow(reference: string, today: string): Promise<Position[]> {
    const { state, events } = await this.needs.executor.load(disputeStream(reference), disputeDecider);
    const recorded: Position[] = [];
    for (const { act, commandId } of followingFor({ reference, state, events }, this.around(reference, state, today))) {
      const envelope = { commandId, actor: THE_PROGRAM, occurredAt: this.needs.clock.now() };
      try {
        const { position } = await this.needs.send(reference, act, envelope);
        if (position !== undefined) recorded.push(position);
      } catch (error) {
        // Somebody was quicker, or there is nothing to do: a clock that is not running cannot be stopped.
        if (!(error instanceof Refusal)) throw error;
      }
    }
    return recorded;
  }

  /** Gives the informal matter back that a formal dispute continued which is void now. @param formal null for all of them */
  private async giveBack(formal: string | null): Promise<void> {
    const { readModels, executor, clock, troubles } = this.needs;
    const concerned = readModels.all<{ reference: string; formal: string }>(CONTINUED_BY_ONE_THAT_IS_VOID, { formal });
    const load = (reference: string) => executor.load(disputeStream(reference), disputeDecider);
    await troubles.each(
      'informal disputes that are given back',
      concerned,
      ({ reference }) => reference,
      async (row) => {
        const { state } = await load(row.reference);
        const given = givenBackBy({ reference: row.reference, state }, (await load(row.formal)).state);
        if (given === null) return;
        const envelope = { commandId: given.commandId, actor: THE_PROGRAM, occurredAt: clock.now() };
        const { position } = await this.needs.send(row.reference, given.act, envelope);
        if (position !== undefined) await readModels.waitFor(position);
      },
    );
  }

  private around(reference: string, state: DisputeState, today: string): Surroundings {
    const matter = 'matter' in state ? state.matter : null;
    const addressed = matter === null ? [] : teamsAsked(currentRound(matter).addressee);
    const subject = matter?.subject ?? (state.status === 'discussed' ? state.subject : null);
    const children = (subject?.children ?? []).map((child) => this.childAround(child, today));
    const ofChildren = children.flatMap(({ allocations }) => allocations.map(({ team }) => team));
    return {
      children,
      successors: Object.fromEntries(
        [...new Set([...addressed, ...ofChildren])].flatMap((team) => {
          const successor = team === null ? null : this.needs.directory.successorOf(team, today);
          return successor === null ? [] : [[team, successor]];
        }),
      ),
      isToBeReopened: state.status === 'ended' && toBeReopened(this.needs.readModels).has(reference),
      iroManagers: this.holdersOf(['iro-manager'], today),
      iroService: this.holdersOf(SERVICE_POSTS, today),
    };
  }

  private holdersOf(kinds: readonly PostKind[], today: string): string[] {
    return kinds.flatMap((kind) =>
      this.needs.directory.postsFor(kind, null, today).flatMap(({ person }) => person ?? []),
    );
  }

  private childAround(child: string, today: string): ChildAround {
    const { readModels } = this.needs;
    const known = readModels.get<{
      died_on: string | null;
      death_known_at: string | null;
      death_taken_back_by: string | null;
    }>('SELECT died_on, death_known_at, death_taken_back_by FROM children WHERE child = ?', [child]);
    const allocations = readModels.all<AllocationBegun>(
      `SELECT number, team, iro, since, caseload FROM child_allocations
        WHERE child = :child AND ("from" IS NULL OR "from" <= :today) ORDER BY number`,
      { child, today },
    );
    return {
      ...{ child, allocations, diedOn: known?.died_on ?? null, deathKnownAt: known?.death_known_at ?? null },
      deathTakenBackBy: known?.death_taken_back_by ?? null,
    };
  }
}
