import fc from 'fast-check';
import type { PostKind, Protocol } from '../../src/protocol/protocol.js';
import { readProtocol } from '../../src/protocol/read-protocol.js';
import { shipped } from '../support/shipped.js';
import { anyProtocolFile } from './any-protocol.js';

/** Mostly one by which more time may be asked for and a concern be taken to another agency, or few histories would come to that. */
export const anyProtocol: fc.Arbitrary<Protocol> = fc
  .tuple(
    fc.oneof(
      fc.constantFrom('house', 'alerts-2017', 'leicestershire').map((name) => shipped(name).protocol),
      anyProtocolFile.map((file) => readProtocol(file, 'generated.yaml').protocol),
    ),
    fc.constantFrom<PostKind[] | null>(null, ['iro'], ['iro-manager']),
    fc.constantFrom(true, false, false, false),
  )
  .map(([protocol, grantedBy, isTimedByMeeting]) => ({
    ...protocol,
    ...(grantedBy === null
      ? {}
      : {
          extensions: { allowed: true, grantedBy, maximumWorkingDays: null },
          parallelRoutes: ['other-agency' as const],
        }),
    ...(isTimedByMeeting
      ? { stages: protocol.stages.map((each) => ({ ...each, clock: { unit: 'meeting' as const } })) }
      : {}),
  }));
