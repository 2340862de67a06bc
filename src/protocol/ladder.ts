import type { LocalDate } from '../calendar/calendar.js';
import { refuse } from '../platform/decider.js';
import {
  type About,
  type CountsAs,
  type LadderFor,
  type LadderWords,
  MAIN_LADDER,
  type Population,
  type Protocol,
  type ProtocolBook,
  type ProtocolVersion,
  type Stage,
  type StageClock,
} from './protocol.js';
import { themeGroupOf } from './themes.js';

/** A ladder as a dispute goes up it, the main one or another. */
export interface Rungs {
  readonly code: string;
  /** Null of the main ladder, which needs no name. */
  readonly name: string | null;
  readonly informal?: Stage;
  readonly stages: readonly Stage[];
  readonly words?: LadderWords;
}

const mainOf = ({ informal, stages }: Protocol): Rungs => ({
  code: MAIN_LADDER,
  name: null,
  ...(informal === undefined ? {} : { informal }),
  stages,
});

/** Every ladder, the main one first. */
export const laddersOf = (protocol: Protocol): Rungs[] => [mainOf(protocol), ...(protocol.ladders ?? [])];

export const ladderOf = ({ ladder }: Pick<Stage, 'ladder'>): string => ladder ?? MAIN_LADDER;

/** The ladder of a code; undefined where the protocol has none. */
export const ladderIn = (protocol: Protocol, code: string): Rungs | undefined =>
  laddersOf(protocol).find((ladder) => ladder.code === code);

/** By what a ladder is chosen: as it is when the dispute is raised, and kept, whatever is corrected afterwards. */
export interface ChosenBy {
  readonly population: Population;
  /** Kind of post from which it is raised; null for a program. */
  readonly raiser: string | null;
  /** The primary theme. */
  readonly theme: string;
  /** Null where the protocol has none. */
  readonly level: string | null;
  readonly about: About;
}

/**
 * The ladder that a dispute goes up: the first of the list that is for it, or else the main one. The practice of an IRO has a ladder of
 * its own or none, for the judges of the others sit in that IRO's seat.
 *
 * @throws Refusal `practice-not-covered`
 */
export const ladderFor = (protocol: Protocol, chosenBy: ChosenBy): Rungs => {
  const ladder = protocol.ladders?.find((each) => isFor(each.for, chosenBy));
  if (ladder !== undefined) return ladder;
  return chosenBy.about === 'child'
    ? mainOf(protocol)
    : refuse(
        'practice-not-covered',
        'The protocol in force has no ladder about the practice of an IRO. Use the council’s route for complaints about staff.',
      );
};

const isFor = ({ populations, raisers, themes, levels, about }: LadderFor, chosenBy: ChosenBy): boolean =>
  about === chosenBy.about &&
  (populations?.includes(chosenBy.population) ?? true) &&
  (raisers?.some((post) => post === chosenBy.raiser) ?? true) &&
  (levels?.some((level) => level === chosenBy.level) ?? true) &&
  (themes?.some((theme) => theme === chosenBy.theme || theme === themeGroupOf(chosenBy.theme)) ?? true);

/**
 * The stage of a number in a ladder, the main one unless told: 0 is the informal one, then 1, 2, 3 up the ladder.
 *
 * @throws Refusal `no-such-stage`
 */
export const stageOf = (protocol: Protocol, number: number, ladder = MAIN_LADDER): Stage => {
  const rungs = ladderIn(protocol, ladder);
  if (rungs === undefined) throw new RangeError(`The protocol ${protocol.id} has no ladder ${ladder}.`);
  return stageIn(rungs, number, protocol);
};

/**
 * As {@link stageOf}, of a ladder that was found already.
 *
 * @throws Refusal `no-such-stage`
 */
export const stageIn = (rungs: Rungs, number: number, { title }: Pick<Protocol, 'title'>): Stage => {
  const stage = number === 0 ? rungs.informal : rungs.stages[number - 1];
  if (stage !== undefined) return stage;
  const where = rungs.name === null ? `The protocol “${title}”` : `The ladder “${rungs.name}”`;
  return number === 0
    ? refuse('no-such-stage', `${where} has no informal stage. Raise it formally.`)
    : refuse('no-such-stage', `${where} has no stage ${number}. Choose one from 1 to ${rungs.stages.length}.`);
};

/**
 * The ladder in which a dispute goes on that is in one: by the protocol in force on a day, or, where that has no such ladder any more,
 * by the version under which its stage began. A dispute never changes its ladder because another protocol came into force.
 */
export const goesOnIn = (
  protocols: ProtocolBook,
  day: LocalDate,
  { ladder, protocolVersion }: { readonly ladder: string; readonly protocolVersion: number },
): { readonly version: ProtocolVersion; readonly rungs: Rungs } => {
  const today = protocols.inForceOn(day);
  const rungs = ladderIn(today.protocol, ladder);
  if (rungs !== undefined) return { version: today, rungs };
  const version = protocols.version(protocolVersion);
  return { version, rungs: ladderIn(version.protocol, ladder) ?? mainOf(version.protocol) };
};

/**
 * The stages to which a dispute can go up from a stage, the lowest first, and the version under which the next one begins: the one in force on
 * a day. Where that has fewer stages, so that all that is above has the number of this one or a lower one, it is the version under which this
 * stage began, for an escalation never goes to a lower number. A post that both versions have is found by who it is and not by its number;
 * where it has come to sit at the top among others, as in a meeting, it can go up to these.
 */
