import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instant } from '../../src/calendar/calendar.js';
import type { Protocol } from '../../src/protocol/protocol.js';
import { casesOf, patienceFor, report, seed } from '../faults/cases.js';
import { protocolAdopted, readingAt } from '../support/leaders.js';
import { readModelsOf } from '../support/read-models.js';
import { everybodyIsAsked } from './asked.js';
import { type ChangingCouncil, changingCouncil } from './changing-council.js';
import { lived, storyOf } from './doors.js';
import { history, historyOfByways, historyOfDates, type Step } from './histories.js';
import { anyProtocol } from './protocols-with-byways.js';
import { untilReached } from './until-reached.js';

/*
 * No open matter without somebody in office who is asked, by a date or by "none set": over random histories and protocols, in a council
 * that has changed. test/process/asked-at-every-step.spec.ts looks after each change.
 */

const CASES = casesOf('asked');
const DISPUTES = 4;
const BEGINS: Instant = '2022-04-14T09:00:00.000Z';

const someHistories: fc.Arbitrary<Step[][]> = fc.array(
  fc.oneof(history, historyOfDates, historyOfByways, historyOfByways),
  {
    ...{ minLength: 1, maxLength: DISPUTES, size: 'max' },
  },
);
const instants = fc.constantFrom<Instant>(
  '2022-04-19T10:00:00.000Z',
  '2022-05-06T10:00:00.000Z',
  '2022-08-01T10:00:00.000Z',
);

/** The number of times that each kind of matter was asked, and how often it had fallen to somebody: what never comes up shows nothing. */
const seen = new Map<string, number>();
const count = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);

describe('Every open matter', () => {
  it(
    'is asked of somebody in office, who may read it or is told that it is theirs to allocate',
    async () => {
      const asIs = async (
        protocol: Protocol,
        histories: readonly Step[][],
        council: ChangingCouncil,
        now: Instant,
      ): Promise<void> => {
        const disputes = histories.map((steps, index) => lived(steps, protocol, `DRP-0000-000${index}`, BEGINS));
        const happened = disputes.filter(({ events }) => events.length > 0);
        const models = await readModelsOf(protocolAdopted(protocol), ...council.stories, ...happened.map(storyOf));
        try {
          everybodyIsAsked(happened, council, readingAt(models, now, protocol), count);
        } finally {
          await models.close();
        }
      };
      let runs = 0;
      const councils = (numRuns: number): Promise<void> =>
        fc.assert(fc.asyncProperty(...([anyProtocol, someHistories, changingCouncil, instants] as const), asIs), {
          ...{ numRuns, seed: seed + runs++ },
        });
      await councils(CASES);
      // The histories do come to each of these, or nothing is shown about it.
      const unseen = () => EXPECTED.filter((what) => !seen.has(what));
      expect(await untilReached(unseen, () => councils(Math.ceil(CASES / 4)))).toEqual([]);
      report('asked', { councils: CASES, kinds: seen.size });
    },
    patienceFor(CASES, 5_000),
  );
});

/** Those to which histories come often. Each of the others has its case in src/work/open-matters.spec.ts. */
const EXPECTED: readonly string[] = [
  ...['answer', 'judge', 'decide', 'chase', 'action', 'agenda', 'chase-agency', 'decide-after-care', 'take-on'],
  ...['hand-over, fallen', 'fill-vacancy, fallen', 'answer-check', 'answer-check, fallen', 'answer-recommendations'],
  ...['hold-meeting', 'meeting-action, fallen'],
];
