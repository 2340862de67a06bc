import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { post, team } from '../../test/support/leaders.js';
import { readModelsOf } from '../../test/support/read-models.js';
import { directoryFrom } from '../directory/directory-from.js';
import { holdersAbove } from '../roles/above.js';
import type { PostProposed, RoleProposalEvent } from '../roles/events.js';
import type { ProposalState } from '../roles/proposal.js';
import { toldOfRole } from './told-of-roles.js';

const TODAY = Controls.today;

const councilOf = async (...held: Parameters<typeof post>[]) =>
  directoryFrom(
    await readModelsOf(team('tc3', 'Through Care 3', 'Through Care'), ...held.flatMap((each) => post(...each))),
  );

const what: PostProposed = {
  kind: 'post',
  post: 'team-manager-tc3',
  postKind: 'team-manager',
  title: 'Team manager',
  team: 'tc3',
  service: null,
  person: 'petra',
  from: null,
};
const state: ProposalState = {
  proposal: 'PRP-7K4M-2QXH',
  what,
  by: 'adam',
  lapsesOn: '2022-05-14',
  standing: 'waiting',
  agreed: null,
};

describe('the post above', () => {
  it('is the next one up that somebody holds', async () => {
    const directory = await councilOf(
      ['team-manager', 'tc3', 'tom'],
      ['assistant-director', null, 'anton'],
      ['director', null, 'dora'],
    );
    const above = (kind: PostProposed['postKind'], of: Pick<PostProposed, 'team' | 'service'>): (string | null)[] =>
      holdersAbove(kind, of, directory, TODAY).map(({ person }) => person);
    expect(above('social-worker', { team: 'tc3', service: null })).toEqual(['tom']);
    expect(above('team-manager', { team: 'tc3', service: null })).toEqual(['anton']);
    expect(above('service-manager', { team: null, service: 'Through Care' })).toEqual(['anton']);
    expect(above('iro', { team: null, service: null })).toEqual(['anton']);
    expect(above('chief-executive', { team: null, service: null })).toEqual([]);
  });
});

describe('a role', () => {
  const short = (event: RoleProposalEvent, actor: string, directory: Awaited<ReturnType<typeof councilOf>>): string[] =>
    toldOfRole(event, state, actor, directory, TODAY).map(
      ({ kind, to }) =>
        `${kind} to ${'person' in to ? to.person : 'post' in to ? `any ${to.post}` : 'owner' in to ? to.owner : 'IROs'}`,
    );

  const agreeing = ['iro-manager', 'head-of-qa', 'qa-service-manager', 'assistant-director', 'director'];

  it('that is proposed is told to whoever is above and may not agree to it', async () => {
    const directory = await councilOf(['service-manager', 'tc3', 'sven'], ['assistant-director', null, 'anton']);
    const proposed: RoleProposalEvent = { type: 'RoleProposed', data: { ...state, what } };
    expect(short(proposed, 'adam', directory)).toContain('role-proposed to sven');
  });

  it('that is proposed is told to those concerned, the post above, and those who may agree', async () => {
    const directory = await councilOf(['assistant-director', null, 'anton']);
    const proposed: RoleProposalEvent = { type: 'RoleProposed', data: { ...state, what } };
    expect(short(proposed, 'adam', directory)).toEqual([
      'role-proposed to adam',
      'role-proposed to petra',
      'role-proposed to adam',
      'role-to-agree to any iro-manager',
      'role-to-agree to any head-of-qa',
      'role-to-agree to any qa-service-manager',
      'role-to-agree to any assistant-director',
      'role-to-agree to any director',
    ]);
  });

  it('that is given or not is told to the same and to the person who decided', async () => {
    const directory = await councilOf(['assistant-director', null, 'anton']);
    expect(short({ type: 'RoleProposalAgreed', data: { on: TODAY } }, 'mona', directory)).toEqual([
      'role-given to adam',
      'role-given to petra',
      'role-given to mona',
      'role-given to anton',
      ...agreeing.map((post) => `role-agreed-or-not to any ${post}`),
    ]);
    expect(short({ type: 'RoleProposalRefused', data: { reason: 'No.' } }, 'mona', directory)[0]).toBe(
      'role-not-given to adam',
    );
  });
});
