import { inCouncilWords } from '../../protocol/council-words.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import { textTable } from '../text-table.js';
import { yearlyText } from '../yearly.text.js';
import type { BesideOthers, MeasureCompared } from './compared.js';
import { OTHER_COUNCILS_DEFINITIONS } from './other-councils.definitions.js';

/** What other councils have published, beside one's own figures: A to Z, each with its source and what it counts. */
export const otherCouncilsText = (
  { year, measures, notes }: BesideOthers,
  { words, kept }: Pick<CouncilSays, 'words' | 'kept'>,
): string =>
  yearlyText(
    `Beside other councils, ${year}`,
    measures.length === 0
      ? [`No figure that another council has published for ${year} is entered.`]
      : measures.flatMap((measure) => [
          tableOf(measure, inCouncilWords(measure.label, words, kept)),
          '',
          ...saidOf(measure),
          '',
        ]),
    OTHER_COUNCILS_DEFINITIONS,
    notes,
  );

const tableOf = ({ own, others }: MeasureCompared, label: string): string =>
  textTable(
    [
      { heading: label },
      ...['To 100 children', 'Number', 'Children'].map((heading) => ({ heading, figures: true as const })),
    ],
    [
      [
        'This council',
        rate(own.per100),
        own.value === null ? (own.missing ?? '') : String(own.value),
        count(own.children),
      ],
      ...others.map(({ council, value, children, per100 }) => [
        `Published by ${council}`,
        rate(per100),
        String(value),
        count(children),
      ]),
    ],
  );

const saidOf = ({ others }: MeasureCompared): string[] =>
  others.map(
    ({ council, source, publishedOn, definition }) =>
      `- ${council}: ${definition} Source: ${source}, published on ${publishedOn}.`,
  );

const rate = (per100: number | null): string => (per100 === null ? 'no rate' : per100.toFixed(1));
const count = (children: number | null): string => (children === null ? 'not published' : String(children));
