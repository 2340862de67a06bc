import { themeShown } from '../../protocol/theme-shown.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import { textTable } from '../text-table.js';
import { inWords, yearlyText } from '../yearly.text.js';
import { REPEATS_DEFINITIONS } from './repeats.definitions.js';
import type { RepeatsView } from './repeats.query.js';

/** The report of matters raised again, by record number: for those who work on the cases. */
export const repeatsText = ({ year, counted, notes }: RepeatsView, { themes }: Pick<CouncilSays, 'themes'>): string =>
  yearlyText(
    `Raised again within six months, among the disputes of ${year}`,
    counted && [
      `${inWords(counted.repeated)} of ${counted.raised} raised, all disputes (records)`,
      '',
      textTable(
        [{ heading: 'Child' }, { heading: 'Theme group' }, { heading: 'Last raised' }, { heading: 'Disputes' }],
        counted.matters.map(({ child, themeGroup, lastRaisedOn, references }) => [
          child?.id ?? '',
          themeShown(themeGroup, themes).label,
          lastRaisedOn,
          references.join(', '),
        ]),
      ),
    ],
    REPEATS_DEFINITIONS,
    notes,
  );

/** For programs: each child by their id alone. */
export const repeatsByChildId = ({ year, counted, notes }: RepeatsView): object => ({
  year,
  counted: counted && {
    ...counted,
    matters: counted.matters.map(({ child, ...matter }) => ({ child: child?.id, ...matter })),
  },
  notes,
});
