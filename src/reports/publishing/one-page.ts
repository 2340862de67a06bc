import { invalid } from '../../platform/decider.js';
import type { Edition } from './edition.js';
import type { ReportDrafted } from './events.js';

/** The characters of all that people write in a learning briefing for which one page has room, beside its figures. */
export const ROOM_ON_A_PAGE = 1_600;
/** The room that a heading takes, as characters. */
const A_HEADING = 150;

type Written = Pick<Edition, 'sections' | 'stories'>;

/** How much room is left on the page of a briefing; less than none where it is full. */
export const roomLeft = ({ sections, stories }: Written): number =>
  [...Object.values(sections).filter((text) => text !== ''), ...stories.map(({ title, text }) => title + text)]
    // An empty line between paragraphs takes a line as well.
    .map((text) => A_HEADING + text.length + 90 * (text.split('\n').length - 1))
    .reduce((room, taken) => room - taken, ROOM_ON_A_PAGE);

/** A briefing is one page that is pinned to a wall. @throws Refusal `more-than-a-page` */
export const mustFitOnAPage = ({ kind }: Pick<ReportDrafted, 'kind'>, written: Written): void => {
  if (kind !== 'learning-briefing') return;
  const left = roomLeft(written);
  if (left < 0)
    invalid(
      'more-than-a-page',
      `A learning briefing is one page. Write about ${-left} characters less, here or in another section.`,
    );
};
