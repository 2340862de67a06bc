import { describe, expect, it } from '@jest/globals';
import { waitedForAmong } from './waited-for-among.js';

const isHeld = ({ holder }: { holder: string | null }): boolean => holder !== null;
const manager = { post: 'team-manager', holder: 'tom' };
const vacant = { post: 'assistant-team-manager', holder: null };

describe('the posts that are waited for', () => {
  it('leave a vacant one out where somebody holds another that may act', () => {
    expect(waitedForAmong([manager, vacant], { isHeld, mustAll: false })).toEqual([manager]);
  });

  it('are all of them where each must act', () => {
    expect(waitedForAmong([manager, vacant], { isHeld, mustAll: true })).toEqual([manager, vacant]);
  });

  it('are all of them where nobody holds any', () => {
    expect(waitedForAmong([vacant], { isHeld, mustAll: false })).toEqual([vacant]);
  });
});
