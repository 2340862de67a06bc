import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { given } from '../../test/support/given.js';
import type { Directory } from '../directory/directory.js';
import type { DisputeEvent } from '../disputes/events.js';
import type { PostKind } from '../protocol/protocol.js';
import type { NoticeKind } from './kinds.js';
import { addressedTo } from './recipients.js';
import { disputeDecider } from '../disputes/decide.js';
import { toldOfDispute } from './who-is-told.js';

const TODAY = Controls.today;

describe('Siblings with several IROs', () => {
  it('are raised with the other IROs told, besides the one who holds it', () => {
    const subject = { ...Controls.subject, children: ['C1', 'C2'], iro: 'iro-rowe' };
    const event = Controls.formalDisputeRaised({ subject });
    const { state } = given(event, Controls.deadlineSet());
    const wanted = toldOfDispute(event, {
      ...{ state, before: disputeDecider.initial, protocols: Controls.book(Controls.protocol()), act: [event.type] },
      ...{ actor: 'manager-lane', began: '2000-01-01T00:00:00.000Z' },
    });
    const iroOf: Readonly<Record<string, string>> = { C1: 'iro-rowe', C2: 'iro-second' };
    const directory = {
      postsFor: () => [],
      child: (child: string) => ({ iro: iroOf[child] }),
      postsHeldBy: () => [{ postId: 'iro', kind: 'iro', title: 'IRO', team: null, service: null }],
      coverFor: () => undefined,
    } as unknown as Directory;
    const addressed = addressedTo(wanted, 'manager-lane', directory, TODAY);
    expect(addressed.map(({ kind, person }) => `${kind} to ${person}`)).toEqual([
      'raised-in-your-name to iro-rowe',
      'copied-to-you to iro-second',
    ]);
  });
});

describe('An agreed action', () => {
  const action = { actionId: 'A1', what: 'Book it', who: 'Sam', person: 'sam', by: '2022-04-29' };
  const agreed: DisputeEvent = { type: 'ActionAgreed', data: { action } };
  const { state } = given(...Controls.disputeRaised(), Controls.answerGiven(), Controls.answerAccepted(), agreed);
  const wanted = toldOfDispute(agreed, {
    ...{ state, before: disputeDecider.initial, protocols: Controls.book(Controls.protocol()), act: [agreed.type] },
    ...{ actor: 'iro-rowe', began: '2000-01-01T00:00:00.000Z' },
  });
  const told = (kindOfSam: PostKind, kindOfLane: PostKind): string[] => {
    const kinds: Readonly<Record<string, PostKind>> = { sam: kindOfSam, 'manager-lane': kindOfLane, 'iro-rowe': 'iro' };
    const directory = {
      postsFor: () => [{ person: 'manager-lane' }],
      child: () => ({ iro: 'iro-rowe', socialWorker: null }),
      team: () => ({ service: null }),
      postsHeldBy: (person: string) => {
        const kind = kinds[person]!;
        return [{ postId: person, kind, title: kind, team: 'another-team', service: null }];
      },
      coverFor: () => undefined,
      coveredBy: () => [],
    } as unknown as Directory;
    return addressedTo(wanted, 'iro-manager', directory, TODAY).map(({ person }) => person);
  };

  it('is told to the person named for it, where they may read the dispute', () => {
    expect(told('social-worker', 'head-of-qa')).toEqual(['sam']);
  });

  it('is told to those who offered it, where the person named may not', () => {
    expect(told('team-manager', 'head-of-qa')).toEqual(['manager-lane']);
  });

  it('is told to the IRO, where nobody who offered it may either', () => {
    expect(told('team-manager', 'team-manager')).toEqual(['iro-rowe']);
  });
});

describe('A person whom one event concerns in several ways', () => {
  const line = { about: 'DRP-1', called: 'dispute', dueOn: null, dueAt: null, to: { person: 'lane' } };
  const told = (...wanted: readonly (readonly [NoticeKind, string | null])[]): string[] =>
    addressedTo(
      wanted.map(([kind, actionId]) => ({ ...line, kind, actionId })),
      'iro-rowe',
      { coverFor: () => undefined } as unknown as Directory,
      TODAY,
    ).map(({ kind, actionId }) => `${kind} ${actionId}`);

  it('hears of it once, first what is theirs to do, and of each action', () => {
    expect(told(['taken-back', null], ['dispute-for-you', null])).toEqual(['dispute-for-you null']);
    expect(told(['dispute-for-you', null], ['action-for-you', 'A1'], ['action-for-you', 'A2'])).toEqual([
      ...['dispute-for-you null', 'action-for-you A1', 'action-for-you A2'],
    ]);
    expect(told(['action-withdrawn', 'A1'], ['action-withdrawn', 'A2'], ['answer-not-accepted', null])).toEqual([
      ...['action-withdrawn A1', 'action-withdrawn A2'],
    ]);
    expect(told(['action-done', 'A1'], ['action-done', 'A1'])).toEqual(['action-done A1']);
  });
});

describe('A referral to Cafcass', () => {
  const referred = Controls.referredToCafcass();
  const addressee = { team: Controls.subject.team, posts: ['team-manager' as const] };
  const copied = { ...addressee, copiedTo: ['chief-executive' as const] };
  const told = (held: Readonly<Partial<Record<PostKind, string>>>, event: DisputeEvent, ...before: DisputeEvent[]) => {
    const { state } = given(...Controls.disputeRaised({ addressee: copied }), ...before, event);
    const wanted = toldOfDispute(event, {
      ...{ state, before: disputeDecider.initial, protocols: Controls.book(Controls.protocol()), act: [event.type] },
      ...{ actor: 'iro-rowe', began: '2000-01-01T00:00:00.000Z' },
    });
    const post = (kind: string) => ({ postId: kind, kind, title: kind, team: null, service: null });
    const directory = {
      postsFor: (kind: PostKind) => (held[kind] === undefined ? [] : [{ ...post(kind), person: held[kind] }]),
      postsHeld: (kind: PostKind) => (held[kind] === undefined ? [] : [{ ...post(kind), person: held[kind] }]),
      child: () => ({ iro: 'iro-rowe', socialWorker: null }),
      team: () => ({ service: null }),
      postsHeldBy: (person: string) =>
        Object.keys(held).flatMap((kind) => (held[kind as PostKind] === person ? [post(kind)] : [])),
      coverFor: () => undefined,
      coveredBy: () => [],
    } as unknown as Directory;
    return addressedTo(wanted, 'iro-rowe', directory, TODAY).map(({ person }) => person);
  };

  it('is told to the director, and in the place of one to the person who is next above and may read it', () => {
    expect(told({ director: 'dora', 'chief-executive': 'cleo', 'iro-manager': 'mona' }, referred)).toEqual([
      ...['mona', 'dora'],
    ]);
    expect(told({ 'chief-executive': 'cleo', 'iro-manager': 'mona' }, referred)).toEqual(['mona', 'cleo']);
  });

  it('is told to those who are asked at last where nobody above may be told, as is what Cafcass replies', () => {
    const replied: DisputeEvent = {
      type: 'CafcassReplied',
      data: { repliedOn: Controls.today, reply: 'negotiates', summary: null },
    };
    expect(told({ 'iro-manager': 'mona' }, referred)).toEqual(['mona']);
    expect(told({ 'head-of-qa': 'quentin' }, referred)).toEqual(['quentin']);
    expect(told({ 'head-of-qa': 'quentin' }, replied, referred)).toEqual(['quentin']);
  });
});
