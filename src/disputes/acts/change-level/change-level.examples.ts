import fc from 'fast-check';
import { teamManager } from '../../../../test/golden/invented.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import { text } from '../../../../test/support/arbitraries.js';
import type { ChangeLevel } from './change-level.js';

export const examples = actExamples<ChangeLevel, 'LevelChanged'>({
  anyAct: fc.record({
    type: fc.constant('change-level'),
    level: fc.constantFrom('red', 'amber', 'green', 'none'),
    reason: text,
    meetingOn: fc.constant(null),
  }),
  events: {
    LevelChanged: {
      from: 'amber',
      to: 'red',
      reason: 'She has gone missing twice since it was raised.',
      ladder: 'main',
      begins: {
        stage: {
          ladder: 'main',
          number: 1,
          countsAs: 'formal',
          level: 'red',
          code: 'stage-1',
          name: 'Team manager',
          reason: 'She has gone missing twice since it was raised.',
        },
        addressee: teamManager,
        protocolVersion: 1,
      },
    },
  },
  sent: null,
});
