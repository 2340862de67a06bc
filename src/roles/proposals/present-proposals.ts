import { postThatMay } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { proposalInWords, STANDING_IN_WORDS } from './proposal-in-words.js';
import type { ProposalDto, ProposalsDto } from './proposals.dto.js';

export interface ProposalsAsRead extends ProposalsDto {
  readonly asker: Asker;
}

export const presentProposals = ({ items, asker }: ProposalsAsRead): object => ({
  title: 'Who gets which role',
  waiting: items.filter(({ standing }) => standing === 'waiting').map((each) => proposalShown(each, asker)),
  settled: items.filter(({ standing }) => standing !== 'waiting').map((each) => proposalShown(each, asker)),
});

/** @param items holds the one proposal that is shown */
export const presentProposal = ({ items, asker }: ProposalsAsRead): object => ({
  title: 'Proposal',
  proposal: proposalShown(items[0]!, asker),
});

/**
 * The acts on a proposal that are offered to somebody, by their post and their own earlier acts: the second person is never the one who
 * proposed it, nor the one who gets something by it. The other rules are asked when the act is sent.
 */
export const actsOffered = ({ standing, proposedBy, person }: ProposalDto, asker: Asker): string[] => {
  if (standing !== 'waiting') return [];
  const isTheirs = proposedBy.id === asker.person;
  const may = isTheirs ? 'role.propose' : 'role.agree';
  if (postThatMay(asker, may) === undefined || (!isTheirs && person?.id === asker.person)) return [];
  return isTheirs ? ['take-back'] : ['agree', 'refuse'];
};

export const proposalShown = (proposal: ProposalDto, asker: Asker): object => {
  const offered = actsOffered(proposal, asker);
  return {
    reference: proposal.proposal,
    says: proposalInWords(proposal),
    standing: STANDING_IN_WORDS[proposal.standing],
    isWaiting: proposal.standing === 'waiting',
    gives: proposal.gives,
    proposedBy: nameOf(proposal.proposedBy),
    proposedAt: proposal.proposedAt,
    lapsesOn: proposal.lapsesOn,
    settledBy: proposal.settledBy === null ? null : nameOf(proposal.settledBy),
    settledAt: proposal.settledAt,
    reason: proposal.reason,
    waitsForOthers: proposal.standing === 'waiting' && !offered.includes('agree'),
    acts: offered.map((act) => ({ href: `/roles/proposals/${proposal.proposal}/${act}`, ...LINKS[act] })),
  };
};

const LINKS: Readonly<Record<string, { readonly text: string; readonly isMain: boolean }>> = {
  agree: { text: 'Agree', isMain: true },
  refuse: { text: 'Refuse', isMain: false },
  'take-back': { text: 'Take it back', isMain: false },
};

const nameOf = ({ id, name }: ProposalDto['proposedBy']): string => name ?? id;
