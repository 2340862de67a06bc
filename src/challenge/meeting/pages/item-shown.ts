import { dayInWords } from '../../../calendar/in-words.js';
import { referenceShown } from '../../../protocol/council-words.js';
import type { WordsOfPages } from '../../../web/frame/shared.js';
import type { AgendaItemDto, AgendaProposalDto } from '../read/read.dto.js';

type Headed = Pick<AgendaItemDto | AgendaProposalDto, 'about' | 'dispute' | 'initials' | 'theme' | 'title'>;

/** The subject of an item, in a line: the case with the initials that its reader is shown, or the theme. */
export const headingOf = ({ about, dispute, initials, title }: Headed, words: Pick<WordsOfPages, 'prefix'>): string => {
  if (about === 'theme') return title ?? 'A theme';
  if (dispute === null) return 'A restricted case';
  const shown = referenceShown(dispute, words);
  return initials.length === 0 ? shown : `${shown} · ${initials.join(', ')}`;
};

/** The number of an item as people say it: `2` of `I2`. */
export const numberOf = (itemId: string): string => itemId.replace(/^I/, '');

/** The same with the number of the item, as a list to choose from has it. */
export const itemInLine = (item: AgendaItemDto, words: Pick<WordsOfPages, 'prefix'>): string =>
  `${numberOf(item.itemId)}. ${headingOf(item, words)}`;

/** The line of a case as a sentence: some lines are one, and others are a list of what there is to say. */
export const sentenceOf = (line: string): string => (line.endsWith('.') ? line : `${line}.`);

/** Said of a proposal that another meeting is to deal with; null of any other. */
export const alsoOnShown = ({ alsoOn }: Pick<AgendaProposalDto, 'alsoOn'>): string | null =>
  alsoOn === null ? null : `Already on the agenda of ${dayInWords(alsoOn)}.`;
