import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { by } from '../../test/support/given.js';
import { disputeDecider } from '../disputes/decide.js';
import type { DisputeEvent } from '../disputes/events.js';
import type { RecordedEvent } from '../platform/event-store/event-store.js';
import { type AllocationBegun, followingFor, type Surroundings } from './following.js';

const [child] = Controls.subject.children as [string];
const first: AllocationBegun = {
  number: 1,
  team: 'through-care-3',
  iro: 'iro-rowe',
  since: '2021-09-01T00:00:00.000Z',
  caseload: null,
};
const later = (over: Partial<AllocationBegun>): AllocationBegun => ({
  ...first,
  number: 2,
  since: '2022-04-20T00:00:00.000Z',
  ...over,
});
const around = (allocations: AllocationBegun[], over: Partial<Surroundings> = {}): Surroundings => ({
  children: [{ child, allocations: [first, ...allocations], diedOn: null, deathKnownAt: null }],
  successors: {},
  isToBeReopened: false,
  iroManagers: ['manager-lane'],
  iroService: ['manager-lane', 'hqa-wynn'],
  ...over,
});

const following = (surroundings: Surroundings, ...story: DisputeEvent[]) => {
  const recorded = [...Controls.disputeRaised(), ...story].map((event, index) =>
    by(Controls.iro, event, `2022-04-${index < 3 ? '14' : '21'}T09:00:00.000Z`),
  );
  const state = recorded.reduce(disputeDecider.evolve, disputeDecider.initial);
  const events = recorded as unknown as RecordedEvent[];
  return followingFor({ reference: 'DRP-7K4M-2QXH', state, events }, surroundings);
};
const acts = (...[surroundings, ...story]: Parameters<typeof following>) =>
  following(surroundings, ...story).map(({ act }) => act);

const handOver = { type: 'hand-over', toIro: 'iro-prasad', reason: 'The child was allocated to another IRO.' };
const redirect = { type: 'redirect', toTeam: 'through-care-1', reason: 'The child moved to another team.' };

const agreed: DisputeEvent = {
  type: 'ActionAgreed',
  data: { action: { actionId: 'A1', what: 'Book the panel.', who: 'The team manager', by: '2022-05-20' } },
};

describe('The acts that follow for a dispute when its child is allocated anew', () => {
  it('say of which caseload they are a part', () => {
    const caseload = 'CLH-7K4M-2QXH';
    expect(acts(around([later({ iro: 'iro-prasad', caseload })]))).toEqual([{ ...handOver, caseload }]);
  });

  it('is nothing while nothing has changed', () => {
    expect(acts(around([]))).toEqual([]);
    expect(acts(around([later({})]))).toEqual([]);
  });

  it('is that the new IRO holds it and the new team is asked', () => {
    expect(acts(around([later({ iro: 'iro-prasad' })]))).toEqual([handOver]);
    expect(acts(around([later({ team: 'through-care-1' })]))).toEqual([redirect]);
  });

  it('is nothing while the child has no IRO or no team, and then the one who comes next', () => {
    expect(acts(around([later({ iro: null, team: null })]))).toEqual([]);
    expect(acts(around([later({ iro: null }), { ...later({ iro: 'iro-prasad' }), number: 3 }]))).toEqual([handOver]);
  });

  it('is that the first IRO and the first team of the child have it, whoever had it meanwhile', () => {
    const firsts = (over: Partial<AllocationBegun>, ...more: AllocationBegun[]): Surroundings => ({
      ...around([]),
      children: [{ child, allocations: [{ ...first, ...over }, ...more], diedOn: null, deathKnownAt: null }],
    });
    expect(acts(firsts({ team: null }, later({ team: 'through-care-1' })))).toEqual([redirect]);
    expect(acts(firsts({ iro: null }, later({ iro: 'iro-prasad' })))).toEqual([handOver]);
    expect(acts(firsts({ iro: 'iro-prasad', team: 'through-care-1', since: later({}).since }))).toEqual([
      handOver,
      redirect,
    ]);
    // What was chosen while the child had both already stays as it was chosen.
    expect(acts(firsts({ iro: 'iro-prasad', team: 'through-care-1' }))).toEqual([]);
  });

  it('is nothing where one of its children stays', () => {
    const sibling = { child: '1568441', allocations: [first], diedOn: null, deathKnownAt: null };
    const moved = around([later({ iro: 'iro-prasad', team: 'through-care-1' })]);
    expect(acts({ ...moved, children: [...moved.children, sibling] })).toEqual([]);
  });

  it('does not undo what people chose since', () => {
    const handedBack: DisputeEvent = {
      type: 'DisputeHandedOver',
      data: { fromIro: 'iro-prasad', toIro: 'iro-rowe', reason: 'She asked me to see it through.' },
    };
    const addressee = { team: 'through-care-3', posts: ['team-manager' as const] };
    const sentBack: DisputeEvent = {
      type: 'DisputeRedirected',
      data: {
        from: { ...addressee, team: 'through-care-1' },
        to: addressee,
        reason: 'It is theirs.',
        clock: 'runs-on',
      },
    };
    const moved = around([later({ iro: 'iro-prasad', team: 'through-care-1' })]);
    expect(acts(moved, handedBack, sentBack)).toEqual([]);
  });

  it('reaches the actions of an ended one, and nothing where none is left', () => {
    const moved = around([later({ iro: 'iro-prasad', team: 'through-care-1' })]);
    expect(acts(moved, agreed, Controls.resolved())).toEqual([handOver, redirect]);
    expect(acts(moved, Controls.resolved())).toEqual([]);
    expect(acts(moved, Controls.withdrawn())).toEqual([]);
  });

  it('reaches one that has ended and is to be reopened', () => {
    const moved = around([later({ iro: 'iro-prasad', team: 'through-care-1' })], { isToBeReopened: true });
    expect(acts(moved, Controls.resolved())).toEqual([handOver]);
  });

  it('is the same act with the same id each time it is worked out', () => {
    const moved = around([later({ iro: 'iro-prasad' })]);
    expect(following(moved)).toEqual(following(moved));
    const [once] = following(moved);
    const [again] = following(around([later({}), { ...later({ iro: 'iro-prasad' }), number: 3 }]));
    expect(again!.commandId).not.toBe(once!.commandId);
  });
});