export const goesUpIn = (
  protocols: ProtocolBook,
  day: LocalDate,
  at: { readonly ladder: string; readonly protocolVersion: number; readonly stage: number },
): { readonly version: ProtocolVersion; readonly rungs: Rungs; readonly above: readonly Stage[] } => {
  const today = goesOnIn(protocols, day, at);
  const higher = ({ stages }: Rungs): readonly Stage[] => stages.filter(({ number }) => number > at.stage);
  const byNumber = { ...today, above: higher(today.rungs) };
  const began = protocols.version(at.protocolVersion);
  const before = ladderIn(began.protocol, at.ladder);
  if (at.stage === 0 || today.version.version === at.protocolVersion || before === undefined) return byNumber;
  const above = abovePostOf(at.stage, before.stages, today.rungs.stages);
  if (above === null) return byNumber;
  const reached = above.filter(({ number }) => number > at.stage);
  if (reached.length > 0 || above.length === 0) return { ...today, above: reached };
  const inBoth = higher(before).filter((stage) => above.some((each) => sharesAPost(stage, each)));
  return inBoth.length === 0 ? byNumber : { version: began, rungs: before, above: inBoth };
};

/** Of the stages of today, those above the post that a stage had before, or from the first post above it that there still is; null for none of them. */
const abovePostOf = (stage: number, before: readonly Stage[], today: readonly Stage[]): readonly Stage[] | null => {
  const placeOf = (each: Stage): number =>
    today.findIndex((now) => now.number === each.number && sharesAPost(now, each)) >= 0
      ? each.number - 1
      : today.findIndex((now) => sharesAPost(now, each));
  const [own, ...higher] = before.slice(stage - 1);
  const place = own === undefined ? -1 : placeOf(own);
  if (place >= 0)
    return today.slice(isAmongOthers(own!, today[place]!, stage) && place + 1 === today.length ? place : place + 1);
  const next = higher.map(placeOf).find((each) => each >= 0);
  return next === undefined ? null : today.slice(next);
};

/** A post that answered alone sits at the top among others, as in a meeting: they have not heard of it yet. */
const isAmongOthers = (own: Stage, now: Stage, stage: number): boolean =>
  now.number > stage && !now.addressees.every((post) => own.addressees.includes(post));

const sharesAPost = (one: Pick<Stage, 'addressees'>, other: Pick<Stage, 'addressees'>): boolean =>
  one.addressees.some((post) => other.addressees.includes(post));

/** A stage with the time that a level gives for it, where it has days or hours and the level says otherwise. */
export const atLevel = (stage: Stage, { levels = [] }: Protocol, level: string | null): Stage => {
  const clock = levels.find(({ code }) => code === level)?.clock;
  return clock === undefined || !('amount' in stage.clock) ? stage : { ...stage, clock };
};

/** Every stage of one ladder, the informal one first where there is one. */
export const stagesOf = ({ informal, stages }: Rungs): Stage[] => [...(informal ? [informal] : []), ...stages];

/** Every stage of every ladder. */
export const allStages = (protocol: Protocol): Stage[] => laddersOf(protocol).flatMap(stagesOf);

/** `informal`, `stage 2`, or of another ladder than the main one `stage 2 of child-protection`. */
export const placeInWords = ({ number, ladder }: Pick<Stage, 'number' | 'ladder'>): string =>
  `${number === 0 ? 'informal' : `stage ${number}`}${ladder === undefined ? '' : ` of ${ladder}`}`;

/** Path of a stage in the file, a ladder by its code: `stages[0]`, `ladders[child-protection].informal`. */
export const placeOfStage = ({ number, ladder }: Pick<Stage, 'number' | 'ladder'>): string =>
  `${ladder === undefined ? '' : `ladders[${ladder}].`}${number === 0 ? 'informal' : `stages[${number - 1}]`}`;

/** The kind that a stage counts as: the informal one as informal and the others as formal, unless the protocol says otherwise. */
export const countedAs = ({ number, countsAs }: Pick<Stage, 'number' | 'countsAs'>): CountsAs =>
  countsAs ?? (number === 0 ? 'informal' : 'formal');

/** Whether days are counted at a stage: for the answer, at one of the levels, or for the receipt. */
export const countsDays = ({ clock }: Stage, { receiptClock, levels = [] }: Protocol): boolean =>
  [clock, receiptClock, ...('amount' in clock ? levels.flatMap((level) => level.clock ?? []) : [])].some(
    ({ unit }) => unit === 'working-days' || unit === 'calendar-days',
  );

/**
 * Working days that stages may take together, where they are counted in days or hours; others count nothing.
 *
 * @param isCounted which stages; the formal ones unless told
 */
export const workingDaysInTotal = (
  stages: readonly Stage[],
  isCounted: (stage: Stage) => boolean = (stage) => countedAs(stage) === 'formal',
): number => Math.ceil(stages.filter(isCounted).reduce((sum, stage) => sum + inWorkingDays(stage.clock), 0));

/** A week has five working days in seven: near enough to compare a ladder with the guidance, never for a due date. */
export const inWorkingDays = (clock: StageClock): number => {
  switch (clock.unit) {
    case 'working-days':
      return clock.amount;
    case 'calendar-days':
      return (clock.amount * 5) / 7;
    case 'hours':
      return ((clock.amount / 24) * 5) / 7;
    case 'meeting':
    case 'none':
      return 0;
  }
};
