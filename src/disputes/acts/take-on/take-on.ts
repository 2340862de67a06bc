import { disputeAct, ANOTHER } from '../dispute-act.js';
import { addresseeOf } from '../../addressee-of.js';
import { refuse } from '../../../platform/decider.js';
import { ladderOf, stageOf } from '../../../protocol/ladder.js';
import type { Protocol, Stage } from '../../../protocol/protocol.js';
import { clocksStarted } from '../../time/clock.js';
import type { ChildToday, DisputeContext } from '../../context.js';
import { type DisputeState, type Imported, isOpenInRegister } from '../../dispute.js';
import type { DisputeEvent, Addressee } from '../../events.js';
import { mustHaveSomebodyToAnswer } from '../../left-out.js';
import { mustBeOnTheAskingSide } from '../../rules.js';
import { withTeamsOfSiblings } from '../../teams-asked.js';

/** An imported open dispute becomes a living one: from now on it has somebody who must act. */
export interface TakeOn {
  type: 'take-on';
  addressee: Addressee;
}

/**
 * An open row of a register becomes a living dispute: from today it has somebody who must answer, and a date. The stage's own
 * posts answer, in the teams that its children have today, or in the one that the person names. It is held by the IRO whom the register
 * names where a child is theirs still, and otherwise by the IRO of the children today, as a dispute that follows its child is.
 *
 * @throws Refusal `not-imported`, `ended-in-register`, `nobody-on-the-list-answers`
 */
export const takeOn = (act: TakeOn, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  if (state.status !== 'imported')
    return refuse('not-imported', 'Only an open row of an imported register is taken on.');
  if (!isOpenInRegister(state.facts)) {
    refuse(
      'ended-in-register',
      'The register says that this has ended. Raise a new one, linked to it, if it matters again.',
    );
  }
  const { protocol, version } = context.protocols.inForceOn(context.today);
  if (context.actor.role !== null) mustBeOnTheAskingSide(protocol, context);
  const stage = stageToContinueAt(state, protocol);
  const { children, iro } = state.facts;
  const today = context.childrenToday?.(children) ?? [];
  const addressee = addresseeOf(stage, teamsToday(act, state, today), children, context);
  const other = otherIro(iro, today);
  mustHaveSomebodyToAnswer({ children, heldBy: other ?? iro, restrictedTo: state.restrictedTo }, addressee, context);
  return [
    {
      type: 'ImportedDisputeTakenOn',
      data: {
        ...{ ladder: ladderOf(stage), stage: stage.number, addressee, protocolVersion: version },
        ...(other === undefined ? {} : { heldBy: other }),
      },
    },
    ...clocksStarted('taken-on', 1, version, stage, null, context),
  ];
};

/** It counts under the team in the register, and is asked of those with whom its children are, as where siblings are raised. */
const teamsToday = (
  { addressee }: TakeOn,
  { facts }: Imported,
  today: readonly ChildToday[],
): Pick<Addressee, 'team' | 'alsoTeams'> => {
  const teams = today.map(({ team = null }) => team);
  const first = teams.find((team) => team !== null) ?? facts.team;
  return withTeamsOfSiblings(addressee.team ?? first, teams);
};

/** The IRO of the first child who has one, where no child is with the IRO of the register any more. */
const otherIro = (named: string | null, today: readonly ChildToday[]): string | undefined => {
  const iros = today.flatMap(({ iro }) => iro ?? []);
  return named !== null && iros.includes(named) ? undefined : iros[0];
};

/** On the main ladder, where the register left it, or the highest stage there is where today's ladder is shorter. */
const stageToContinueAt = ({ facts }: Imported, protocol: Protocol): Stage => {
  if (facts.kind === 'informal') return stageOf(protocol, 0);
  return stageOf(protocol, Math.min(Math.max(facts.stageReached, 1), protocol.stages.length));
};

export const takeOnAct = disputeAct({
  type: 'take-on',
  decide: takeOn,
  route: 'take-on',
  sample: (): TakeOn => ({ type: 'take-on', addressee: { team: ANOTHER, posts: [] } }),
  events: {
    ImportedDisputeTakenOn: {
      version: 1,
      sentence: ({ who, words, data, addressed }) =>
        `${who} took the ${words.dispute} on from the register${addressed(data.addressee?.posts)}.`,
    },
  },
});
