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

/** What the directory refuses because of a day that lies ahead. */
const refusedForADayAhead = (): string[] => [
  specify(childDecider)(child, { type: 'ChildAllocated', data: { team: 'north', iro: 'iris', from: AHEAD } })
    .when({ type: 'allocate', team: 'south', iro: 'ivan', from: SOONER }, null)
    .refusal().code,
  specify(childDecider)(child, { type: 'SocialWorkerNamed', data: { socialWorker: 'wes', from: AHEAD } })
    .when({ type: 'name-social-worker', socialWorker: 'wyn', from: SOONER }, null)
    .refusal().code,
  specify(postDecider)(...post)
    .when({ type: 'leave', person: 'tom', on: SOONER }, null)
    .refusal().code,
];

it('the page for those who run it names what a day that lies ahead has refused', () => {
  for (const code of refusedForADayAhead()) expect(OPERATIONS).toContain(`\`${code}\``);
});

it('the page names the changes of a team that wait for a second person', () => {
  expect(opensCases({ type: 'move-to-service', service: 'care', from: null })).toBe(true);
  expect(opensCases({ type: 'end', on: SOONER, succeededBy: ['south'] })).toBe(true);
  for (const act of ['move-to-service', 'end']) expect(OPERATIONS).toContain(`\`POST /api/v1/teams/…/${act}\``);
});
