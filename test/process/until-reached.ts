/** Attempts with further cases before the histories are said to be at fault. */
const TIMES_MORE = 60;

/**
 * Tries further cases until chance has come to everything that should happen, so that no test fails for bad luck.
 * @param missing what has not happened often enough yet
 * @param tryMore tries some cases more
 * @returns what is still missing after many cases: the histories do not come to it, and the promise was shown of nothing
 */
export const untilReached = async (
  missing: () => readonly string[],
  tryMore: () => void | Promise<void>,
): Promise<readonly string[]> => {
  for (let times = 0; times < TIMES_MORE && missing().length > 0; times++) await tryMore();
  return missing();
};
