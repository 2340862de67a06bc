import { clockInWords } from './clock-in-words.js';
import { atLevel, countedAs, inWorkingDays } from './ladder.js';
import type { Level, Protocol, Stage, StageClock } from './protocol.js';

/** One of the times that a stage can have. */
export interface TimeOfStage {
  /** Null where every dispute has the same time there. */
  readonly level: Level | null;
  /** The stage with that time. */
  readonly stage: Stage;
}

/** The levels of which disputes go up the ladder of a stage. */
export const levelsAt = (stage: Pick<Stage, 'ladder'>, { levels = [], ladders = [] }: Protocol): readonly Level[] => {
  const only = ladders.find(({ code }) => code === stage.ladder)?.for.levels;
  return levels.filter(({ code }) => only?.includes(code) ?? true);
};

/** The time of a stage, one for each level where levels give it times of their own. */
export const timesOf = (stage: Stage, protocol: Protocol): TimeOfStage[] => {
  const levels = levelsAt(stage, protocol);
  return 'amount' in stage.clock && levels.some(({ clock }) => clock !== undefined)
    ? levels.map((level) => ({ level, stage: atLevel(stage, protocol, level.code) }))
    : [{ level: null, stage }];
};

/** Whether no dispute has the time that the file gives a stage, because each level that comes to it gives another. */
export const isNeverItsOwn = (stage: Stage, protocol: Protocol): boolean => {
  const times = timesOf(stage, protocol);
  return times.every(({ level, stage: { clock } }) => level?.clock !== undefined && !isSameTime(clock, stage.clock));
};

const isSameTime = (one: StageClock, other: StageClock): boolean => clockInWords(one) === clockInWords(other);

/** `5 working days`, or where levels give times of their own `24 hours at the level “red”, 5 working days at the level “green”`. */
export const timesInWords = (
  stage: Stage,
  protocol: Protocol,
  inWords = (each: Stage) => clockInWords(each.clock),
): string =>
  timesOf(stage, protocol)
    .map(({ level, stage: each }) => `${inWords(each)}${level === null ? '' : ` at the level “${level.code}”`}`)
    .join(', ');

/** The times of formal stages together, each in its own unit: `10 working days and 7 calendar days (about 15 working days)`. */
export const togetherInWords = (stages: readonly Stage[], protocol: Protocol): string => {
  const formal = stages.filter((stage) => countedAs(stage) === 'formal');
  const levels = formal.flatMap((stage) => timesOf(stage, protocol).flatMap(({ level }) => level ?? []));
  const distinct = [...new Set(levels)];
  return distinct.length === 0
    ? sumInWords(formal)
    : distinct
        .map(
          ({ code }) => `${sumInWords(formal.map((stage) => atLevel(stage, protocol, code)))} at the level “${code}”`,
        )
        .join('; ');
};

const COUNTED = ['working-days', 'calendar-days', 'hours'] as const;

const sumInWords = (stages: readonly Stage[]): string => {
  const clocks = stages.map(({ clock }) => clock);
  const sums = COUNTED.flatMap((unit) => {
    const amount = clocks.reduce((sum, clock) => (clock.unit === unit ? sum + clock.amount : sum), 0);
    return amount === 0 ? [] : [{ unit, amount }];
  });
  const days = Math.ceil(clocks.reduce((sum, clock) => sum + inWorkingDays(clock), 0));
  const meetings = clocks.filter(({ unit }) => unit === 'meeting').length;
  const isRough = sums.some(({ unit }) => unit !== 'working-days');
  const counted = sums.map((sum) => clockInWords(sum)).join(' and ');
  const parts = [
    ...(sums.length === 0
      ? []
      : [isRough ? `${counted} (about ${clockInWords({ unit: 'working-days', amount: days })})` : counted]),
    ...(meetings === 0 ? [] : [meetings === 1 ? 'the date of a meeting' : `the dates of ${meetings} meetings`]),
  ];
  if (parts.length === 0) return 'none set';
  const unset = stages.filter(({ clock, needs }) => clock.unit === 'none' && needs !== 'report-only').length;
  const also =
    unset === 0 ? [] : [unset === 1 ? 'one stage for which none is set' : `${unset} stages for which none is set`];
  return [...parts, ...also].join(', and ');
};
