import { quarterPeriod } from '../../../calendar/dates.js';
import { keyAt } from '../../disclosure/cross-table.js';
import type { Days } from '../figures/counted-records.js';
import type { BesideIt } from '../figures/beside-it.js';
import type { DisclosureEntered, FigureDisclosed } from './events.js';

type Told = Pick<DisclosureEntered, 'records' | 'figures' | 'from' | 'to' | 'recipient'>;

/** Everything that was given out is known, so that nothing of it counts as hidden. */
const NOTHING_IS_SMALL = 1;

/**
 * The figures of an entry as a paper that goes out beside others: one for all its days, and one for each quarter of which a number was told.
 */
export const toldApart = ({ records, figures, from, to, recipient }: Told): BesideIt[] =>
  records === null
    ? []
    : [...new Set(figures.map(({ quarter }) => quarter))].map((quarter) => {
        const told = figures.filter((each) => each.quarter === quarter);
        const days: Days = quarter === null ? { from, to } : quarterPeriod(quarter);
        return {
          ...{ from: days.from, to: days.to, toldTo: toldTo(recipient) },
          layout: tablesOf(told).map((table) => ({ records, table })),
          released: [{ records, threshold: NOTHING_IS_SMALL, figures: told.map(asPrinted) }],
        };
      });

/** As one recipient counts who is written in the same words. */
export const toldTo = (recipient: string): string => `told ${recipient.trim().toLowerCase()}`;

const asPrinted = ({ team, theme, number }: FigureDisclosed): { key: string; shown: number } => ({
  key: keyAt({ ...(team === null ? {} : { team }), ...(theme === null ? {} : { theme }) }),
  shown: number,
});

/** The tables in which the figures stand; the total of all stands in none. */
const tablesOf = (told: readonly FigureDisclosed[]): string[] => [
  ...new Set(
    told
      .map(({ team, theme }) => [...(theme === null ? [] : ['theme']), ...(team === null ? [] : ['team'])].join('+'))
      .filter((table) => table !== ''),
  ),
];