describe('The acts that follow for a conversation from which nothing was raised', () => {
  const followingConversation = (allocations: AllocationBegun[], ...story: DisputeEvent[]) => {
    const recorded = [Controls.concernDiscussed(), ...story].map((event, index) =>
      by(Controls.iro, event, `2022-04-${index === 0 ? '14' : '25'}T09:00:00.000Z`),
    );
    const state = recorded.reduce(disputeDecider.evolve, disputeDecider.initial);
    const events = recorded as unknown as RecordedEvent[];
    return followingFor({ reference: 'DRP-7K4M-2QXH', state, events }, around(allocations)).map(({ act }) => act);
  };
  const moved = [later({ iro: 'iro-prasad', team: 'through-care-1' })];

  it('is that it is with the new IRO of the child, whatever was said since', () => {
    expect(followingConversation(moved)).toEqual([handOver]);
    expect(followingConversation(moved, Controls.concernDiscussed())).toEqual([handOver]);
  });

  it('is nothing where people handed it over since, or where it was withdrawn', () => {
    const handedOver: DisputeEvent = {
      type: 'DisputeHandedOver',
      data: { fromIro: 'iro-rowe', toIro: 'iro-third', reason: 'She had it.' },
    };
    expect(followingConversation(moved, handedOver)).toEqual([]);
    expect(followingConversation(moved, Controls.withdrawn())).toEqual([]);
  });
});

describe('The acts that follow when the team that was asked has ended', () => {
  it('is that the one team that took over is asked', () => {
    expect(acts(around([], { successors: { 'through-care-3': 'through-care-9' } }))).toEqual([
      { type: 'redirect', toTeam: 'through-care-9', reason: 'Another team took over from this one.' },
    ]);
  });

  it('is that it goes with the child, where the child was allocated elsewhere', () => {
    const moved = around([later({ team: 'through-care-1' })], { successors: { 'through-care-3': 'through-care-9' } });
    expect(acts(moved)[0]).toEqual(redirect);
  });
});

describe('The acts that follow when a child leaves a team that took over', () => {
  const successors = { 'through-care-3': 'through-care-9' };
  const passedOn: DisputeEvent = {
    type: 'DisputeRedirected',
    data: {
      from: { team: 'through-care-3', posts: ['team-manager'] },
      to: { team: 'through-care-9', posts: ['team-manager'] },
      ...{ reason: 'Another team took over from this one.', clock: 'runs-on' },
    },
  };
  const elsewhere = later({ team: 'through-care-1', since: '2022-04-22T00:00:00.000Z' });

  it('are that it goes with the child, who was never allocated to that team by name', () => {
    expect(acts(around([elsewhere], { successors }), passedOn)).toEqual([redirect]);
  });

  it('are none while the child stays, whoever is the IRO', () => {
    const anotherIro = later({ since: '2022-04-22T00:00:00.000Z' });
    expect(acts(around([anotherIro], { successors }), passedOn)).toEqual([]);
  });
});

