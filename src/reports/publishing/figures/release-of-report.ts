import type { Release } from '../../disclosure/release.js';
import { type Days, threeYearsTo } from './counted-records.js';
import { type CountedFor, isOfThreeYears, releaseOfTables, type TableCode } from './layouts.js';
import { keptAsOf } from './linked-release.js';

/** All figures of some tables of a report: those of its days, and those of three years by the names that say so. */
export const releaseWithThreeYears = (
  codes: readonly TableCode[],
  days: Days,
  countedFor: CountedFor,
  threshold: number,
): Release => {
  const { counted, places } = countedFor('')!;
  const own = releaseOfTables(
    codes.filter((code) => !isOfThreeYears(code)),
    counted,
    places,
    threshold,
  );
  const wide = codes.filter(isOfThreeYears);
  if (wide.length === 0) return own;
  const among = countedFor(wide[0]!)!;
  const three = keptAsOf(threeYearsTo(days)!, releaseOfTables(wide, among.counted, among.places, threshold));
  return { ...own, figures: [...own.figures, ...three.figures], sums: [...own.sums, ...three.sums] };
};
