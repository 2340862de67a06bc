import type { TableLeftOut } from './events.js';
import {
  AUDIENCE_IN_WORDS,
  changeInWords,
  filesInWords,
  leftOutInWords,
  METHOD_IN_WORDS,
  printedInWords,
  RECORDS_IN_WORDS,
} from './in-words.js';
import { paperOf, type Part } from './paper.js';
import { editionAsked, type FoundReport } from './published-reports.query.js';
import type {
  ActionsProposedDto,
  ReportComparedDto,
  ReportListedDto,
  ReportsListedDto,
  TablesProposedDto,
} from './published-reports.dto.js';
import type { RegisterKind } from '../../register/events.js';
import { textTable } from '../text-table.js';
import { assertNever } from '../../platform/decider.js';

/** A line for each report: its reference, how far it has come, what it is about and for whom. */
export const reportsText = ({ items }: ReportsListedDto): string =>
  items.length === 0 ? 'No report was drafted yet.' : items.map(lineOf).join('\n');

const lineOf = ({ report, standing, edition, kind, from, to, audience }: ReportListedDto): string =>
  `${report}  ${standing}  edition ${edition}  ${kind} ${from} to ${to}, ${AUDIENCE_IN_WORDS[audience]}`;

/** The newest edition of a report as its paper says it. */
export const reportText = (found: FoundReport): string => {
  const { drafted, edition } = editionAsked(found, undefined);
  return paperOf(drafted, edition).parts.map(partText).join('\n\n');
};

const partText = (part: Part): string => {
  switch (part.is) {
    case 'heading':
      return `${'#'.repeat(part.level)} ${part.text}`;
    case 'paragraph':
      return part.text;
    case 'facts':
      return part.rows.map(({ key, value }) => `${key}: ${value}`).join('\n');
    case 'table':
      return textTable(
        [
          { heading: '' },
          ...part.columns.map((heading) => (part.isOfWords ? { heading } : { heading, figures: true as const })),
        ],
        part.rows.map(({ label, cells }) => [label, ...cells]),
      );
    default:
      return assertNever(part);
  }
};

/** Each table by the name under which it is chosen, with how much of it prints; and why others are not proposed. */
export const proposedText = ({ method, items }: TablesProposedDto): string => {
  const tables = items.flatMap(({ records, tables: those, usual }) =>
    those.map(({ code, says, printed, figures }) => [
      `${records}:${code}`,
      `${RECORDS_IN_WORDS[records as RegisterKind]} ${says}`,
      `${printed} of ${figures}`,
      usual.includes(code) ? 'proposed' : '',
    ]),
  );
  const others = items.flatMap(({ records, tooLong, ofNoUse }) =>
    (
      [
        ['too-long', tooLong],
        ['of-no-use', ofNoUse],
      ] as const
    ).flatMap(([why, those]) => those.map(({ code }) => ({ records, table: code, why }) as TableLeftOut)),
  );
  return [
    `With ${METHOD_IN_WORDS[method]}:`,
    tables.length === 0
      ? 'No table would print enough to be of use.'
      : textTable(
          [{ heading: 'Table' }, { heading: 'What it says' }, { heading: 'Figures that print' }, { heading: '' }],
          tables,
        ),
    ...others.map((each) => `Not ${each.records}:${each.table}. ${leftOutInWords(each)}`),
  ].join('\n');
};

/** Each line that the report before it announced, by its number. */
export const actionsText = ({ from, items }: ActionsProposedDto): string =>
  from === null || items.length === 0
    ? 'No earlier report of this kind, for these readers, announced anything.'
    : [
        `Announced in ${from.report}, edition ${from.edition}:`,
        ...items.map(({ priority, what, isEntered }) => `${priority}. ${what}${isEntered ? ' (entered)' : ''}`),
      ].join('\n');

/** An edition as published beside the records of now, figure by figure. */
export const comparedText = ({ edition, isMadeAgain, files, figures, corrections }: ReportComparedDto): string =>
  [
    isMadeAgain
      ? `Edition ${edition} is made again of the same records with the same figures.`
      : `Edition ${edition} comes out otherwise when it is made again of the same records. Tell whoever keeps the program.`,
    filesInWords(files),
    '',
    figures.length === 0
      ? 'The records of now say the same.'
      : textTable(
          [
            { heading: 'Figure' },
            { heading: 'As published', figures: true },
            { heading: 'As corrected', figures: true },
            { heading: 'Why' },
          ],
          figures.map(({ figure, unit, asPublished, asCorrected, changes }) => [
            figure,
            printedInWords(asPublished, unit),
            printedInWords(asCorrected, unit),
            changes.map(changeInWords).join('; '),
          ]),
        ),
    ...corrections.map(({ edition: later, reason, by }) => `Edition ${later}, by ${by.name ?? by.id}: ${reason}`),
  ].join('\n');
