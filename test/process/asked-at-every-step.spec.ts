import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { projections } from '../../projections/index.js';
import type { Instant } from '../../src/calendar/calendar.js';
import { directoryFrom } from '../../src/directory/directory-from.js';
import { disputeDecider } from '../../src/disputes/decide.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { SettableClock } from '../../src/platform/clock/clock.js';
import type { Recorded } from '../../src/platform/decider.js';
import type { RecordedEvent } from '../../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { protocolBook } from '../../src/protocol/protocol-book.js';
import type { Protocol, ProtocolVersion } from '../../src/protocol/protocol.js';
import { IN_SET_UP } from '../../src/roles/agreed.js';
import { casesOf, patienceFor, report, seed } from '../faults/cases.js';
import { Controls } from '../support/controls.js';
import { type Story, toAppend } from '../support/read-models.js';
import { everybodyIsAsked } from './asked.js';
import { type Change, changes, CouncilOverTime } from './council-over-time.js';
import { type Lived, livedUnder } from './doors.js';
import { askedIn, everybodyHears } from './heard.js';
import { history, historyOfByways, historyOfDates, type Step } from './histories.js';
import { anyProtocol } from './protocols-with-byways.js';
import { untilReached } from './until-reached.js';

/*
 * No open matter without somebody in office who is asked, by a date or by "none set", after every step: each act on a dispute, each change
 * of the council around it, and days on which nothing happens but that a cover ends, a child turns 18, or other rules come into force. And
 * of whom something is asked by the act of somebody else, hears of it.
 */

const CASES = casesOf('asked-at-every-step');
const DISPUTES = 2;
const BEGINS: Instant = '2022-04-14T09:00:00.000Z';

const someHistories: fc.Arbitrary<Step[][]> = fc.array(fc.oneof(history, historyOfDates, historyOfByways), {
  ...{ minLength: 1, maxLength: DISPUTES, size: 'max' },
});
/** A day from which other rules are in force; null where they stay as they are. */
const rulesChangeOn = fc.constantFrom(null, '2022-04-20', '2022-05-10');

/** One thing that happens: to a dispute, or to the council. */
type Happening = { readonly at: Instant } & (
  | { readonly dispute: string; readonly events: readonly RecordedEvent[] }
  | { readonly change: Change }
);

const inOrder = (disputes: readonly Lived[], around: readonly Change[]): Happening[] => {
  const acts = disputes.flatMap(({ reference, events }) => {
    const commands = [...new Set(events.map(({ metadata }) => metadata.commandId))];
    return commands.map((command) => {
      const act = events.filter(({ metadata }) => metadata.commandId === command);
      return { at: act[0]!.metadata.occurredAt, dispute: reference, events: act };
    });
  });
  const others = around.map((change) => ({
    at: new Date(Date.parse(BEGINS) + change.hours * 3_600_000).toISOString(),
    change,
  }));
  return [...acts, ...others].sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
};

/** A log that grows, with its read models. */
class Growing {
  private readonly store = new MemoryEventStore(new SettableClock(Controls.now));
  private readonly lengths = new Map<string, number>();
  readonly models = new ProjectionRunner({ store: this.store, path: ':memory:', projections });

  async add({ stream, events }: Story): Promise<void> {
    const length = this.lengths.get(stream) ?? 0;
    this.lengths.set(stream, length + events.length);
    const appended = events.map((event, index) => toAppend(stream, event, length + index));
    await this.store.append(stream, length === 0 ? 'no_stream' : length - 1, appended);
  }

  async caughtUp(): Promise<void> {
    await this.models.catchUp();
    const failed = this.models.status().filter(({ state }) => state === 'failed');
    if (failed.length > 0) throw new Error(JSON.stringify(failed));
  }
}

const adopted = (versions: readonly ProtocolVersion[]): Story => ({
  stream: 'protocol-council',
  events: versions.map(({ version, from, protocol }) => ({
    type: 'ProtocolAdopted',
    data: { version, from, file: 'id: house', fileSha256: '0', warnings: [], protocol, agreed: IN_SET_UP },
  })),
});

const rulesOf = (first: Protocol, second: Protocol, from: string | null): ProtocolVersion[] => [
  { version: 1, from: '2020-01-01', protocol: first },
  ...(from === null ? [] : [{ version: 2, from, protocol: second }]),
];

describe('Every open matter, step by step', () => {
  it(
    'is asked of somebody in office, who hears of it, while the council around it changes',
    async () => {
      const seen = new Set<string>();
      const see = (what: string): void => void seen.add(what);
      let steps = 0;
      const asIs = async (
        versions: readonly ProtocolVersion[],
        histories: readonly Step[][],
        around: readonly Change[],
      ): Promise<void> => {
        const protocols = protocolBook(versions);
        const all = histories.map((each, index) => livedUnder(protocols, each, `DRP-0000-000${index}`, BEGINS));
        const disputes = new Map<string, Lived>();
        const council = new CouncilOverTime();
        const log = new Growing();
        // One for the whole time, as in a service that runs: what it has looked up once must not stay.
        const directory = directoryFrom(log.models);
        for (const story of [adopted(versions), ...CouncilOverTime.begins()]) await log.add(story);
        try {
          for (const happening of inOrder(all, around)) {
            const { at: now } = happening;
            const reading = { ...{ readModels: log.models, directory, protocols }, calendar: Controls.calendar, now };
            if ('change' in happening) {
              for (const story of council.change(happening.change, now)) await log.add(story);
              await log.caughtUp();
            } else {
              const { dispute: reference, events } = happening;
              const before = disputes.get(reference) ?? { reference, events: [], state: disputeDecider.initial };
              const askedBefore = askedIn(reference, reading);
              await log.add({
                stream: `dispute-${reference}`,
                events: events.map((event) => ({ ...event, at: now })) as never,
              });
              await log.caughtUp();
              everybodyHears(before, events, { askedBefore, asked: askedIn(reference, reading) }, reading, see);
              disputes.set(reference, after(before, events));
            }
            everybodyIsAsked([...disputes.values()], council, reading, see);
            steps += 1;
          }
        } finally {
          await log.models.close();
        }
      };
      let runs = 0;
      const councils = (numRuns: number): Promise<void> =>
        fc.assert(
          fc.asyncProperty(
            ...([anyProtocol, anyProtocol, rulesChangeOn, someHistories, changes] as const),
            (first, second, from, histories, around) => asIs(rulesOf(first, second, from), histories, around),
          ),
          { numRuns, seed: seed + runs++, endOnFailure: true },
        );
      await councils(CASES);
      // The steps do come to each of these, or nothing is shown about it.
      const unseen = () => EXPECTED.filter((what) => !seen.has(what));
      expect(await untilReached(unseen, () => councils(Math.ceil(CASES / 2)))).toEqual([]);
      report('asked-at-every-step', { councils: CASES, steps });
    },
    patienceFor(CASES, 20_000),
  );
});

/** Those to which the steps come often. */
const EXPECTED: readonly string[] = [
  ...['answer', 'judge', 'decide', 'chase', 'action', 'decide-after-care', 'take-on', 'hold-meeting'],
  ...['hand-over, fallen', 'fill-vacancy, fallen', 'heard: answer', 'heard: judge', 'heard: action'],
];

const after = ({ reference, events: earlier, state }: Lived, events: readonly RecordedEvent[]): Lived => ({
  reference,
  events: [...earlier, ...events],
  state: events.reduce(
    (folded, event) => disputeDecider.evolve(folded, event as unknown as Recorded<DisputeEvent>),
    state,
  ),
});
