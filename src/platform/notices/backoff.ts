const FIRST = 1_000;
const LONGEST = 4 * 60_000;

/**
 * Milliseconds to wait after so many failures in a row: 1 s, 2 s, 4 s and so on, and never more than 4 minutes, so that everything
 * is on its way within 5 minutes of the provider's return (a sweep a minute asks).
 */
export const pauseAfter = (failures: number): number =>
  failures <= 0 ? 0 : Math.min(FIRST * 2 ** Math.min(failures - 1, 30), LONGEST);
