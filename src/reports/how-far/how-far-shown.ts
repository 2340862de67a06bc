import { ENDED_AS_CHOICE } from '../../disputes/codes-in-words.js';
import { type Chart, chart } from '../../web/chart/chart.js';
import type { ReportPage, ShownWith } from '../pages/report-page.js';
import {
  countCell,
  notesInWords,
  type ReportShown,
  type Said,
  shareCell,
  type TableShown,
} from '../pages/report-shown.js';
import { HOW_FAR_DEFINITIONS } from './how-far.definitions.js';
import type { HowFar, KindFigures, Place, PlaceFigure } from './how-far.js';
import { ReadHowFar } from './how-far.query.js';

/** How far disputes went, informal and formal in tables and pictures of their own. */
export const howFarPage: ReportPage = {
  path: 'how-far',
  title: 'Stages reached',
  about: 'Where the disputes of a year came to rest, informal and formal apart.',
  read: async (ask, year, asker, asAt) => {
    const report = await ask(new ReadHowFar(asker, year, asAt));
    return (shownWith) => howFarShown(report, shownWith);
  },
};

export const howFarShown = ({ year, kinds, notes }: HowFar, { said }: Pick<ShownWith, 'said'>): ReportShown => ({
  title: said('Stages reached'),
  says: said(`How far the disputes raised in ${year} went. Each stands in one place only.`),
  pictures: kinds
    .filter(({ raised }) => raised > 0)
    .map((figures) => placesPicture(figures, year, onItsLadder(figures, said))),
  tables: kinds.map((figures) => tableOf(figures, onItsLadder(figures, said))),
  notes: notesInWords(notes, said),
  definitions: HOW_FAR_DEFINITIONS,
});

/** A ladder may have words of its own. */
const onItsLadder =
  ({ ladder }: KindFigures, said: Said): Said =>
  (text) =>
    said(text, ladder ?? undefined);

const keyOf = ({ kind, ladder }: KindFigures): string => (ladder === null ? kind : `${kind}-${ladder}`);

const nameOf = ({ kind, ladder }: KindFigures): string =>
  `${kind === 'informal' ? 'Informal' : 'Formal'} disputes${ladder === null ? '' : `, ladder ${ladder}`}`;

const tableOf = (figures: KindFigures, said: Said): TableShown => {
  const { places, raised, referredToCafcass } = figures;
  const all = places.flatMap(({ references }) => references);
  return {
    key: keyOf(figures),
    title: said(nameOf(figures)),
    lineHead: 'Where they came to rest',
    columns: [{ key: 'count', label: 'Count' }],
    lines: [
      ...places.map((place) => ({
        key: place.stage === null ? place.place : `${place.place}-${place.stage}`,
        name: said(placeInWords(place)),
        cells: [shareCell(place)],
      })),
      { key: 'raised', name: 'All that were raised', cells: [countCell({ count: raised, references: all })] },
      { key: 'referred', name: 'Referred to Cafcass at any time', cells: [shareCell(referredToCafcass)] },
    ],
  };
};

/** The title adds what came to an end, and what has not: neither is better than the other. */
const placesPicture = (figures: KindFigures, year: string, said: Said): Chart => {
  const { places, raised } = figures;
  const countOf = (...which: readonly Place[]): number =>
    places.reduce((sum, { place, count }) => (which.includes(place) ? sum + count : sum), 0);
  const what = nameOf(figures);
  // The table below has a line for each place at which none came to rest.
  const drawn = places.filter(({ count }) => count > 0);
  return chart({
    ...{ id: `places-${keyOf(figures)}`, as: 'bars', along: 'Where they came to rest' },
    title: said(
      `${countOf('settled', 'challenge')} of ${raised} ${what.charAt(0).toLowerCase()}${what.slice(1)} raised in ${year} were settled; ${countOf('open')} are open`,
    ),
    summary: said('Each stands in one place: under the highest stage reached where it was settled there.'),
    places: drawn.map((place) => ({ name: said(placeInWords(place)), short: said(placeInShort(place)) })),
    series: [{ name: 'Count', values: drawn.map(({ count }) => count) }],
  });
};

const PLACES_IN_WORDS: Readonly<Record<Exclude<Place, 'settled'>, string>> = {
  challenge: 'Settled after a challenge meeting',
  cafcass: 'Continued by Cafcass',
  'became-formal': 'Became formal',
  stalemate: ENDED_AS_CHOICE.stalemate,
  'ended-otherwise': ENDED_AS_CHOICE['ended-otherwise'],
  'closed-not-recorded': 'Closed, outcome not recorded',
  withdrawn: ENDED_AS_CHOICE.withdrawn,
  open: 'Open',
  'not-collected': 'Not collected',
};

const placeInWords = ({ place, stage }: Pick<PlaceFigure, 'place' | 'stage'>): string => {
  if (place !== 'settled') return PLACES_IN_WORDS[place];
  if (stage === null) return 'Settled, at which stage not collected';
  return stage === 0 ? 'Settled informally' : `Settled at stage ${stage}`;
};

/** Few enough letters to stand below a bar; the table below has the whole of it. */
const PLACES_IN_SHORT: Readonly<Record<Exclude<Place, 'settled'>, string>> = {
  challenge: 'Meeting',
  cafcass: 'Cafcass',
  'became-formal': 'Formal',
  stalemate: 'Unsettled',
  'ended-otherwise': 'Ended',
  'closed-not-recorded': 'Closed',
  withdrawn: 'Withdrawn',
  open: 'Open',
  'not-collected': 'Unknown',
};

const placeInShort = ({ place, stage }: Pick<PlaceFigure, 'place' | 'stage'>): string => {
  if (place !== 'settled') return PLACES_IN_SHORT[place];
  if (stage === null) return 'Settled';
  return stage === 0 ? 'Informal' : `Stage ${stage}`;
};
