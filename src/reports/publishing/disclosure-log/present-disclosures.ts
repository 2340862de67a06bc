import { postThatMay } from '../../../access/access.js';
import type { Asker } from '../../../access/asker.js';
import { dayInWords } from '../../../calendar/in-words.js';
import { RECORDS_IN_WORDS } from '../in-words.js';
import type { DisclosureDto, DisclosureListedDto, DisclosuresListedDto } from './disclosures.dto.js';
import { DISCLOSURE_IN_WORDS } from './in-words.js';

export interface DisclosuresAsListed extends DisclosuresListedDto {
  readonly asker: Asker;
}

export interface DisclosureAsRead {
  readonly disclosure: DisclosureDto;
  readonly asker: Asker;
}

export const presentDisclosures = ({ items, asker }: DisclosuresAsListed): object => ({
  title: 'Disclosure log',
  mayEnter: postThatMay(asker, 'disclosure.enter') !== undefined,
  disclosures: items.map((each) => ({
    ...{ disclosure: each.disclosure, on: each.on, recipient: each.recipient, isWithdrawn: each.isWithdrawn },
    href: `/disclosures/${each.disclosure}`,
    what: whatIn(each),
  })),
});

/** `Formal disputes, 1 April 2022 to 31 March 2023` */
export const whatIn = ({ records, edition, from, to }: DisclosureListedDto): string => {
  const what =
    edition === null
      ? records === null
        ? 'Figures'
        : RECORDS_IN_WORDS[records]
      : `Report ${edition.report}, edition ${edition.edition}`;
  return `${what}, ${dayInWords(from)} to ${dayInWords(to)}`;
};

export const presentDisclosure = ({ disclosure, asker }: DisclosureAsRead): object => ({
  title: whatIn(disclosure),
  reference: disclosure.disclosure,
  withdrawn: disclosure.withdrawn,
  withdraw:
    disclosure.withdrawn === null && postThatMay(asker, 'disclosure.withdraw') !== undefined
      ? `/disclosures/${disclosure.disclosure}/withdraw`
      : null,
  facts: factsOf(disclosure),
  report: disclosure.edition === null ? null : `/published-reports/${disclosure.edition.report}`,
  figures: figureRows(disclosure),
});

export const factsOf = ({
  kind,
  on,
  recipient,
  requestNumber,
  enteredBy,
}: DisclosureDto): { readonly key: string; readonly value: string }[] => [
  { key: 'How it left', value: DISCLOSURE_IN_WORDS[kind] },
  { key: 'On', value: dayInWords(on) },
  { key: 'Who has it', value: recipient },
  ...(requestNumber === null ? [] : [{ key: 'Number of the request', value: requestNumber }]),
  { key: 'Entered by', value: enteredBy.name ?? enteredBy.id },
];

/** Each number with what it counts; all of them where it names none. */
export const figureRows = ({
  figures,
}: DisclosureDto): {
  readonly team: string;
  readonly theme: string;
  readonly quarter: string;
  readonly number: number;
}[] =>
  figures.map(({ team, theme, quarter, number }) => ({
    ...{ team: team?.label ?? 'All teams', theme: theme?.label ?? 'All themes' },
    ...{ quarter: quarter ?? 'All days', number },
  }));
