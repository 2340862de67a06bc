import fc from 'fast-check';
import type { LocalDate } from '../../src/calendar/calendar.js';
import { POST_KINDS, type PostKind } from '../../src/protocol/protocol.js';
import { Meetings } from '../support/meetings.js';
import { post, team } from '../support/leaders.js';
import type { Story } from '../support/read-models.js';

/*
 * A council around some disputes, in which people leave, posts become vacant or are not there at all, a team is merged into another,
 * children die, leave care, turn 18 or have no IRO; with checks, recommendations and meetings that wait for somebody.
 */

/** Those whom the disputes of the histories are about. */
export const CHILDREN = ['1568440', '1193391'];
export const IROS = ['iro-rowe', 'iro-prasad', 'the-iro'];

const dayOrNever: fc.Arbitrary<LocalDate | null> = fc.constantFrom(null, null, null, '2022-04-18', '2022-05-04');
const rarelyOn: fc.Arbitrary<LocalDate | null> = fc.constantFrom(null, null, null, null, null, null, '2022-04-21');

/** Somebody in a post for a while: until a day, from the beginning on, or not at all. */
export interface Seat {
  readonly kind: PostKind;
  readonly person: string;
  readonly is: 'held' | 'vacant' | 'not-there';
  readonly until: LocalDate | null;
}

const seat = (kind: PostKind, person: string): fc.Arbitrary<Seat> =>
  fc.record({
    kind: fc.constant(kind),
    person: fc.constant(person),
    is: fc.constantFrom('held', 'held', 'held', 'held', 'vacant', 'not-there'),
    until: dayOrNever,
  });

/** Each kind of post once, and three IROs. */
const seats: fc.Arbitrary<Seat[]> = fc.tuple(
  ...IROS.map((person) => seat('iro', person)),
  ...POST_KINDS.filter((kind) => kind !== 'iro').map((kind) => seat(kind, `the-${kind}`)),
);

export interface ChildAround {
  readonly iro: string | null;
  readonly worker: string | null;
  readonly bornOn: LocalDate;
  readonly leftCareOn: LocalDate | null;
  readonly diedOn: LocalDate | null;
}

const child: fc.Arbitrary<ChildAround> = fc.record({
  iro: fc.constantFrom(null, ...IROS),
  worker: fc.constantFrom(null, 'the-social-worker'),
  bornOn: fc.constantFrom('2012-02-01', '2012-02-01', '2004-05-01'),
  leftCareOn: rarelyOn,
  diedOn: rarelyOn,
});

export interface ChangingCouncil {
  readonly stories: readonly Story[];
  /** The holders of a post that counts on a day, by person, with their kinds of post. */
  inOffice(on: LocalDate): ReadonlyMap<string, PostKind>;
  /** Record numbers of the children who have died. */
  readonly died: readonly string[];
}

export const changingCouncil: fc.Arbitrary<ChangingCouncil> = fc
  .record({
    seats,
    children: fc.tuple(child, child),
    cover: fc.constantFrom(null, ...IROS),
    merged: rarelyOn,
    asked: fc.constantFrom<PostKind>('team-manager', 'social-worker', 'director'),
    doer: fc.constantFrom('the-director', 'the-team-manager', 'nobody-known'),
  })
  .map(({ seats: all, children, cover, merged, asked, doer }) => ({
    stories: [
      team('through-care-1', 'Through Care 1', 'through-care'),
      mergedInto('through-care-1', merged),
      team('through-care-4', 'Through Care 4', 'through-care'),
      ...all.flatMap(seated),
      ...children.map((each, index) => childStory(CHILDREN[index]!, each)),
      ...(cover === null ? [] : [covered(cover)]),
      ...beside(asked, doer),
    ],
    died: CHILDREN.filter((_, index) => children[index]!.diedOn !== null),
    inOffice: (on) =>
      new Map(
        all.flatMap(({ kind, person, is, until }) =>
          is === 'held' && (until === null || on <= until) ? [[person, kind] as const] : [],
        ),
      ),
  }));

