import { relative } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** What takes longest begins first: most of it waits, for programs that start or for time that passes, while others compute. */
const FIRST = [
  'test/faults/kill-loop.spec.ts',
  'test/faults/crash-points.spec.ts',
  'test/instances/failing-cluster.spec.ts',
  'test/instances/three-instances.spec.ts',
  'test/command-line/footprint.spec.ts',
  'test/process/a-new-act.spec.ts',
  'test/access/matrix.spec.ts',
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
