import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { protocolBook } from '../../src/protocol/protocol-book.js';
import { casesOf, patienceFor } from '../faults/cases.js';
import { readProtocol } from '../../src/protocol/read-protocol.js';
import { anyProtocolFile } from './any-protocol.js';
import { history, live } from './histories.js';
import { everyPromise } from './promises.js';
import { untilReached } from './until-reached.js';

/** Protocols that no council has written yet, each with a history of its own. */
const PROTOCOLS = casesOf('protocols');

describe('Under any protocol that a file can hold, always', () => {
  it(
    'every promise holds at every step',
    async () => {
      const seen = new Map<string, number>();
      const protocols = (numRuns: number): void =>
        fc.assert(
          fc.property(anyProtocolFile, history, (file, steps) => {
            const { protocol } = readProtocol(file, 'generated.yaml');
            live(steps, protocolBook([{ version: 1, from: '2020-01-01', protocol }]), (moment) => {
              everyPromise(moment);
              const byItself = moment.step.act === 'clock' ? ' by the clock' : '';
              for (const { type } of moment.events) seen.set(type + byItself, (seen.get(type + byItself) ?? 0) + 1);
            });
          }),
          { numRuns },
        );
      protocols(PROTOCOLS);
      // The histories do get somewhere, or the promises would hold of nothing.
      const SHOULD_HAPPEN = [
        'AnswerGiven',
        'AnswerRejected',
        'DisputeEscalated',
        'DisputeEscalated by the clock',
        'DisputeResolved',
        'SentBack',
        'ClockPaused',
        'ReceiptAcknowledged',
        'ReceiptDeadlineSet',
        'ReceiptDeadlinePassed by the clock',
        'AnswerDeadlinePassed by the clock',
        'ActionDeadlinePassed by the clock',
        'TotalCapPassed by the clock',
      ];
      const seldom = () => SHOULD_HAPPEN.filter((type) => (seen.get(type) ?? 0) < 5);
      expect(await untilReached(seldom, () => protocols(Math.ceil(PROTOCOLS / 4)))).toEqual([]);
    },
    patienceFor(PROTOCOLS, 100),
  );
});
