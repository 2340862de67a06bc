import { disputeAct, ANOTHER } from '../dispute-act.js';
import { addresseeOf } from '../../addressee-of.js';
import { refuse } from '../../../platform/decider.js';
import { ladderFor, ladderOf, type Rungs, stageIn } from '../../../protocol/ladder.js';
import type { Protocol, Stage } from '../../../protocol/protocol.js';
import { dayInWords } from '../../../calendar/in-words.js';
import { clocksStarted, clockStarted, clockWithoutDate, totalCapStarted } from '../../time/clock.js';
import { afterThese, withStanding } from '../../time/standing.js';
import type { ChildToday, DisputeContext } from '../../context.js';
import { type DisputeState, type Imported, isOpenInRegister } from '../../dispute.js';
import type { Addressee, Advice, DisputeEvent, ImportedDisputeFacts, TakenOn } from '../../events.js';
import { ladderOfRow } from '../../fold/beginnings.js';
import { kindAt } from '../../kind.js';
import { mustHaveSomebodyToAnswer } from '../../left-out.js';
import { advice, endedInRegister, mustBeOnTheAskingSide } from '../../rules.js';
import { isOfSeveralTeams, teamsAsked, withTeamsOfSiblings } from '../../teams-asked.js';

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
 * @throws Refusal `not-imported`, `ended-in-register`, `no-informal-stage`, `nobody-on-the-list-answers`
 */
export const takeOn = (act: TakeOn, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  if (state.status !== 'imported')
    return refuse(
      'not-imported',
      state.story?.some(({ type }) => type === 'ImportedDisputeTakenOn') && 'matter' in state
        ? 'This was taken on already. Open it to see who holds it, and who must answer.'
        : 'Only an open row of an imported register is taken on.',
    );
  if (!isOpenInRegister(state.facts)) endedInRegister();
  const { protocol } = context.protocols.inForceOn(context.today);
  if (context.actor.role !== null) mustBeOnTheAskingSide(protocol, context);
  const { facts } = state;
  const going = goingOn(act, state, context);
  const { stage, addressee, version, heldBy } = going;
  if (isFormalOnly(facts, stage)) noInformalStage();
  mustHaveSomebodyToAnswer(
    { children: facts.children, heldBy: heldBy ?? facts.iro, restrictedTo: state.restrictedTo },
    addressee,
    context,
  );
  const isAnswered = isAnsweredAt(stage, facts);
  const taken = takenOnAt(going, answeredInRegister(facts, isAnswered));
  const cap = totalCapStarted(facts.kind, protocol, context, facts.raisedOn);
  if (!isAnswered) return [taken, ...clocksStarted('taken-on', 1, version, stage, null, context), ...cap];
  const clock = clockStarted('taken-on', 1, version, stage, null, context);
  const begun = [taken, clockWithoutDate('taken-on', clock.data), ...cap];
  const after = afterThese(begun, state, context);
  return [...begun, withStanding(answerOfRegister(facts, stage, addressee), after, context)];
};

/**
 * An informal row that goes on formally is no living dispute in between: nobody is asked, and no date is set, before the formal one that
 * continues it begins.
 */
export const takenOnToGoOnFormally = (state: Imported, context: DisputeContext): DisputeEvent[] => {
  const going = goingOn({ type: 'take-on', addressee: { team: null, posts: [] } }, state, context);
  return [takenOnAt({ ...going, goesOnFormally: true }, [])];
};

/** Where a row goes on, who holds it, and of whom it is asked. */
interface GoingOn extends Pick<TakenOn, 'population' | 'raiser' | 'heldBy' | 'addressee' | 'goesOnFormally'> {
  readonly stage: Stage;
  readonly version: number;
}

const goingOn = (act: TakeOn, state: Imported, context: DisputeContext): GoingOn => {
  const { protocol, version } = context.protocols.inForceOn(context.today);
  const { children, iro } = state.facts;
  const today = context.childrenToday?.(children) ?? [];
  const other = otherIro(iro, today);
  const about = rowByDirectory(today, other ?? iro, context);
  const rungs = ladderFor(protocol, { ...ladderOfRow(state.facts, about), level: null });
  const stage = stageToContinueAt(state.facts, rungs, protocol);
  return {
    ...{ stage, version, ...about },
    ...(other === undefined ? {} : { heldBy: other }),
    addressee: addresseeOf(stage, teamsToday(act, state, today), children, context),
  };
};

