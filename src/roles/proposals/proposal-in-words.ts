import { dayInWords } from '../../calendar/in-words.js';
import type { ProposalDto } from './proposals.dto.js';

/** The effect of the agreement, in a sentence without its stop. */
export const proposalInWords = ({
  kind,
  title,
  person,
  from,
}: Pick<ProposalDto, 'kind' | 'title' | 'person' | 'from'>): string => {
  const who = person === null ? 'nobody' : (person.name ?? person.id);
  switch (kind) {
    case 'post':
      return `${who} takes the post “${title}” ${from === null ? 'from the day of the agreement' : `from ${dayInWords(from)}`}`;
    case 'account':
      return `The account ${title} signs in ${who}`;
    case 'protocol':
      return `The rules “${title}” come into force${from === null ? '' : ` on ${dayInWords(from)}`}`;
    case 'team':
      return `${title}${from === null ? '' : ` from ${dayInWords(from)}`}`;
  }
};

export const STANDING_IN_WORDS: Readonly<Record<ProposalDto['standing'], string>> = {
  waiting: 'Waits for a second person',
  agreed: 'Agreed',
  refused: 'Refused',
  'taken-back': 'Taken back',
  lapsed: 'Lapsed: nobody agreed in time',
};
