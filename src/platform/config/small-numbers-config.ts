import { SettingInvalid } from './setting-invalid.js';
import { wholeNumberIn } from './whole-number-in.js';

/** Below which a number is small, by the readers of a report. Inside the service none is, whatever is set. */
export interface SmallNumbersConfig {
  /** For the public, and for a board that meets before it. */
  readonly public: number;
  /** For a board whose paper is exempt from publication. */
  readonly boardExempt: number;
}

export const USUAL_SMALL_NUMBERS: SmallNumbersConfig = Object.freeze({ public: 10, boardExempt: 5 });

/** Fewer than 3 would hide a single person alone, beside whom everybody else of a small group knows the rest. */
const LEAST = 3;
const LEAST_IN_PUBLIC = 5;
const MOST = 30;

/** @throws SettingInvalid naming the variable, what was found and what is allowed */
export const smallNumbersIn = (environment: Readonly<Record<string, string | undefined>>): SmallNumbersConfig => {
  const inPublic = wholeNumberIn(
    ...([environment, 'FOOTPRINT_SMALL_IN_PUBLIC', [LEAST_IN_PUBLIC, MOST], USUAL_SMALL_NUMBERS.public] as const),
  );
  const boardExempt = wholeNumberIn(
    ...([environment, 'FOOTPRINT_SMALL_FOR_A_BOARD', [LEAST, MOST], USUAL_SMALL_NUMBERS.boardExempt] as const),
  );
  if (boardExempt > inPublic)
    throw new SettingInvalid(
      `FOOTPRINT_SMALL_FOR_A_BOARD is ${boardExempt} and FOOTPRINT_SMALL_IN_PUBLIC ${inPublic}: ` +
        'a paper that is exempt from publication hides no more than a public one. Set the first to no more than the second.',
    );
  return Object.freeze({ public: inPublic, boardExempt });
};
