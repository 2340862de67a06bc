import fc from 'fast-check';
import type { Instant, LocalDate } from '../../src/calendar/calendar.js';
import { addDays, londonDate } from '../../src/calendar/dates.js';
import { POST_KINDS, type PostKind } from '../../src/protocol/protocol.js';
import { IN_SET_UP, NOT_NEEDED } from '../../src/roles/agreed.js';
import { team } from '../support/leaders.js';
import type { Story } from '../support/read-models.js';
import type { CouncilNow } from './asked.js';
import { beside, CHILDREN, childStory, IROS, type Seat, seated } from './changing-council.js';

/*
 * A council in which every post is held, and what becomes of it day after day: people leave and others take their posts, teams end or are
 * merged, children die, leave care, come back, or get another IRO or none, and IROs are covered for a while.
 */

/** Something that changes, some hours after the beginning. */
export interface Change {
  readonly hours: number;
  readonly what:
    | { readonly type: 'leaves' | 'leaves-tonight' | 'is-succeeded'; readonly seat: number }
    | { readonly type: 'merged' | 'ended' | 'out-of-service' }
    | { readonly type: 'dies' | 'leaves-care' | 'comes-back'; readonly child: number }
    | {
        readonly type: 'reallocated';
        readonly child: number;
        readonly iro: string | null;
        readonly team: string | null;
      }
    | { readonly type: 'worker'; readonly child: number; readonly worker: string | null }
    | { readonly type: 'cover' | 'cover-ends'; readonly iro: number }
    | { readonly type: 'time-passes' };
}

const SEATS: readonly { kind: PostKind; person: string }[] = [
  ...IROS.map((person) => ({ kind: 'iro' as const, person })),
  ...POST_KINDS.filter((kind) => kind !== 'iro').map((kind) => ({ kind, person: `the-${kind}` })),
];
/** Those on whom the most hangs leave more often than others. */
const LEAVES_OFTEN: readonly PostKind[] = ['iro', 'team-manager', 'iro-manager', 'head-of-qa', 'service-manager'];
const often = SEATS.flatMap(({ kind }, index) => (LEAVES_OFTEN.includes(kind) ? [index] : []));

const seat = fc.oneof(fc.nat({ max: SEATS.length - 1 }), fc.constantFrom(...often));
const child = fc.nat({ max: CHILDREN.length - 1 });
const iro = fc.nat({ max: IROS.length - 1 });

const what: fc.Arbitrary<Change['what']> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constantFrom('leaves', 'leaves', 'leaves-tonight'), seat }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('is-succeeded' as const), seat }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('merged', 'ended', 'out-of-service') }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constantFrom('dies', 'leaves-care', 'leaves-care', 'comes-back'), child }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('reallocated' as const),
      child,
      iro: fc.constantFrom(null, ...IROS),
      team: fc.constantFrom(null, 'through-care-1', 'through-care-3', 'through-care-4'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('worker' as const),
      child,
      worker: fc.constantFrom(null, 'the-social-worker'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('cover', 'cover', 'cover-ends'), iro }) },
  { weight: 2, arbitrary: fc.constant({ type: 'time-passes' as const }) },
);

/** The disputes of the histories are raised in the first hour; most of what happens to them is over in ten weeks. */
export const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({ hours: fc.integer({ min: 1, max: 24 * 70 }), what }),
  {
    ...{ minLength: 3, maxLength: 12, size: 'max' },
  },
);

interface Holding {
  readonly seat: number;
  readonly person: string;
  readonly until: LocalDate | null;
}

/** The council at each moment: what was recorded, and what follows for who is in office. */
export class CouncilOverTime implements CouncilNow {
  private holdings: Holding[] = SEATS.map(({ person }, index) => ({ seat: index, person, until: null }));
  private readonly gone = new Set<string>();
  private readonly covered = new Map<number, { readonly by: string; readonly from: LocalDate }>();
  private hasEnded = false;

  get died(): readonly string[] {
    return [...this.gone];
  }

  inOffice(on: LocalDate): ReadonlyMap<string, PostKind> {
    return new Map(
      this.holdings
        .filter(({ until }) => until === null || on <= until)
        .map(({ seat: index, person }) => [person, SEATS[index]!.kind] as const),
    );
  }

  /** Before anything has changed. */
  static begins(): Story[] {
    const life = { worker: 'the-social-worker', leftCareOn: null, diedOn: null };
    return [
      team('through-care-1', 'Through Care 1', 'through-care'),
      team('through-care-3', 'Through Care 3', 'through-care'),
      team('through-care-4', 'Through Care 4', 'through-care'),
      ...SEATS.flatMap((each) => seated({ ...each, is: 'held', until: null } satisfies Seat)),
      childStory(CHILDREN[0]!, { ...life, iro: IROS[0]!, bornOn: '2012-02-01' }),
      // The second turns 18 on the way.
      childStory(CHILDREN[1]!, { ...life, iro: IROS[1]!, bornOn: '2004-05-01' }),
      ...beside('team-manager', 'the-director'),
    ];
  }

