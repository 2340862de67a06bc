import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { specify } from '../../test/support/given.js';
import type { PostAct } from './acts.js';
import type { PostEvent, PostRegistered } from './events.js';
import { mustNotBeOver, postDecider } from './post.js';
import { IN_SET_UP } from '../roles/agreed.js';

const given = specify(postDecider);

const manager: PostRegistered = {
  postId: 'team-manager-tc1',
  kind: 'team-manager',
  title: 'Team manager, Through Care 1',
  team: 'tc1',
  service: null,
};
const register: PostAct = { type: 'register', ...manager };
const registered: PostEvent = { type: 'PostRegistered', data: manager };
const taken: PostEvent = { type: 'PostTaken', data: { person: 'p-ames', from: null, agreed: IN_SET_UP } };
const left: PostEvent = { type: 'PostLeft', data: { person: 'p-ames', on: '2022-05-31' } };

describe('a post', () => {
  it('is registered once, for a team, a service or the whole council', () => {
    given().when(register, null).then(registered);
    given(registered).when(register, null).thenNothing();
    given(registered)
      .when({ ...register, team: 'tc2' }, null)
      .thenRefuses('registered-already');
  });

  it('is the same post when its team has got another name', () => {
    given(registered)
      .when({ ...register, title: 'Team manager, Leaving Care' }, null)
      .thenNothing();
  });

  it('is taken by a person, from a day or throughout', () => {
    given(registered).when({ type: 'take', person: 'p-ames', from: null, agreed: IN_SET_UP }, null).then(taken);
  });

  it('must be there to be taken', () => {
    given().when({ type: 'take', person: 'p-ames', from: null, agreed: IN_SET_UP }, null).thenRefuses('not-registered');
  });

  it('is not taken twice by the one who holds it', () => {
    given(registered, taken)
      .when({ type: 'take', person: 'p-ames', from: '2022-04-01', agreed: IN_SET_UP }, null)
      .thenNothing();
  });

  it('may be shared', () => {
    given(registered, taken)
      .when({ type: 'take', person: 'q-barlow', from: '2022-04-01', agreed: IN_SET_UP }, null)
      .then({ type: 'PostTaken', data: { person: 'q-barlow', from: '2022-04-01', agreed: IN_SET_UP } });
  });

  it('is left on a last day', () => {
    given(registered, taken).when({ type: 'leave', person: 'p-ames', on: '2022-05-31' }, null).then(left);
    given(registered, taken, left).when({ type: 'leave', person: 'p-ames', on: '2022-05-31' }, null).thenNothing();
  });

  it('is left only by one who holds it', () => {
    given(registered, taken)
      .when({ type: 'leave', person: 'q-barlow', on: '2022-05-31' }, null)
      .thenRefuses('post-not-held');
  });

  it('is not left before it was taken', () => {
    given(registered, { type: 'PostTaken', data: { person: 'p-ames', from: '2022-06-01', agreed: IN_SET_UP } })
      .when({ type: 'leave', person: 'p-ames', on: '2022-05-31' }, null)
      .thenRefuses('ends-before-it-begins');
  });

  it('that was left by mistake is taken again on the same day, and may be left again on it', () => {
    const on = Controls.today;
    const leftToday: PostEvent = { type: 'PostLeft', data: { person: 'p-ames', on } };
    const again: PostEvent = { type: 'PostTaken', data: { person: 'p-ames', from: on, agreed: IN_SET_UP } };
    const takenToday: PostEvent = { type: 'PostTaken', data: { person: 'p-ames', from: on, agreed: IN_SET_UP } };
    const take: PostAct = { type: 'take', person: 'p-ames', from: on, agreed: IN_SET_UP };
    given(registered, taken, leftToday).when(take, null).then(again);
    given(registered, takenToday, leftToday).when(take, null).then(again);
    given(registered, taken, leftToday, again).when({ type: 'leave', person: 'p-ames', on }, null).then(leftToday);
  });

  it('that is over is not given from its first day again without a word', () => {
    const { state } = given(registered, taken, left);
    const refused = expect.objectContaining({ code: 'held-until-later' });
    expect(() => mustNotBeOver('p-ames', null, state!)).toThrow(refused);
    expect(() => mustNotBeOver('p-ames', '2023-01-09', state!)).not.toThrow();
    given(registered, taken, left)
      .when({ type: 'take', person: 'p-ames', from: null, agreed: IN_SET_UP }, null)
      .thenNothing();
  });

  it('may be taken again after it was left, by the same person too', () => {
    given(registered, taken, left)
      .when({ type: 'take', person: 'p-ames', from: '2023-01-09', agreed: IN_SET_UP }, null)
      .then({ type: 'PostTaken', data: { person: 'p-ames', from: '2023-01-09', agreed: IN_SET_UP } });
    given(registered, taken, left)
      .when({ type: 'take', person: 'p-ames', from: '2022-05-01', agreed: IN_SET_UP }, null)
      .thenRefuses('held-until-later');
  });
});
