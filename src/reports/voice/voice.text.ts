import { textTable } from '../text-table.js';
import { yearlyText } from '../yearly.text.js';
import { CHANGED_LINES, HEARD_LINES, type HeardLine, shareInWords } from './lines.js';
import { VOICE_DEFINITIONS } from './voice.definitions.js';
import type { HeardFigures, Voice } from './voice.js';

/** Whether children were heard, for the year and each of its quarters. */
export const voiceText = ({ year, counted, quarters, notes }: Voice): string =>
  yearlyText(
    `The child’s view and the advocate, in the disputes raised in ${year}`,
    counted && [
      tableOf('What was written down', HEARD_LINES, year, counted, quarters),
      '',
      tableOf('Something changed for the child', CHANGED_LINES, year, counted, quarters),
    ],
    VOICE_DEFINITIONS,
    notes,
  );

const tableOf = (
  title: string,
  lines: readonly HeardLine[],
  year: string,
  counted: HeardFigures,
  quarters: Voice['quarters'],
): string =>
  textTable(
    [
      { heading: title },
      { heading: year, figures: true },
      ...quarters.map(({ quarter }) => ({ heading: quarter.slice(-2), figures: true as const })),
    ],
    lines.map((line) => [
      line.name,
      inWords(line, counted),
      ...quarters.map(({ figures, word }) => (figures === null ? (word ?? '') : inWords(line, figures))),
    ]),
  );

const inWords = ({ figure }: HeardLine, figures: HeardFigures): string => {
  const counted = figure(figures);
  const share = shareInWords(counted);
  return share === null ? String(counted.count) : `${counted.count} (${share})`;
};