  /** The events that a change puts on record; none if it cannot be. */
  change({ what: each }: Change, now: Instant): Story[] {
    const today = londonDate(now);
    switch (each.type) {
      case 'leaves':
        return this.leave(each.seat, addDays(today, -1));
      case 'leaves-tonight':
        return this.leave(each.seat, today);
      case 'is-succeeded':
        return this.succeed(each.seat, today);
      case 'merged':
      case 'ended':
        return this.endTeam(today, each.type === 'merged' ? ['through-care-1'] : []);
      case 'out-of-service':
        return [
          {
            stream: 'team-through-care-3',
            events: [{ type: 'TeamMovedToService', data: { service: null, from: today, agreed: NOT_NEEDED } }],
          },
        ];
      case 'cover':
        return this.cover(each.iro, today);
      case 'cover-ends':
        return this.endCover(each.iro, today);
      case 'time-passes':
        return [];
      default:
        return this.changeChild(each, today);
    }
  }

  private leave(index: number, on: LocalDate): Story[] {
    const held = this.holdings.find(({ seat: other, until }) => other === index && until === null);
    if (held === undefined) return [];
    this.holdings = this.holdings.map((each) => (each === held ? { ...each, until: on } : each));
    return [{ stream: streamOf(index), events: [{ type: 'PostLeft', data: { person: held.person, on } }] }];
  }

  private succeed(index: number, today: LocalDate): Story[] {
    const held = this.holdings.filter(({ seat: other }) => other === index);
    if (held.some(({ until }) => until === null || until >= today)) return [];
    const person = `${SEATS[index]!.person}-${held.length + 1}`;
    this.holdings.push({ seat: index, person, until: null });
    return [
      {
        stream: `person-${person}`,
        events: [
          { type: 'PersonRegistered', data: { personId: person, name: person, email: null, fromRegister: false } },
        ],
      },
      { stream: streamOf(index), events: [{ type: 'PostTaken', data: { person, from: today, agreed: IN_SET_UP } }] },
    ];
  }

  private endTeam(today: LocalDate, succeededBy: readonly string[]): Story[] {
    if (this.hasEnded) return [];
    this.hasEnded = true;
    const ended = { on: addDays(today, -1), succeededBy: [...succeededBy], agreed: NOT_NEEDED };
    return [{ stream: 'team-through-care-3', events: [{ type: 'TeamEnded', data: ended }] }];
  }

  private cover(index: number, today: LocalDate): Story[] {
    if (this.covered.has(index)) return [];
    const [away, by] = [IROS[index]!, IROS[(index + 1) % IROS.length]!];
    this.covered.set(index, { by, from: today });
    const arranged = { iro: away, by, from: today, to: addDays(today, 14), reason: null };
    return [{ stream: `cover-${away}`, events: [{ type: 'CoverArranged', data: arranged }] }];
  }

  private endCover(index: number, today: LocalDate): Story[] {
    const covered = this.covered.get(index);
    if (covered === undefined || covered.from >= today || addDays(covered.from, 14) < today) return [];
    this.covered.delete(index);
    return [
      {
        stream: `cover-${IROS[index]!}`,
        events: [{ type: 'CoverEnded', data: { ...covered, on: addDays(today, -1) } }],
      },
    ];
  }

  private changeChild(each: Extract<Change['what'], { child: number }>, today: LocalDate): Story[] {
    const childId = CHILDREN[each.child]!;
    if (this.gone.has(childId)) return [];
    const events = (): Story['events'] => {
      switch (each.type) {
        case 'dies':
          this.gone.add(childId);
          return [{ type: 'ChildDied', data: { on: today } }];
        case 'leaves-care':
          return [{ type: 'ChildLeftCare', data: { on: today, because: 'adopted' } }];
        case 'comes-back':
          return [{ type: 'ChildCameBackIntoCare', data: { on: today } }];
        case 'worker':
          return [{ type: 'SocialWorkerNamed', data: { socialWorker: each.worker, from: today } }];
        case 'reallocated':
          return [
            { type: 'ChildAllocated', data: { team: each.team ?? 'through-care-3', iro: each.iro, from: today } },
          ];
      }
    };
    return [{ stream: `child-${childId}`, events: events() }];
  }
}

const streamOf = (index: number): string => `post-${SEATS[index]!.kind}-${SEATS[index]!.person}`;
