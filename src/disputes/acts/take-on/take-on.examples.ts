import fc from 'fast-check';
import { LOCALITY } from '../../../../test/golden/invented.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { TakeOn } from './take-on.js';

export const examples = actExamples<TakeOn, 'ImportedDisputeTakenOn'>({
  anyAct: fc.constant({ type: 'take-on', addressee: { team: null, posts: [] } }),
  events: {
    ImportedDisputeTakenOn: {
      ladder: 'main',
      stage: 1,
      addressee: { team: LOCALITY, posts: ['team-manager'] },
      protocolVersion: 1,
    },
  },
  sent: null,
});
