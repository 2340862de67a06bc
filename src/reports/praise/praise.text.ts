import { themeShown } from '../../protocol/theme-shown.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import { NOT_COLLECTED } from '../coverage.js';
import { textTable } from '../text-table.js';
import { yearlyText } from '../yearly.text.js';
import { PRAISE_DEFINITIONS } from './praise.definitions.js';
import type { Praise, PraiseFigures, PraiseLine } from './praise.js';

/** Where the acknowledgements of a year went: by team, service and what was done well, with disputes beside them. */
export const praiseText = ({ year, counted, notes }: Praise, { themes }: Pick<CouncilSays, 'themes'>): string =>
  yearlyText(
    `What was done well, and where, in ${year}`,
    counted && [
      tableOf('Team', [...counted.teams.map(named), { ...counted.all, name: 'All' }]),
      '',
      tableOf('Service', counted.services.map(named)),
      '',
      tableOf(
        'What was done well',
        counted.themes.map((line) => ({ ...line, name: themeShown(line.id!, themes).label })),
      ),
    ],
    PRAISE_DEFINITIONS,
    notes,
  );

type Named = PraiseFigures & { readonly name: string };

const named = (line: PraiseLine): Named => ({ ...line, name: line.name ?? line.id ?? '' });

const tableOf = (head: string, lines: readonly Named[]): string =>
  textTable(
    [
      { heading: head },
      ...['Acknowledgements', 'Disputes', 'People', 'Whole teams'].map((heading) => ({
        heading,
        figures: true as const,
      })),
    ],
    lines.map(({ name, acknowledgements, disputes, people, wholeTeams }) => [
      name,
      String(acknowledgements),
      disputes === null ? '' : String(disputes),
      people === null ? NOT_COLLECTED : String(people.count),
      String(wholeTeams.count),
    ]),
  );
