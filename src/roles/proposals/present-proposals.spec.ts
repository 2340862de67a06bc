import { describe, expect, it } from '@jest/globals';
import type { Asker } from '../../access/asker.js';
import { proposalInWords } from './proposal-in-words.js';
import { actsOffered } from './present-proposals.js';
import type { ProposalDto } from './proposals.dto.js';

const proposal = (over: Partial<ProposalDto> = {}): ProposalDto => ({
  ...{ proposal: 'PRP-7K4M-2QXH', kind: 'account', standing: 'waiting', title: 'iris@northshire.example', gives: [] },
  ...{ post: null, postKind: null, team: null, service: null, from: null },
  person: { id: 'iris', name: 'Iris' },
  proposedBy: { id: 'adam', name: 'Adam' },
  ...{ proposedAt: '2023-04-03T09:00:00.000Z', lapsesOn: '2023-05-03', settledBy: null, settledAt: null, reason: null },
  ...over,
});
const asker = (person: string, kind: Asker['posts'][number]['kind']): Asker => ({
  ...{ person, name: person },
  posts: [{ postId: `${person}-post`, kind, title: kind, team: null, service: null }],
});

describe('The outcome of a proposal', () => {
  it('is for a second person to say, who gets nothing by it, and for its maker to take back', () => {
    expect(actsOffered(proposal(), asker('mona', 'iro-manager'))).toEqual(['agree', 'refuse']);
    expect(actsOffered(proposal(), asker('adam', 'administrator'))).toEqual(['take-back']);
    expect(actsOffered(proposal(), asker('other', 'administrator'))).toEqual([]);
    expect(actsOffered(proposal({ person: { id: 'mona', name: 'Mona' } }), asker('mona', 'iro-manager'))).toEqual([]);
    expect(actsOffered(proposal({ standing: 'lapsed' }), asker('mona', 'iro-manager'))).toEqual([]);
  });

  it('is said in a sentence for each kind', () => {
    expect(proposalInWords(proposal())).toBe('The account iris@northshire.example signs in Iris');
    expect(proposalInWords(proposal({ kind: 'post', title: 'Director' }))).toBe(
      'Iris takes the post “Director” from the day of the agreement',
    );
    expect(proposalInWords(proposal({ kind: 'protocol', title: 'House', from: '2023-05-01' }))).toBe(
      'The rules “House” come into force on 1 May 2023',
    );
    expect(proposalInWords(proposal({ kind: 'team', title: 'Locality North ends', from: null }))).toBe(
      'Locality North ends',
    );
  });
});
