import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { given } from '../../../test/support/given.js';
import { adviceOnStage } from './advice-on-stage.js';

const context = Controls.context(Controls.iroManager, { protocol: Controls.protocol({ challengeFromStage: 3 }) });
const { state } = given(...Controls.disputeRaised());
const codes = (...[added, kind, rules]: Parameters<typeof adviceOnStage>) =>
  adviceOnStage(added, kind, rules).map(({ code, pointer }) => [code, pointer]);

describe('Advice on a case that people put on an agenda', () => {
  const added = { state, note: null, index: 1 };

  it('asks why it comes before the stage that the protocol names, and is silent once somebody says so', () => {
    expect(codes(added, 'challenge', context)).toEqual([['below-the-stage-of-the-meeting', '/items/1/note']]);
    expect(codes({ ...added, note: ' ' }, 'challenge', context)).toHaveLength(1);
    expect(codes({ ...added, note: 'Both sisters are at risk.' }, 'challenge', context)).toEqual([]);
  });

  it('is for the challenge meeting, and for a case that is open below that stage', () => {
    expect(codes(added, 'pre-challenge', context)).toEqual([]);
    expect(codes(added, 'challenge', Controls.context(Controls.iroManager))).toEqual([]);
    const first = Controls.context(Controls.iroManager, { protocol: Controls.protocol({ challengeFromStage: 1 }) });
    expect(codes(added, 'challenge', first)).toEqual([]);
    const ended = given(...Controls.disputeRaised(), Controls.resolved()).state;
    expect(codes({ ...added, state: ended }, 'challenge', context)).toEqual([]);
  });
});
