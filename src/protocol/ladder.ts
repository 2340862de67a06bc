import { refuse } from '../platform/decider.js';
import type { Protocol, Stage, StageClock } from './protocol.js';

/**
 * The stage of a number: 0 is the informal one, then 1, 2, 3 up the ladder.
 *
 * @throws Refusal `no-such-stage`
 */
export const stageOf = (protocol: Protocol, number: number): Stage => {
  const stage = number === 0 ? protocol.informal : protocol.stages[number - 1];
  if (stage !== undefined) return stage;
  return number === 0
    ? refuse('no-such-stage', `The protocol “${protocol.title}” has no informal stage. Raise it formally.`)
    : refuse(
        'no-such-stage',
        `The protocol “${protocol.title}” has no stage ${number}. Choose one from 1 to ${protocol.stages.length}.`,
      );
};

/** Every stage, the informal one first where there is one. */
export const allStages = (protocol: Protocol): Stage[] => [
  ...(protocol.informal ? [protocol.informal] : []),
  ...protocol.stages,
];

/** Working days the formal stages may take together, where they are counted in days or hours; others count nothing. */
export const workingDaysInTotal = (protocol: Protocol): number =>
  Math.ceil(protocol.stages.reduce((sum, stage) => sum + inWorkingDays(stage.clock), 0));

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
