import type { LocalDate, WorkingCalendar } from '../../calendar/calendar.js';
import { startOfDay } from '../../calendar/dates.js';
import { walkInWords } from '../../roles/walk-in-words.js';
import { deadlineFor } from '../deadline.js';
import { clockInWords } from '../clock-in-words.js';
import { inCouncilWords } from '../council-words.js';
import { postCalled, type RuleInWords, rulesInWords } from '../in-words.js';
import { laddersOf, placeInWords, type Rungs, stagesOf } from '../ladder.js';
import { timesOf, type TimeOfStage, togetherInWords } from '../times-of-stage.js';
import { saysOf } from '../words-now.js';
import type { Protocol } from '../protocol.js';

/** The date by which an answer is due at a stage whose clock starts on a day. */
export interface DueFrom {
  readonly day: LocalDate;
  /** Null where the stage has no date. */
  readonly dueOn: LocalDate | null;
  /** `5 working days, stage 1`. */
  readonly rule: string;
}

export interface StageShown {
  /** `informal`, `stage 2`. */
  readonly place: string;
  readonly name: string;
  /** Code of the level that gives it this time; null where every dispute has the same time there. */
  readonly level: string | null;
  /** Posts that answer, in words. */
  readonly answeredBy: string;
  /** Time for an answer, in words. */
  readonly clock: string;
  /** One for each example day. */
  readonly due: readonly DueFrom[];
}

export interface LadderShown {
  readonly code: string;
  /** Null of the main ladder. */
  readonly name: string | null;
  /** Each stage, once for each level that gives it a time of its own. */
  readonly stages: readonly StageShown[];
  /** Time of the formal stages together, in words. */
  readonly together: string;
}

/** A protocol for people: its ladders with dates worked out, every rule in words, and a walk up each ladder on paper. */
export interface ProtocolShown {
  readonly id: string;
  readonly title: string;
  /** The address at which it is published; null if that is not said. */
  readonly source: string | null;
  /** Days on which a clock starts in the examples. */
  readonly days: readonly LocalDate[];
  readonly ladders: readonly LadderShown[];
  readonly rules: readonly RuleInWords[];
  /** A line for each stage: who may begin, answer, judge, send up and end there, with the access table asked. */
  readonly walk: readonly string[];
}

/** @param days on which a clock starts in the examples */
export const protocolShown = (
  protocol: Protocol,
  calendar: WorkingCalendar,
  days: readonly LocalDate[],
): ProtocolShown => {
  const ladders = laddersOf(protocol);
  const said = inWordsOf(protocol);
  return {
    id: protocol.id,
    title: protocol.title,
    source: protocol.source ?? null,
    days,
    ladders: ladders.map((ladder) => ladderShown(ladder, protocol, calendar, days, said)),
    rules: rulesInWords(protocol).map(({ key, says }) => ({ key, says: said(says) })),
    walk: walkInWords(protocol).map(said),
  };
};

/** A text of the program in the words of the rules that are shown. */
type Said = (text: string) => string;

/** Puts what is said of rules in the words of these rules. */
export const inWordsOf = (protocol: Protocol): Said => {
  const { words, kept } = saysOf(protocol);
  return (text) => inCouncilWords(text, words, kept);
};

const ladderShown = (
  ladder: Rungs,
  protocol: Protocol,
  calendar: WorkingCalendar,
  days: readonly LocalDate[],
  said: Said,
): LadderShown => ({
  code: ladder.code,
  name: ladder.name,
  stages: stagesOf(ladder).flatMap((stage) =>
    timesOf(stage, protocol).map((time) => stageShown(time, protocol, calendar, days, said)),
  ),
  together: said(togetherInWords(ladder.stages, protocol)),
});

const stageShown = (
  { stage, level }: TimeOfStage,
  { posts }: Protocol,
  calendar: WorkingCalendar,
  days: readonly LocalDate[],
  said: Said,
): StageShown => ({
  place: said(placeInWords(stage)),
  name: stage.name,
  level: level?.code ?? null,
  answeredBy:
    stage.addressees
      .map((post) => postCalled(post, posts))
      .join(stage.answeredBy === 'any' && stage.needs !== 'report-only' ? ' or ' : ' and ') || 'nobody',
  clock: said(clockInWords(stage.clock)),
  due: days.map((day) => {
    const { dueOn, rule } = deadlineFor(stage, startOfDay(day), calendar);
    return { day, dueOn, rule: said(rule) };
  }),
});