describe('The acts that follow for one that has ended', () => {
  const moved = around([later({ team: 'through-care-1' })]);

  it('are that what is left to do goes with the child', () => {
    expect(acts(moved, agreed, Controls.resolved())).toEqual([redirect]);
  });

  it('are none where nothing is left to do', () => {
    expect(acts(moved, Controls.resolved())).toEqual([]);
  });
});

describe('The acts that follow when a child has died', () => {
  const died = around([], {
    children: [{ child, allocations: [first], diedOn: '2022-04-21', deathKnownAt: '2022-04-21T08:00:00.000Z' }],
  });
  const restrict = { type: 'restrict', readers: ['manager-lane'], answeredBy: null, reason: 'The child has died.' };
  const freeze = { type: 'freeze', diedOn: '2022-04-21', reason: 'The child has died.' };

  it('is that only the IRO and the IRO’s managers see it, and it is frozen, once', () => {
    expect(acts(died)).toEqual([restrict, freeze]);
    const frozen: DisputeEvent = { type: 'DisputeFrozen', data: { from: '2022-04-21', reason: 'The child has died.' } };
    const unfrozen: DisputeEvent = { type: 'DisputeUnfrozen', data: { reason: 'It goes on.' } };
    expect(acts(died, frozen)).toEqual([restrict]);
    expect(acts(died, frozen, unfrozen)).toEqual([restrict]);
  });

  it('is that it is frozen from the right day, once that is put right, unless somebody has let it go on', () => {
    const frozen: DisputeEvent = { type: 'DisputeFrozen', data: { from: '2022-04-19', reason: 'The child has died.' } };
    const unfrozen: DisputeEvent = { type: 'DisputeUnfrozen', data: { reason: 'It goes on.' } };
    expect(acts(died, frozen)).toEqual([restrict, freeze]);
    expect(acts(died, frozen, unfrozen)).toEqual([restrict]);
  });

  it('is counted from the first death, where several children have died', () => {
    const sibling = {
      child: '1568441',
      allocations: [first],
      diedOn: '2022-04-20',
      deathKnownAt: '2022-04-21T08:30:00.000Z',
    };
    expect(acts({ ...died, children: [...died.children, sibling] })[1]).toEqual({ ...freeze, diedOn: '2022-04-20' });
  });

  it('is that it is kept and frozen anew where it went on and another of its children dies since', () => {
    const frozen: DisputeEvent = { type: 'DisputeFrozen', data: { from: '2022-04-21', reason: 'The child has died.' } };
    const unfrozen: DisputeEvent = { type: 'DisputeUnfrozen', data: { reason: 'It goes on for her brother.' } };
    const lifted: DisputeEvent = { type: 'RestrictionLifted', data: { reason: 'It goes on for her brother.' } };
    const brother = {
      ...{ child: '1568441', allocations: [first], diedOn: '2022-05-03' },
      deathKnownAt: '2022-05-04T09:00:00.000Z',
    };
    const both = { ...died, children: [...died.children, brother] };
    expect(acts(both, frozen, unfrozen, lifted)).toEqual([restrict, { ...freeze, diedOn: '2022-05-03' }]);
    // The first death alone does not undo what somebody decided after it.
    expect(acts(both, frozen)).toEqual([restrict]);
  });

  it('is that an ended one is seen by them alone, and nobody is reminded of what is left to do', () => {
    expect(acts(died, Controls.resolved())).toEqual([restrict, freeze]);
  });

  it('is not that a narrower list is widened, nor that anything ends', () => {
    const named: DisputeEvent = { type: 'DisputeRestricted', data: { readers: ['hqa-wynn'], reason: 'A colleague.' } };
    expect(acts(died, named).map(({ type }) => type)).toEqual(['freeze']);
  });

  it('is that a list loses its workers and managers, whom the death keeps out of the others too', () => {
    const readers = ['hqa-wynn', 'tm-ashdown', 'sw-bray'];
    const named: DisputeEvent = { type: 'DisputeRestricted', data: { readers, reason: 'A colleague.' } };
    expect(acts(died, named)).toEqual([{ ...restrict, readers: ['hqa-wynn'] }, freeze]);
    const frozen: DisputeEvent = { type: 'DisputeFrozen', data: { from: '2022-04-21', reason: 'The child has died.' } };
    expect(acts(died, frozen, named)).toEqual([]);
  });
});
