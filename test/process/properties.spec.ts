import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { protocolBook } from '../../src/protocol/protocol-book.js';
import { casesOf, patienceFor } from '../faults/cases.js';
import { shipped } from '../support/shipped.js';
import { history, live } from './histories.js';
import { everyPromise, isLateNow } from './promises.js';
import { untilReached } from './until-reached.js';

/*
 * Thousands of histories, over each protocol that is shipped. A failing run prints its seed and the shortest history that shows the
 * fault.
 */

const HISTORIES = casesOf('histories');

describe.each(['house', 'alerts-2017', 'barnet', 'leicestershire', 'worcestershire'])('Under %s, always', (name) => {
  const protocols = protocolBook([{ version: 1, from: '2020-01-01', protocol: shipped(name).protocol }]);
  it(
    'every promise holds at every step',
    async () => {
      const seen = { resolved: 0, stalemate: 0, late: 0, escalated: 0, reopened: 0, passed: 0 };
      const promise: Parameters<typeof live>[2] = (moment) => {
        everyPromise(moment);
        for (const { type } of moment.events) {
          if (type === 'DisputeResolved') seen.resolved++;
          if (type === 'StalemateRecorded') seen.stalemate++;
          if (type === 'DisputeEscalated') seen.escalated++;
          if (type === 'DisputeReopened') seen.reopened++;
          if (type === 'AnswerDeadlinePassed') seen.passed++;
        }
        seen.late += isLateNow(moment.after).length;
      };
      const histories = (numRuns: number): void =>
        fc.assert(
          fc.property(history, (steps) => live(steps, protocols, promise)),
          { numRuns },
        );
      histories(HISTORIES);
      // The histories do get somewhere, or the promises would hold of nothing.
      const seldom = () => Object.keys(seen).filter((what) => seen[what as keyof typeof seen] <= 5);
      expect(await untilReached(seldom, () => histories(Math.ceil(HISTORIES / 2)))).toEqual([]);
    },
    patienceFor(HISTORIES, 100),
  );
});
