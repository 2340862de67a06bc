import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { childDecider } from '../../src/directory/child.js';
import type { ChildEvent, PostEvent } from '../../src/directory/events.js';
import { postDecider } from '../../src/directory/post.js';
import { NOT_NEEDED } from '../../src/roles/agreed.js';
import { opensCases } from '../../src/roles/team-change.js';
import { specify } from '../support/given.js';

const OPERATIONS = readFileSync('docs/operations.md', 'utf8');
const AHEAD = '2022-09-01';
const SOONER = '2022-05-02';

const child: ChildEvent = {
  type: 'ChildRegistered',
  data: { childId: 'C1', initials: 'AB', bornOn: '2012-02-01', population: 'looked-after', fromRegister: false },
};
const post: PostEvent[] = [
  {
    type: 'PostRegistered',
    data: { postId: 'P1', kind: 'team-manager', title: 'Team manager', team: 'north', service: null },
  },
  { type: 'PostTaken', data: { person: 'tom', from: '2020-01-01', agreed: NOT_NEEDED } },
  { type: 'PostLeft', data: { person: 'tom', on: AHEAD } },
];

/** A day on which the plan has begun, or the last day has passed. */
const SINCE = '2022-10-03';

const allocated = { type: 'ChildAllocated', data: { team: 'north', iro: 'iris', from: AHEAD } } as const;
const workerNamed = { type: 'SocialWorkerNamed', data: { socialWorker: 'wes', from: AHEAD } } as const;
const allocate = { type: 'allocate', team: 'south', iro: 'ivan', from: SOONER } as const;
const name = { type: 'name-social-worker', socialWorker: 'wyn', from: SOONER } as const;
const leave = { type: 'leave', person: 'tom', on: SOONER } as const;

it('a change that lies ahead gives way to one that begins before it', () => {
  specify(childDecider)(child, allocated)
    .when({ ...allocate, today: SOONER }, null)
    .then({ type: 'ChildAllocated', data: { team: 'south', iro: 'ivan', from: SOONER } });
  specify(childDecider)(child, workerNamed)
    .when({ ...name, today: SOONER }, null)
    .then({ type: 'SocialWorkerNamed', data: { socialWorker: 'wyn', from: SOONER } });
  specify(postDecider)(...post)
    .when({ ...leave, today: SOONER }, null)
    .then({ type: 'PostLeft', data: { person: 'tom', on: SOONER } });
});

it('a plan is taken back by what holds today, and is not of use as what is left out', () => {
  const now = { type: 'ChildAllocated', data: { team: 'south', iro: 'ivan', from: '2022-01-03' } } as const;
  specify(childDecider)(child, now, allocated)
    .when({ type: 'allocate', iro: 'ivan', from: SOONER, today: SOONER }, null)
    .then({ type: 'ChildAllocated', data: { team: 'south', iro: 'ivan', from: SOONER } });
});

it('the page for those who run it names what is refused because it has begun', () => {
  const refused = [
    specify(childDecider)(child, allocated)
      .when({ ...allocate, today: SINCE }, null)
      .refusal().code,
    specify(childDecider)(child, workerNamed)
      .when({ ...name, today: SINCE }, null)
      .refusal().code,
    specify(postDecider)(...post)
      .when({ ...leave, today: SINCE }, null)
      .refusal().code,
  ];
  expect(refused).toEqual(['allocated-since', 'worker-named-since', 'post-not-held']);
  for (const code of refused) expect(OPERATIONS).toContain(`\`${code}\``);
});

it('the page names the changes of a team that wait for a second person', () => {
  expect(opensCases({ type: 'move-to-service', service: 'care', from: null })).toBe(true);
  expect(opensCases({ type: 'end', on: SOONER, succeededBy: ['south'] })).toBe(true);
  for (const act of ['move-to-service', 'end']) expect(OPERATIONS).toContain(`\`POST /api/v1/teams/…/${act}\``);
});