export const seated = ({ kind, person, is, until }: Seat): Story[] => {
  // Of the IROs each has a post of their own, and a vacant one has no name to tell it by.
  if (is === 'not-there' || (is === 'vacant' && kind === 'iro')) return [];
  const forTeams =
    /team|service-manager|head-of-service|executive|social-worker/.test(kind) && kind !== 'qa-service-manager';
  const more = { ...(until === null ? {} : { until }), ...(forTeams ? { service: 'through-care' } : {}) };
  return post(kind, null, is === 'held' ? person : null, more);
};

const mergedInto = (successor: string, on: LocalDate | null): Story => {
  const { stream, events } = team('through-care-3', 'Through Care 3', 'through-care');
  const ended = { type: 'TeamEnded', data: { on, succeededBy: [successor] } };
  return { stream, events: on === null ? events : [...events, ended] };
};

export const childStory = (childId: string, { iro, worker, bornOn, leftCareOn, diedOn }: ChildAround): Story => ({
  stream: `child-${childId}`,
  events: [
    {
      type: 'ChildRegistered',
      data: { childId, initials: null, bornOn, population: 'looked-after', fromRegister: false },
    },
    { type: 'ChildAllocated', data: { team: 'through-care-3', iro, from: null } },
    ...(worker === null ? [] : [{ type: 'SocialWorkerNamed', data: { socialWorker: worker, from: null } }]),
    ...(leftCareOn === null ? [] : [{ type: 'ChildLeftCare', data: { on: leftCareOn, because: 'adopted' } }]),
    ...(diedOn === null ? [] : [{ type: 'ChildDied', data: { on: diedOn } }]),
  ],
});

const covered = (iro: string): Story => ({
  stream: `cover-${iro}`,
  events: [
    {
      type: 'CoverArranged',
      data: { iro, by: IROS.find((other) => other !== iro), from: '2022-04-01', to: '2023-12-31', reason: null },
    },
  ],
});

export const CHILD_OF_REVIEWS = CHILDREN[0]!;
export const CHECK = 'RVW-7K4M-2QXH';
export const TO_ANSWER = 'REC-0000-0001';
export const TO_DECIDE = 'REC-0000-0002';
export const TO_HOLD = 'CM-0000-0001';
export const TO_CLOSE = 'CM-0000-0002';

/** The records that wait beside the disputes. */
export const beside = (asked: PostKind, doer: string): Story[] => {
  const sent = (reference: string, ...more: Story['events']): Story => ({
    stream: `recommendations-${reference}`,
    events: [
      {
        type: 'RecommendationsSent',
        data: {
          ...{ reference, child: CHILD_OF_REVIEWS, iro: 'iro-rowe', team: 'through-care-3', reviewedOn: '2022-04-12' },
          ...{
            recommendations: [],
            protocolVersion: 1,
            answeredBy: [asked],
            sentOn: '2022-04-14',
            rule: '5 working days',
          },
          ...{ dueOn: '2022-04-25', dueAt: '2022-04-25T23:00:00.000Z' },
        },
      },
      ...more,
    ],
  });
  return [
    sent(TO_ANSWER),
    sent(TO_DECIDE, { type: 'RecommendationsDisagreed', data: { role: asked, reason: 'No.' } }),
    {
      stream: `review-${CHECK}`,
      events: [
        {
          type: 'CheckBegun',
          data: {
            ...{
              reference: CHECK,
              kind: 'preparation',
              child: CHILD_OF_REVIEWS,
              iro: 'iro-rowe',
              heldOn: '2022-04-14',
            },
            standards: ['visits', 'plan'].map((code) => ({ code, text: 'In words.', theme: 'VISIT' })),
          },
        },
        { type: 'StandardChecked', data: { standard: 'plan', answer: 'not-met', note: null } },
      ],
    },
    { stream: `challengeMeeting-${TO_HOLD}`, events: [Meetings.meetingArranged({ meeting: TO_HOLD, series: null })] },
    {
      stream: `challengeMeeting-${TO_CLOSE}`,
      events: [
        Meetings.meetingArranged({ meeting: TO_CLOSE, series: null, posts: ['director'] }),
        Meetings.itemAdded('I1', Meetings.aTheme()),
        Meetings.begun(),
        Meetings.decided('I1', {
          iroView: null,
          actions: [{ actionId: 'A1', what: 'Count them', who: 'In words', person: doer, by: '2022-06-01' }],
        }),
      ],
    },
  ];
};
