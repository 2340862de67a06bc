import { refuse } from '../../../platform/decider.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { atLevel, ladderFor, ladderIn, type Rungs, stageIn } from '../../../protocol/ladder.js';
import type { Protocol, Stage } from '../../../protocol/protocol.js';
import { addresseeOf } from '../../addressee-of.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, isPaused, type Matter, type Round } from '../../dispute.js';
import type { DisputeEvent, LevelChanged } from '../../events.js';
import { mustBeAnsweredAt } from '../../left-out.js';
import { currentStage, mustBeOfTheService, mustBeOpen, mustNotBeFrozen, mustSay, protocolOf } from '../../rules.js';
import { stageBegun } from '../../stage-begun.js';
import { clocksStarted, totalCapBegun } from '../../time/clock.js';
import { answerDate } from '../../time/dates.js';
import { hasTime } from '../../time/late.js';
import { mustBeALevel } from '../raise/raising.js';
import { ANOTHER, disputeAct, WORDS } from '../dispute-act.js';

export interface ChangeLevel {
  type: 'change-level';
  /** Code of the level that it has from now on. */
  level: string;
  reason: string;
  /** For a stage timed by a meeting. */
  meetingOn: LocalDate | null;
}

/**
 * The raising side finds it more or less pressing. While the answer of the round that runs is still in time, that round ends as
 * replaced and a new one begins, with the time of the new level and on the ladder that is for it. If its date has passed the miss
 * stays: the round is as it was, and the level holds from the next stage on.
 *
 * @throws Refusal `service-only`, `no-levels`, `no-such-level`, `level-unchanged`, `clock-stands-still`, `nobody-on-the-list-answers`
 */
export const changeLevel = (act: ChangeLevel, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustNotBeFrozen(matter);
  mustBeOfTheService(matter, context);
  mustSay(act.reason, 'why the level is changed');
  const round = currentRound(matter);
  const isInTime = isStillInTime(round, matter, context);
  if (isInTime && isPaused(round))
    refuse('clock-stands-still', 'The clock of this stage stands still. Let it run on first.');
  const protocol = protocolOf(matter, context);
  if ((protocol.levels ?? []).length === 0)
    refuse('no-levels', 'The protocol under which it runs has no levels, so there is none to change.');
  mustBeALevel(act.level, protocol);
  if (act.level === matter.level) refuse('level-unchanged', 'That is its level already.');
  const rungs = ladderAt(act.level, matter, protocol);
  const changed: LevelChanged = { from: matter.level ?? '', to: act.level, reason: act.reason, ladder: rungs.code };
  if (!isInTime) return [{ type: 'LevelChanged', data: changed }];
  const stage = atLevel(stageOn(rungs, round, protocol), protocol, act.level);
  return begunAnew(changed, act, stage, matter, context);
};

/** An answer is awaited and its date has not passed. */
const isStillInTime = (round: Round, matter: Matter, context: DisputeContext): boolean =>
  currentStage(matter, context).needs !== 'report-only' && hasTime(answerDate(round, matter), context.now);

/** The ladder that is for the new level, where it is another than that for the old one; else the one that it is on. */
const ladderAt = (level: string, { chosenBy, level: before, ladder }: Matter, protocol: Protocol): Rungs => {
  const own = ladderIn(protocol, ladder)!;
  const [old, now] = [before, level].map((each) => ladderFor(protocol, { ...chosenBy, level: each }));
  return old!.code === now!.code ? own : now!;
};

/** The same stage, or the highest that a shorter ladder has; the lowest where it has no informal one. */
const stageOn = (rungs: Rungs, { stage }: Round, protocol: Protocol): Stage => {
  const number = stage === 0 && rungs.informal === undefined ? 1 : Math.min(stage, rungs.stages.length);
  return stageIn(rungs, number, protocol);
};

const begunAnew = (
  changed: LevelChanged,
  act: ChangeLevel,
  stage: Stage,
  matter: Matter,
  context: DisputeContext,
): DisputeEvent[] => {
  const round = currentRound(matter);
  const { protocolVersion } = round;
  const addressee = addresseeOf(stage, round.addressee, matter.subject.children, context);
  mustBeAnsweredAt(matter, addressee, context);
  const begins = { stage: stageBegun(stage, act.level, act.reason), addressee, protocolVersion };
  return [
    { type: 'LevelChanged', data: { ...changed, begins } },
    ...clocksStarted('level-changed', round.number + 1, protocolVersion, stage, act.meetingOn, context),
    ...totalCapBegun(matter, protocolVersion, stage, context),
  ];
};

export const changeLevelAct = disputeAct({
  type: 'change-level',
  decide: changeLevel,
  route: 'change-level',
  sample: (): ChangeLevel => ({ type: 'change-level', level: ANOTHER, reason: WORDS, meetingOn: null }),
  events: {
    LevelChanged: {
      version: 1,
      sentence: ({ who, data }) =>
        `${who} changed the level${data.from && data.to ? ` from ${data.from} to ${data.to}` : ''}.`,
    },
  },
});
