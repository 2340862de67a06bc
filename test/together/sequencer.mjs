import { relative } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/**
 * The spec that takes longest begins first, so that all processors have work to the end; most of it waits, for programs that start or for time that
 * passes, while others compute. Jest itself goes by the size of a file, which says nothing of a group.
 */
const FIRST = [
  'test/together/proofs/registers.ts',
  'test/faults/kill-loop.spec.ts',
  'test/together/proofs/notices.ts',
  'test/together/proofs/pages-f.ts',
  'test/together/proofs/pages-a.ts',
  'test/instances/failing-cluster.spec.ts',
  'test/instances/three-instances.spec.ts',
  'test/together/proofs/disclosure.ts',
  'test/together/proofs/process.ts',
  'test/process/a-new-act.spec.ts',
  'test/together/proofs/every-request.ts',
  'test/together/proofs/journeys-a.ts',
  'test/together/proofs/journeys-m.ts',
  'test/together/proofs/around.ts',
  'test/together/proofs/recount.ts',
];

export default class WaitingFirst extends Sequencer {
  sort(tests) {
    const placeOf = ({ path, context }) => {
      const place = FIRST.indexOf(relative(context.config.rootDir, path));
      return place === -1 ? FIRST.length : place;
    };
    return [...super.sort(tests)].sort((one, other) => placeOf(one) - placeOf(other));
  }
}
