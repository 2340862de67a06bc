import type { ProposalDto, ProposalsDto } from './proposals.dto.js';

/** A line for each proposal: its reference, how it stands, who gets what, and who proposed it. */
export const proposalsText = ({ items }: ProposalsDto): string =>
  items.length === 0 ? 'Nothing was proposed yet.\n' : items.map((item) => `${lineOf(item)}\n`).join('');

const lineOf = ({
  proposal,
  kind,
  standing,
  title,
  person,
  from,
  proposedBy,
  lapsesOn,
  settledBy,
}: ProposalDto): string => {
  const whose = kind === 'account' ? 'by the account' : 'as';
  const since = from === null ? '' : `, from ${from}`;
  const what = person === null ? `${title}${since}` : `${person.name ?? person.id} ${whose} ${title}`;
  const by = settledBy === null ? '' : ` by ${settledBy.name ?? settledBy.id}`;
  const until = standing === 'waiting' ? ` until ${lapsesOn}` : '';
  return `${proposal}  ${standing}${until}${by}  ${what}  (proposed by ${proposedBy.name ?? proposedBy.id})`;
};
