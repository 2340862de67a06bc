import type { Instant } from '../../src/calendar/calendar.js';
import type { DisputeAct } from '../../src/disputes/acts/all-acts.js';
import type { DisputeContext } from '../../src/disputes/context.js';
import { disputeDecider } from '../../src/disputes/decide.js';
import { currentRound, type DisputeState, type Matter, type Round } from '../../src/disputes/dispute.js';
import { referralWithCafcass } from '../../src/disputes/referrals.js';
import { actionDate, answerDate, ofOneAnswer } from '../../src/disputes/time/dates.js';
import { howItStands, missedAt } from '../../src/disputes/time/late.js';
import { settlingJudges, stageOfRound } from '../../src/disputes/time/standing.js';
import { waitingFor } from '../../src/disputes/time/waiting-for.js';
import { countedAs } from '../../src/protocol/ladder.js';
import type { Actor } from '../../src/platform/event-store/event-store.js';
import { Controls } from '../support/controls.js';
import { isAtTheTop, type Moment, stagesAhead } from './histories.js';

/*
 * The promises of the process, whatever people do in whatever order: each holds at every step of every history.
 */

/** Quicker than `expect`, which would be asked millions of times. */
const holds = (promise: boolean, words: string): void => {
  if (!promise) throw new Error(`Broken: ${words}`);
};

export const isLateNow = (state: DisputeState): string[] =>
  'matter' in state
    ? state.matter.rounds.flatMap((round) =>
        round.answers
          .filter(
            (answer) => missedAt(ofOneAnswer(answerDate(round, state.matter), answer), answer.answeredAt) !== null,
          )
          .map((answer) => `${round.number} ${answer.role}`),
      )
    : [];

const silenceNeverCloses = ({ before, events }: Moment, protocols: DisputeContext['protocols']): void => {
  if (!events.some(({ type }) => type === 'DisputeResolved') || before.status !== 'open') return;
  const { matter } = before;
  const accepted = matter.rounds.some(
    (round) =>
      round.answers.at(-1)?.duringRound === matter.rounds.length &&
      Object.values(round.verdicts).some((verdict) => verdict === 'satisfied' || verdict === 'partly'),
  );
  const settledInTheCall = matter.kind === 'informal' && matter.spoken;
  holds(accepted || settledInTheCall, 'silence closed it');
  holds(waitingFor(before, protocols) !== null, 'an open dispute waits for somebody');
};

/** But for what fell due after the child's death, once that becomes known: its clock stood still from that day. */
const lateStaysLate = ({ before, after, events }: Moment): void => {
  const now = isLateNow(after);
  const diesNow = events.some(({ type }) => type === 'DisputeFrozen');
  const until =
    diesNow && 'matter' in before && 'matter' in after
      ? { ...before, matter: { ...before.matter, freeze: after.matter.freeze } }
      : before;
  holds(
    isLateNow(until).every((late) => now.includes(late)),
    'late stays late',
  );
};

/** The IRO who holds it: one who handed it over reads on and decides no more. */
const itsIro = ({ matter }: Extract<DisputeState, { matter: unknown }>): Actor => ({
  ...Controls.iro,
  person: matter.heldBy ?? Controls.iro.person,
});

/** Raised in error, or twice: there is nothing to have a view on, or to take to Cafcass. */
const isVoided = (state: DisputeState): boolean => state.status === 'ended' && state.ending === 'voided';

const theIroMayAlwaysSpeak = ({ after, context }: Moment): void => {
  if (!('matter' in after) || isVoided(after)) return;
  const act: DisputeAct = { type: 'record-iro-view', view: 'not', reason: 'The plan still drifts' };
  holds(
    disputeDecider.decide(act, after, { ...context, actor: itsIro(after) }).length === 1,
    'open to the IRO at every moment',
  );
};

/** A referral that Cafcass has is the one there is: another is for when Cafcass has ended it, or the IRO has withdrawn it. */
const cafcassIsAlwaysOpen = ({ after, context }: Moment): void => {
  if (!('matter' in after) || isVoided(after) || after.matter.subject.population !== 'looked-after') return;
  if (referralWithCafcass(after.matter) !== null) return;
  const act: DisputeAct = {
    type: 'refer-to-cafcass',
    grounds: 'The plan has not been carried out',
    legalAdviceTaken: false,
    told: [],
    sentOn: context.today,
  };
  holds(
    disputeDecider.decide(act, after, { ...context, actor: itsIro(after) }).length === 1,
    'open to the IRO at every moment',
  );
};

