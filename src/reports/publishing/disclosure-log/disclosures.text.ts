import { textTable } from '../../text-table.js';
import type { DisclosureDto, DisclosuresListedDto } from './disclosures.dto.js';
import { factsOf, figureRows, whatIn } from './present-disclosures.js';

/** A line for each entry: its reference, the day, who has it, and what it is. */
export const disclosuresText = ({ items }: DisclosuresListedDto): string =>
  items.length === 0
    ? 'Nothing was entered yet.'
    : items
        .map(
          (each) =>
            `${each.disclosure}  ${each.on}  ${each.recipient}: ${whatIn(each)}${each.isWithdrawn ? ' (withdrawn)' : ''}`,
        )
        .join('\n');

/** An entry with every number of it. */
export const disclosureText = (disclosure: DisclosureDto): string =>
  [
    `${disclosure.disclosure}  ${whatIn(disclosure)}`,
    ...(disclosure.withdrawn === null ? [] : [`Withdrawn: ${disclosure.withdrawn}`]),
    '',
    ...factsOf(disclosure).map(({ key, value }) => `${key}: ${value}`),
    ...(disclosure.figures.length === 0
      ? []
      : [
          '',
          textTable(
            [
              ...['Team', 'Theme', 'Quarter'].map((heading) => ({ heading })),
              { heading: 'Number', figures: true as const },
            ],
            figureRows(disclosure).map(({ team, theme, quarter, number }) => [team, theme, quarter, String(number)]),
          ),
        ]),
  ].join('\n');
