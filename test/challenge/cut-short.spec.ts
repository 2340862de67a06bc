import { afterEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailable, type EventStore } from '../../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { aConcern, Council } from '../journeys/council.js';

/** A log that goes away at the next append to a kind of stream, once it is told to. */
class Failing {
  private broken: string | null = null;

  constructor(private readonly store: EventStore) {}

  breakAt(category: string): void {
    this.broken = category;
  }

  asStore(): EventStore {
    return new Proxy(this.store, {
      get: (store, name) => {
        if (name !== 'append') {
          const value: unknown = Reflect.get(store, name);
          return typeof value === 'function' ? (value.bind(store) as unknown) : value;
        }
        return (...appended: Parameters<EventStore['append']>) => {
          if (this.broken !== null && appended[0].startsWith(`${this.broken}-`)) {
            this.broken = null;
            throw new StoreUnavailable('The log went away.');
          }
          return store.append(...appended);
        };
      },
    });
  }
}

const SERIES = {
  kind: 'challenge',
  name: 'Challenge meeting',
  recurrence: { week: 'second', weekday: 'wednesday' },
  startsAt: '14:00',
  posts: ['assistant-director', 'iro-manager'],
  from: '2023-04-03',
};

describe('A meeting that is cut short between two streams', () => {
  let council: Council;
  let failing: Failing;
  let meeting: string;
  let dispute: string;
  afterEach(() => council.end());

  const begin = async (): Promise<void> => {
    council = await Council.begin('house', {
      store: (clock) => {
        failing = new Failing(new MemoryEventStore(clock));
        return failing.asStore();
      },
    });
    const series = await council.done('Mona', '/challenge/series', SERIES);
    const { body } = await council.get<{ items: { series: string; next: { meeting: string } }[] }>(
      'Mona',
      '/challenge/series',
    );
    meeting = body.items.find((each) => each.series === series.reference)!.next.meeting;
    dispute = (await council.done('Iris', '/disputes', aConcern())).reference;
  };
  const post = (act: string, body: object, key: string) =>
    council.post('Mona', `/challenge/meetings/${meeting}/${act}`, body, { 'idempotency-key': key });
  const landed = async (): Promise<string[]> =>
    (await council.store.read(`dispute-${dispute}`))
      .map(({ type }) => type)
      .filter((type) => type.includes('Challenge'));
  const decision = { itemId: 'I1', discussion: 'It waits.', decision: 'dropped' };
  const present = { present: [{ post: 'iro-manager', person: 'mona' }] };

  it('finishes when the same command is sent again, and has one effect', async () => {
    await begin();
    failing.breakAt('dispute');
    const items = { items: [{ dispute }] };
    expect((await post('add-items', items, 'adding')).status).toBe(503);
    expect(await landed()).toEqual([]);
    expect((await post('add-items', items, 'adding')).status).toBe(200);
    expect((await post('add-items', items, 'adding')).status).toBe(200);
    expect(await landed()).toEqual(['TabledForChallenge']);
    expect((await council.store.read(`challengeMeeting-${meeting}`)).map(({ type }) => type)).toEqual([
      'MeetingArranged',
      'AgendaItemAdded',
    ]);
  });

  it('finishes with the next act where nobody sends it again, at the latest before it closes', async () => {
    await begin();
    await council.done('Mona', `/challenge/meetings/${meeting}/add-items`, { items: [{ dispute }] });
    council.at('2023-04-12T13:00:00.000Z');
    expect((await post('begin', present, 'beginning')).status).toBe(200);
    failing.breakAt('dispute');
    expect((await post('decide-item', decision, 'deciding')).status).toBe(503);
    expect(await landed()).toEqual(['TabledForChallenge']);
    expect((await post('close', {}, 'closing')).status).toBe(200);
    expect(await landed()).toEqual(['TabledForChallenge', 'ChallengeDecisionRecorded']);
  });

  it('carries each item once, wherever the closing is cut short', async () => {
    await begin();
    await council.done('Mona', `/challenge/meetings/${meeting}/add-items`, { items: [{ dispute }] });
    council.at('2023-04-12T13:00:00.000Z');
    await post('begin', present, 'beginning');
    for (const category of ['challengeMeeting', 'challengeMeeting', 'dispute', 'challengeMeeting']) {
      failing.breakAt(category);
      expect((await post('close', {}, 'closing')).status).toBe(503);
    }
    await council.caughtUp();
    expect((await post('close', {}, 'closing')).status).toBe(200);
    await council.caughtUp();
    const { body } = await council.get<{ items: { meeting: string; status: string; carriedFrom: string | null }[] }>(
      'Mona',
      '/challenge/items',
    );
    expect(body.items.map(({ status }) => status).sort()).toEqual(['carried', 'on-agenda']);
    expect(body.items.find(({ status }) => status === 'on-agenda')!.carriedFrom).toBe(meeting);
    expect(await landed()).toEqual(['TabledForChallenge', 'TabledForChallenge']);
  });
});