const theIroMayAlwaysGoUp = ({ after, context }: Moment): void => {
  if (after.status !== 'open' || currentRound(after.matter).stage === 0) return;
  if (isAtTheTop(after, context)) return;
  const top = stagesAhead(after, context).at(-1)!.number;
  const act: DisputeAct = { type: 'escalate', toStage: top, reason: 'It cannot wait', meetingOn: null };
  holds(
    disputeDecider.decide(act, after, { ...context, actor: itsIro(after) })[0]?.type === 'DisputeEscalated',
    'the IRO may bypass any stage',
  );
};

const someoneMustActNext = ({ after }: Moment, protocols: DisputeContext['protocols']): void => {
  const waiting = waitingFor(after, protocols);
  if (after.status !== 'open') return holds(waiting === null, 'what is not open waits for nobody');
  holds(waiting !== null && waiting.roles.length > 0, 'an open dispute waits for somebody');
  // Nobody judges their own answer, so what waits for a judgement waits for somebody who has given none.
  const { answers } = currentRound(after.matter);
  const canSpeak = waiting?.roles.some((role) => !answers.some((given) => given.role === role)) ?? false;
  holds(waiting?.what !== 'judgement' || canSpeak, 'it waits for a judgement by those who answered');
  // By a date, or by "none set": never one without the other.
  holds((waiting?.dueOn == null) === (waiting?.dueAt == null), 'a day without its moment');
};

/** But those that a judge takes back with the acceptance, which the verdict names. */
const actionsNeverVanish = ({ before, after, events }: Moment): void => {
  if (!('matter' in before) || !('matter' in after)) return;
  const withdrawn = events.flatMap(({ type, data }) => (type === 'AnswerRejected' && data.actionsWithdrawn) || []);
  const ids = (state: typeof before) => state.matter.actions.map(({ actionId }) => actionId);
  holds(
    ids(before)
      .filter((id) => !withdrawn.includes(id))
      .every((id, index) => ids(after)[index] === id),
    'an action vanished',
  );
  holds(new Set(ids(after)).size === ids(after).length, 'two actions have one number');
  const done = ({ matter }: typeof before) =>
    matter.actions.flatMap(({ actionId, doneOn }) => doneOn && `${actionId} ${doneOn}`);
  holds(
    done(before).every((each, index) => each === null || done(after)[index] === each),
    'a done action was undone',
  );
};

/** Only the IRO, or the chair in that seat, and the judges whom the protocol names may close; the program never. */
const nobodyClosesButTheIroOrAJudge = ({ before, after, context }: Moment): void => {
  if (before.status !== 'open' || after.status !== 'ended') return;
  const { matter } = before;
  const round = currentRound(matter);
  const closers: (string | null)[] = [
    'iro',
    'conference-chair',
    ...settlingJudges(stageOfRound(round, context.protocols)),
  ];
  if (after.ending === 'withdrawn' || after.ending === 'voided' || after.ending === 'formalised')
    closers.push('iro-manager');
  if (after.ending === 'formalised') closers.push(...context.protocols.inForceOn(context.today).protocol.raisers);
  holds(context.actor.role !== null && closers.includes(context.actor.role), `${context.actor.role} closed it`);
  const asked = stageOfRound(round, context.protocols).needs !== 'report-only';
  const waits = asked && round.answers.length === 0 && waitsInTime(round, matter, context.now);
  holds(after.ending !== 'stalemate' || !waits, 'a stalemate while an answer had time');
};

const waitsInTime = (round: Round, matter: Matter, now: Instant): boolean =>
  howItStands(answerDate(round, matter), now) === 'due';

/** An act of the program itself changes no status, and goes up only if the protocol says that silence does. */
const theClockDecidesNothing = ({ before, after, events, step, context }: Moment): void => {
  if (step.act !== 'clock') return;
  holds(after.status === before.status, `the clock made it ${after.status}`);
  for (const event of events) {
    if (event.type !== 'DisputeEscalated' || before.status !== 'open') continue;
    const round = currentRound(before.matter);
    const says = stageOfRound(round, context.protocols).onSilence;
    holds(says === 'escalate' && round.passed.answer, `the clock sent up what the protocol says to ${says}`);
    holds(event.data.because === 'no-answer' && event.data.skipped.length === 0, 'the clock skipped a stage');
  }
};

