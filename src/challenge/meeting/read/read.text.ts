import type { AgendaReason } from '../../events.js';
import { REASONS_IN_WORDS } from '../pack/pack.js';
import type { AgendaItemDto, AgendaProposalDto, MeetingDto } from './read.dto.js';

/** A meeting for people: what stands on its agenda, a line each, and what the agenda proposes besides. */
export const meetingText = ({ name, meeting, heldOn, startsAt, status, items, proposed }: MeetingDto): string => {
  const standing = items.filter((item) => item.status !== 'taken-off');
  return [
    `${name} ${meeting}, ${heldOn} ${startsAt} (${status})`,
    ...standing.map((item) => `  ${item.itemId.padEnd(4)} ${inOneLine(item)}`),
    ...(standing.length === 0 ? ['  Nothing is on the agenda.'] : []),
    ...(proposed.length === 0 ? [] : ['Proposed, and not on it:']),
    ...proposed.map((proposal) => `       ${inOneLine(proposal)}`),
  ].join('\n');
};

type Line = Pick<AgendaItemDto | AgendaProposalDto, 'dispute' | 'initials' | 'theme' | 'title' | 'line' | 'because'>;

const inOneLine = ({ dispute, initials, theme, title, line, because }: Line): string => {
  const why =
    because.length === 0 ? '' : ` [${because.map((each) => REASONS_IN_WORDS[each as AgendaReason]).join('; ')}]`;
  return dispute === null ? `${theme} ${title}${why}` : `${dispute} ${initials.join(', ')} ${line}${why}`;
};
