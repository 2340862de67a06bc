import { saidOn } from '../../protocol/said-on.js';
import { type CouncilSays, SAYS_NOTHING } from '../../protocol/words-now.js';
import { amongInWords, shares, yearlyText } from '../yearly.text.js';
import { HOW_FAR_DEFINITIONS } from './how-far.definitions.js';
import type { HowFar, KindFigures, PlaceFigure } from './how-far.js';

/** How far disputes went, informal and formal in tables of their own. */
export const howFarText = ({ year, kinds, notes }: HowFar, says: CouncilSays = SAYS_NOTHING): string =>
  yearlyText(
    `How far the disputes raised in ${year} went`,
    kinds.flatMap((figures) => [...kindInWords(figures).map(saidOn(figures.ladder, says)), '']),
    HOW_FAR_DEFINITIONS,
    notes,
  );

const kindInWords = ({ kind, ladder, raised, places, referredToCafcass }: KindFigures): string[] => [
  shares(
    `${kind === 'informal' ? 'Informal' : 'Formal'}${ladder === null ? '' : `, ladder ${ladder}`}: ${raised} raised`,
    places,
    placeInWords,
  ),
  `Referred to Cafcass at any time: ${amongInWords(referredToCafcass, `${kind} disputes recorded or taken on in the service`)}`,
];

const placeInWords = ({ place, stage }: PlaceFigure): string => {
  switch (place) {
    case 'settled':
      if (stage === null) return 'settled, at which stage not collected';
      return stage === 0 ? 'settled informally' : `settled at stage ${stage}`;
    case 'challenge':
      return 'settled after a challenge meeting';
    case 'closed-not-recorded':
      return 'closed, outcome not recorded';
    case 'cafcass':
      return 'continued by Cafcass';
    default:
      return place.replaceAll('-', ' ');
  }
};