const takenOnAt = ({ stage, version, addressee, ...about }: GoingOn, advices: Advice[]): DisputeEvent => ({
  type: 'ImportedDisputeTakenOn',
  data: {
    ...{ ladder: ladderOf(stage), stage: stage.number, ...about, addressee, protocolVersion: version },
    ...(advices.length === 0 ? {} : { adviceGiven: advices }),
  },
});

/** It is informal, and the ladder has no stage for it that is not formal. */
const isFormalOnly = ({ kind }: ImportedDisputeFacts, stage: Stage): boolean =>
  kind === 'informal' && kindAt(stage) === 'formal';

/** Taken on formally it would be counted as formal in the year in which it was informal. */
const noInformalStage = (): never =>
  refuse(
    'no-informal-stage',
    'The protocol has no informal stage for this. Continue it formally, which begins a formal one today; or, if it is settled, have its row corrected under Registers.',
  );

/**
 * The register has the day of an answer, and it can be of no other stage than the one that goes on: a row that reached a higher stage does
 * not say which of its stages was answered, and one that becomes formal now was answered informally.
 */
const isAnsweredAt = (stage: Stage, { answeredOn, stageReached }: ImportedDisputeFacts): boolean =>
  answeredOn !== null && stageReached <= 1 && stage.number === stageReached && stage.needs !== 'report-only';

/** No date is set by it, for the register's own date and answer are counted already. */
const answerOfRegister = (
  { answeredOn, agreement, teamManager }: ImportedDisputeFacts,
  { number, addressees }: Stage,
  addressee: Addressee,
): Extract<DisputeEvent, { type: 'AnswerGiven' }> => {
  const teams = teamsAsked(addressee).flatMap((team) => team ?? []);
  return {
    type: 'AnswerGiven',
    data: {
      ...{ round: 1, stage: number, answeredOn: answeredOn!, role: addressee.posts[0] ?? addressees[0]!, agreement },
      reasons: 'The register has the day of this answer and not its words.',
      ...{ actions: [], evidence: null, adviceGiven: [] },
      ...(isOfSeveralTeams(addressee) ? { forTeams: teams, wholeForTeams: teams, receivedByAll: true } : {}),
      ...{ complete: true, inRegister: { saidBy: teamManager }, standing: 'awaiting-judgement' },
    },
  };
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

/**
 * Where the register left it, on the ladder that it would go up if it were raised today; the highest stage there is where that ladder is
 * shorter, and the lowest where it has no informal one.
 */
const stageToContinueAt = ({ kind, stageReached }: ImportedDisputeFacts, rungs: Rungs, protocol: Protocol): Stage =>
  kind === 'informal' && rungs.informal !== undefined
    ? rungs.informal
    : stageIn(rungs, Math.min(Math.max(stageReached, 1), rungs.stages.length), protocol);

/** What its children and its holder are today, where they are something else than a register of IRO disputes is about. */
const rowByDirectory = (
  known: readonly ChildToday[],
  iro: string | null,
  { isChairAlone }: Pick<DisputeContext, 'isChairAlone'>,
): Pick<TakenOn, 'population' | 'raiser'> => {
  const [first] = known;
  const wasInCare = known.some(({ population, leftCareOn }) => population === 'looked-after' || leftCareOn !== null);
  return {
    ...(first === undefined || wasInCare ? {} : { population: first.population }),
    ...(iro !== null && isChairAlone?.(iro) === true ? { raiser: 'conference-chair' } : {}),
  };
};

/** The register has the day of an answer and not its words. @param isOfTheStage which goes on, and is asked nothing therefore */
const answeredInRegister = ({ answeredOn }: ImportedDisputeFacts, isOfTheStage: boolean): Advice[] => {
  if (answeredOn === null) return [];
  const said = `The register says that this was answered on ${dayInWords(answeredOn)}.`;
  return [
    advice(
      'answered-in-register',
      isOfTheStage
        ? `${said} Nobody is asked again: read the answer where the council kept it, and judge it.`
        : `${said} It does not say at which stage, so those who answer now are asked. Tell them why.`,
    ),
  ];
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
