import type { AgendaReason } from '../../events.js';
import { inCouncilWords, referenceShown } from '../../../protocol/council-words.js';
import type { CouncilSays } from '../../../protocol/words-now.js';
import { REASONS_IN_WORDS } from '../../in-words.js';
import { numberOf } from '../pages/item-shown.js';
import type { AgendaItemDto, AgendaProposalDto, MeetingDto } from './read.dto.js';

/** A meeting for people: what stands on its agenda, a line each, and what the agenda proposes besides. */
export const meetingText = (
  { name, meeting, heldOn, startsAt, status, items, proposed }: MeetingDto,
  says: CouncilSays,
): string => {
  const standing = items.filter((item) => item.status !== 'taken-off');
  return [
    `${name} ${meeting}, ${heldOn} ${startsAt} (${status})`,
    ...standing.map((item) => `  ${numberOf(item.itemId).padEnd(4)} ${inOneLine(item, says)}`),
    ...(standing.length === 0 ? ['  Nothing is on the agenda.'] : []),
    ...(proposed.length === 0 ? [] : ['Proposed, and not on it:']),
    ...proposed.map((proposal) => `       ${inOneLine(proposal, says)}`),
  ].join('\n');
};

type Line = Pick<
  AgendaItemDto | AgendaProposalDto,
  'about' | 'dispute' | 'initials' | 'theme' | 'title' | 'line' | 'because'
>;

const inOneLine = (
  { about, dispute, initials, theme, title, line, because }: Line,
  { words, kept }: CouncilSays,
): string => {
  const said = (text: string): string => inCouncilWords(text, words, kept);
  const why =
    because.length === 0 ? '' : said(` [${because.map((each) => REASONS_IN_WORDS[each as AgendaReason]).join('; ')}]`);
  if (about === 'theme') return `${theme} ${title}${why}`;
  // A restricted record has no reference for a person who may not read it.
  return dispute === null
    ? said(`${line}`)
    : `${referenceShown(dispute, words)} ${initials.join(', ')} ${said(`${line}`)}${why}`;
};
