import { describe, expect, it } from '@jest/globals';
import { by as recordedBy, specify } from '../../test/support/given.js';
import { Controls } from '../../test/support/controls.js';
import type { PostProposed, RoleProposalEvent } from './events.js';
import { type ProposalAct, proposalDecider, type Signatory } from './proposal.js';

const given = specify(proposalDecider);

const somebody = (person: string, more: Partial<Signatory> = {}): Signatory => ({
  person,
  isProgram: false,
  actingFor: null,
  tokenMadeBy: null,
  ...more,
});
const adam = somebody('adam');
const mona = somebody('mona');

const what: PostProposed = {
  kind: 'post',
  post: 'iro-manager',
  postKind: 'iro-manager',
  title: 'IRO manager',
  team: null,
  service: null,
  person: 'petra',
  from: null,
};
const propose: ProposalAct = { type: 'propose', proposal: 'PRP-1', what, by: adam, lapsesOn: '2023-05-03' };
const proposed: RoleProposalEvent = {
  type: 'RoleProposed',
  data: { proposal: 'PRP-1', what, by: 'adam', lapsesOn: '2023-05-03' },
};
const agree = (by: Signatory, on = '2023-04-04'): ProposalAct => ({ type: 'agree', by, on });
const refuse = (by: Signatory, reason = 'No.', on = '2023-04-04'): ProposalAct => ({ type: 'refuse', by, reason, on });
const takeBack = (by: Signatory, reason = 'No.'): ProposalAct => ({ type: 'take-back', by, reason, on: '2023-04-04' });
const agreed = recordedBy(Controls.actor('mona', 'iro-manager'), {
  type: 'RoleProposalAgreed' as const,
  data: { on: '2023-04-04' },
});

describe('the acts that give somebody a role', () => {
  it('is proposed by one person and agreed to by another', () => {
    given().when(propose, null).then(proposed);
    given(proposed)
      .when(agree(mona), null)
      .then({ type: 'RoleProposalAgreed', data: { on: '2023-04-04' } });
  });

  it('is not proposed by the person who gets it, by a program, or in the place of another', () => {
    for (const [by, code] of [
      [somebody('petra'), 'own-role'],
      [somebody('program:feed', { isProgram: true }), 'a-person-proposes'],
      [somebody('adam', { actingFor: 'iris' }), 'in-nobodys-place'],
    ] as const)
      given()
        .when({ ...propose, by }, null)
        .thenRefuses(code);
  });

  it('is agreed to by nobody who proposed it, who gets it, who is a program or who acts for another', () => {
    for (const [by, code] of [
      [adam, 'own-proposal'],
      [somebody('petra'), 'own-role'],
      [somebody('program:feed', { isProgram: true }), 'a-person-proposes'],
      [somebody('ivan', { actingFor: 'mona' }), 'in-nobodys-place'],
    ] as const)
      given(proposed).when(agree(by), null).thenRefuses(code);
  });

  it('is not agreed to with a token that the proposer, or the person who gets it, has made', () => {
    for (const tokenMadeBy of ['adam', 'petra'])
      given(proposed)
        .when(agree({ ...mona, tokenMadeBy }), null)
        .thenRefuses('token-of-the-proposer');
    given(proposed)
      .when(agree({ ...mona, tokenMadeBy: 'command-line' }), null)
      .thenAmong({ type: 'RoleProposalAgreed', data: expect.any(Object) });
  });

  it('may be refused by another, or taken back by the person who proposed it, each with a reason', () => {
    given(proposed)
      .when(refuse(mona), null)
      .then({ type: 'RoleProposalRefused', data: { reason: 'No.' } });
    given(proposed).when(refuse(adam), null).thenRefuses('own-proposal');
    given(proposed).when(refuse(mona, ' '), null).thenRefuses('words-missing');
    given(proposed)
      .when(takeBack(adam), null)
      .then({ type: 'RoleProposalTakenBack', data: { reason: 'No.' } });
    given(proposed).when(takeBack(mona), null).thenRefuses('not-your-proposal');
  });

  it('is settled once', () => {
    const refused: RoleProposalEvent = { type: 'RoleProposalRefused', data: { reason: 'No.' } };
    given(proposed, agreed)
      .when(agree(somebody('quentin')), null)
      .thenRefuses('proposal-settled');
    given(proposed, refused).when(agree(mona), null).thenRefuses('proposal-settled');
    given(proposed, agreed).when(takeBack(adam), null).thenRefuses('proposal-settled');
    given(proposed, agreed).when(refuse(mona), null).thenRefuses('proposal-settled');
  });

  it('lapses after thirty days without a second person', () => {
    given(proposed)
      .when(agree(mona, '2023-05-03'), null)
      .thenAmong({ type: 'RoleProposalAgreed', data: expect.any(Object) });
    given(proposed).when(agree(mona, '2023-05-04'), null).thenRefuses('proposal-lapsed');
    given(proposed)
      .when(refuse(mona, 'No.', '2023-05-04'), null)
      .thenRefuses('proposal-lapsed');
  });

  it('must be there to be settled', () => {
    given().when(agree(mona), null).thenRefuses('not-found');
  });
});
