import { expect, it } from '@jest/globals';
import { postThatMay } from '../access/access.js';
import type { Directory } from '../directory/directory.js';
import type { PostKind } from '../protocol/protocol.js';
import { relationsByParties } from './relations.js';

const nobody = {
  practiceOf: null,
  children: [],
  teams: [],
  heldBy: null,
  raisedBy: null,
  addressedNow: null,
  addressedEver: [],
};
const referred = {
  ...nobody,
  leftWithoutAnswer: [],
  sitting: [],
  named: [],
  listed: [],
  letRead: [],
  wasReferred: true,
};

it('lets a post of the IRO service see to a referral to Cafcass where it was sent from such a post, and no other', () => {
  const may = (kind: PostKind, referredFrom: PostKind): boolean => {
    const asker = {
      person: 'somebody',
      name: 'Somebody',
      posts: [{ postId: 'post-1', kind, title: 'Post', team: null, service: null, person: 'somebody' }],
    };
    const relations = relationsByParties({ ...referred, referredFrom }, asker, {} as Directory, '2022-04-14');
    return (
      ['dispute.withdraw-referral', 'dispute.record-cafcass-reply', 'dispute.send-more-to-cafcass'] as const
    ).every((permission) => postThatMay(asker, permission, relations) !== undefined);
  };
  expect(may('head-of-qa', 'head-of-qa')).toBe(true);
  expect(may('head-of-qa', 'iro')).toBe(false);
  expect(may('qa-service-manager', 'head-of-qa')).toBe(false);
  expect(may('iro-manager', 'iro')).toBe(true);
  expect(may('director', 'iro')).toBe(false);
  expect(may('business-support', 'iro')).toBe(false);
});
