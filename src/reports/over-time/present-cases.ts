import { dayInWords, shortDay } from '../../calendar/in-words.js';
import { ENDED_AS_CHOICE } from '../../disputes/codes-in-words.js';
import { stageShown } from '../../protocol/stage-shown.js';
import type { About } from '../../web/frame/page.js';
import { addressOf } from '../../web/lists/listing.js';
import type { CaseFilters } from '../themes/cases.js';
import { recordsInWords } from '../themes/scopes.js';
import type { CaseListed, ThemeCasesView } from '../themes/theme-cases.query.js';

/** Path of the list of the records behind a figure. */
export const RECORDS_OF_A_FIGURE = '/themes/cases';

export interface CasesOfPage {
  /** Address of this list, to which the page of each record leads back. */
  readonly address: string;
  readonly view: ThemeCasesView;
  readonly filters: CaseFilters;
  /** Of the team that they are narrowed to; null where they are of every team. */
  readonly teamName: string | null;
}

/** The records behind a figure, each leading to the whole of it or to its standing. */
export const presentCases = ({ address, view, filters, teamName }: CasesOfPage, about: About): object => {
  const { said } = about.words;
  const { count, items } = view;
  const isPraise = filters.kind === 'acknowledgement';
  return {
    title: 'What a figure counts',
    place: { text: 'Themes', href: '/themes' },
    says: `${count} ${said(whatOf(view, filters, teamName, about))}.`,
    kept:
      items.length === count
        ? null
        : `You may see ${items.length} of them by your post; the others are of other teams, and only counted for you.`,
    dayHead: isPraise ? 'Given' : 'Raised',
    stageHead: said('Stage'),
    rows: items.map((item) => rowOfCase(item, about, address)),
  };
};

/** "formal disputes about drift and delay, of Locality North, from 1 July 2022 to 30 September 2022" */
const whatOf = (
  { year }: ThemeCasesView,
  { kind, theme, themeGroup, service, quarter, from, to }: CaseFilters,
  teamName: string | null,
  about: About,
): string => {
  const code = theme ?? themeGroup;
  const days =
    from !== undefined && to !== undefined
      ? `from ${dayInWords(from)} to ${dayInWords(to)}`
      : (quarter ?? `of ${year ?? 'every year'}`);
  return [
    `${kind === undefined ? 'records' : recordsInWords(kind)}${code === undefined ? '' : `: ${about.theme(code)}`}`,
    ...(teamName === null ? [] : [`of ${teamName}`]),
    ...(service === undefined ? [] : [`of ${service ?? 'no service'}`]),
    days,
  ].join(', ');
};

/**
 * A record behind a figure, as a row of a page.
 * @param from address of the list, to which the standing of a dispute leads back; left out where it leads to the board
 */
export const rowOfCase = (
  { reference, kind, theme, teamName, countedOn, ladder, stage, stageName, status, opens }: CaseListed,
  about: About,
  from?: string,
): object => {
  const { said } = about.words;
  const place = kind === 'acknowledgement' ? 'acknowledgements' : 'disputes';
  return {
    reference: said(reference),
    href:
      opens === null
        ? null
        : opens === 'outline'
          ? addressOf(`/${place}/${reference}/outline`, from === undefined ? {} : { from })
          : `/${place}/${reference}`,
    theme: about.theme(theme),
    team: teamName,
    day: shortDay(countedOn),
    stage: stage === null ? '–' : said(stageShown(stageName, stage), ladder ?? undefined),
    status: said(STATUS_IN_WORDS[status] ?? status, ladder ?? undefined),
  };
};

const STATUS_IN_WORDS: Readonly<Record<string, string>> = {
  recorded: 'On record',
  open: 'Open',
  ...ENDED_AS_CHOICE,
  given: 'Given',
  thanked: 'Thanked',
};