/** Each date goes on record as passed once, with the moment that was in force, and never before it has come. */
const datesPassOnce = ({ before, events, context }: Moment): void => {
  if (!('matter' in before)) return;
  const { rounds, actions, totalCap, totalCapPassed } = before.matter;
  for (const event of events) {
    switch (event.type) {
      case 'AnswerDeadlinePassed': {
        const round = rounds[event.data.round - 1]!;
        passesNow(round.passed.answer, round.deadline!.dueAt, event.data.dueAt, context.now);
        break;
      }
      case 'ReceiptDeadlinePassed': {
        const round = rounds[event.data.round - 1]!;
        passesNow(round.passed.receipt, round.receipt!.dueAt, event.data.dueAt, context.now);
        break;
      }
      case 'ActionDeadlinePassed': {
        const action = actions.find(({ actionId }) => actionId === event.data.actionId)!;
        passesNow(action.passed, actionDate(action, before).dueAt, event.data.dueAt, context.now);
        break;
      }
      case 'TotalCapPassed':
        passesNow(totalCapPassed, totalCap!.dueAt, event.data.dueAt, context.now);
    }
  }
};

const passesNow = (already: boolean, due: Instant | null, recorded: Instant, now: Instant): void => {
  holds(!already, 'a date passed twice');
  holds(recorded === due, 'another moment was recorded than the one in force');
  holds(recorded <= now, 'a date passed before it came');
};

/** The first date stays beside every date that replaces it; and a date that passed does not come back. */
const firstDatesStay = ({ before, after }: Moment): void => {
  if (!('matter' in before) || !('matter' in after)) return;
  before.matter.rounds.forEach((round, index) => {
    const since = after.matter.rounds[index]!;
    holds(round.firstDueAt === null || since.firstDueAt === round.firstDueAt, 'the first date moved');
    holds(!round.passed.answer || since.deadline === round.deadline, 'a date that had passed moved');
  });
};

/** Every round has its number, a stage of its ladder and a clock; all but the one that runs are over. */
const theRecordIsSound = ({ after, context }: Moment): void => {
  if (!('matter' in after)) return;
  const { rounds, kind } = after.matter;
  const isFormal = rounds.some((round) => countedAs(stageOfRound(round, context.protocols)) === 'formal');
  // A row of a register is what its register calls it, whatever today's stages count as.
  const isOfRegister = after.story?.[0]?.type === 'DisputeImported';
  holds(isOfRegister || isFormal === (kind === 'formal'), 'it is formal from its first formal stage on');
  rounds.forEach((round, index) => {
    holds(round.number === index + 1, 'rounds are numbered in order');
    holds(stageOfRound(round, context.protocols).number === round.stage, 'a stage is one of its ladder');
    holds(round.stage > 0 || kind === 'informal', 'only what is informal is at stage 0');
    const isContinuedFromRegister = isOfRegister && after.status === 'ended';
    holds(
      isContinuedFromRegister || round.deadline !== null,
      'every round has a clock, if only one that says "none set"',
    );
    holds(round.addressee.posts.length > 0, 'somebody is asked');
    holds((round.overAt === null) === (after.status === 'open' && round === rounds.at(-1)), 'one round runs');
  });
};

/**
 * An entry that is taken back counts no more, so actions, rounds and dates may go with it. But an answer that stands and was late stays late,
 * unless it was late by a date that was taken back.
 */
const lateStaysLateOfWhatStands = ({ before, after }: Moment): void => {
  if (!('matter' in before) || !('matter' in after)) return;
  const now = isLateNow(after);
  const wasLate = isLateNow(before);
  after.matter.rounds.forEach((round, index) => {
    const dueBefore = before.matter.rounds[index]?.deadline?.dueAt ?? null;
    const due = round.deadline?.dueAt ?? null;
    if (due === null || dueBefore === null || due > dueBefore) return;
    for (const answer of round.answers) {
      const late = `${round.number} ${answer.role}`;
      holds(!wasLate.includes(late) || now.includes(late), 'late stays late of what stands');
    }
  });
};

export const everyPromise = (moment: Moment): void => {
  const { protocols } = moment.context;
  if (moment.events.some(({ type }) => type === 'EntryTakenBack')) {
    lateStaysLateOfWhatStands(moment);
    theIroMayAlwaysSpeak(moment);
    cafcassIsAlwaysOpen(moment);
    theIroMayAlwaysGoUp(moment);
    someoneMustActNext(moment, protocols);
    theRecordIsSound(moment);
    return;
  }
  silenceNeverCloses(moment, protocols);
  lateStaysLate(moment);
  theIroMayAlwaysSpeak(moment);
  cafcassIsAlwaysOpen(moment);
  theIroMayAlwaysGoUp(moment);
  someoneMustActNext(moment, protocols);
  actionsNeverVanish(moment);
  nobodyClosesButTheIroOrAJudge(moment);
  theClockDecidesNothing(moment);
  datesPassOnce(moment);
  firstDatesStay(moment);
  theRecordIsSound(moment);
};
