import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { given } from '../../test/support/given.js';
import type { Directory } from '../directory/directory.js';
import type { PostKind, Protocol } from '../protocol/protocol.js';
import { addressedTo, toldOfVacancy } from './recipients.js';
import { disputeDecider } from '../disputes/decide.js';
import { toldOfDispute } from './who-is-told.js';

const TODAY = Controls.today;

/** A council in which somebody holds these posts, and nobody the others. */
const councilWith = (...posts: PostKind[]): Directory =>
  ({
    postsFor: (kind: PostKind) => [
      {
        postId: kind,
        kind,
        title: kind,
        team: null,
        service: null,
        person: posts.includes(kind) ? `the-${kind}` : null,
      },
    ],
  }) as unknown as Directory;

const told = (protocol: Protocol, posts: PostKind[], ...held: PostKind[]) => {
  const event = Controls.formalDisputeRaised({ addressee: { team: 'through-care-3', posts } });
  const { state } = given(event, Controls.deadlineSet());
  const protocols = Controls.book(protocol);
  const wanted = toldOfDispute(event, {
    ...{ state, before: disputeDecider.initial, protocols, act: [event.type], actor: Controls.iro.person },
    began: '2000-01-01T00:00:00.000Z',
  });
  return toldOfVacancy(wanted, state, protocols, councilWith(...held), TODAY).map(({ kind, to }) => [kind, to]);
};
const to = (post: PostKind, team: string | null = 'through-care-3') => ['post-vacant', { post, team }];

describe('Where the posts that must answer are vacant', () => {
  const ladder = Controls.protocol();

  it('nobody else is told while somebody holds one', () => {
    expect(told(ladder, ['team-manager', 'assistant-team-manager'], 'assistant-team-manager')).toEqual([]);
  });

  it('the next stage up is told, past every stage that is vacant too', () => {
    expect(told(ladder, ['team-manager'], 'service-manager', 'director')).toEqual([to('service-manager')]);
    expect(told(ladder, ['team-manager'], 'director')).toEqual([to('director')]);
  });

  it('all posts of that stage are, of which one may be vacant', () => {
    const [first, second] = ladder.stages;
    const several = { ...second!, addressees: ['service-manager', 'head-of-service'] as const };
    const protocol = Controls.protocol({ stages: [first!, several] });
    expect(told(protocol, ['team-manager'], 'head-of-service')).toEqual([to('service-manager'), to('head-of-service')]);
  });

  it('the IRO managers are told where nobody holds a post of any stage above', () => {
    expect(told(ladder, ['team-manager'], 'iro-manager')).toEqual([to('iro-manager', null)]);
  });

  it('one vacant post is enough at a stage that needs the answer of all', () => {
    const protocol = Controls.protocolWithStage({
      addressees: ['team-manager', 'assistant-team-manager'],
      answeredBy: 'all',
    });
    const both: PostKind[] = ['team-manager', 'assistant-team-manager'];
    expect(told(protocol, both, 'team-manager', 'service-manager')).toEqual([to('service-manager')]);
    expect(told(protocol, both, ...both)).toEqual([]);
  });
});

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
