import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { childDecider, childStream } from '../../src/directory/child.js';
import { postDecider, postStream } from '../../src/directory/post.js';
import type { SettableClock } from '../../src/platform/clock/clock.js';
import type { Position, RecordedEvent, SubscribeOptions } from '../../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import type { Decider, DomainEvent } from '../../src/platform/decider.js';
import { Executor } from '../../src/platform/executor.js';
import { IN_SET_UP } from '../../src/roles/agreed.js';
import { tokensFor } from '../instances/tokens.js';
import { aConcern, anAnswer, BEGINNING, Council, type Written } from './council.js';

/** Milliseconds: longer than a reader waits for a write, shorter than a refusal waits for the read models. */
const LATE = 1_500;

/** A log that can be read and written, while its subscription brings nothing: as after an election that subscriptions notice later. */
class LogFollowedLate extends MemoryEventStore {
  private held = Promise.resolve();
  release: () => void = () => {};

  /** Until it is released. */
  hold(): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.held = promise;
    this.release = resolve;
  }

  override async *subscribe(after: Position | undefined, options: SubscribeOptions): AsyncGenerator<RecordedEvent[]> {
    for await (const page of super.subscribe(after, options)) {
      await this.held;
      yield page;
    }
  }
}

describe('An instance whose read models are behind the log', () => {
  let council: Council;
  let store: LogFollowedLate;
  let commands = 0;

  beforeAll(async () => {
    council = await Council.begin('house', { store: (clock: SettableClock) => (store = new LogFollowedLate(clock)) });
    for (const person of ['Iris', 'Ivan', 'Tess']) await council.get(person, '/disputes');
  });
  afterEach(async () => {
    store.release();
    await council.caughtUp();
  });
  afterAll(() => council.end());

  const lateFor = (milliseconds: number): void => {
    store.hold();
    const { release } = store;
    setTimeout(release, milliseconds).unref();
  };

  const coverForIris = async (): Promise<void> => {
    const cover = { iro: 'iris', by: 'ivan', from: '2023-04-03', to: '2023-04-03' };
    expect((await council.post('Mona', '/covers', cover)).status).toBe(200);
  };

  const recorded = <State, Command, Event extends DomainEvent>(
    stream: string,
    decider: Decider<State, Command, Event, null>,
    command: Command,
  ) =>
    council.app.get(Executor).execute(stream, decider, command, null, {
      commandId: `elsewhere-${commands++}`,
      actor: { person: 'test', post: null, role: null },
      occurredAt: BEGINNING,
    });

  const childBecomesKnown = async (child: string): Promise<void> => {
    const of = { initials: child, bornOn: '2015-05-05', population: 'looked-after', fromRegister: false } as const;
    await recorded(childStream(child), childDecider, { type: 'register', childId: child, ...of });
    await recorded(childStream(child), childDecider, {
      type: 'allocate',
      team: 'north',
      iro: 'iris',
      from: '2020-04-01',
    });
  };

  const postIsTaken = async (postId: string, team: string, person: string): Promise<void> => {
    const post = { kind: 'team-manager', title: 'Team manager', team, service: null } as const;
    await recorded(postStream(postId), postDecider, { type: 'register', postId, ...post });
    await recorded(postStream(postId), postDecider, { type: 'take', person, from: '2020-04-01', agreed: IN_SET_UP });
  };

  const raisedAbout = (child: string) => council.post('Iris', '/disputes', aConcern({ children: [child] }));

  it('turns nobody away at the gate who was given cover a moment ago', async () => {
    lateFor(LATE);
    await coverForIris();
    expect(await council.get('Ivan', '/disputes', { 'footprint-acting-for': 'iris' })).toMatchObject({ status: 200 });
  });

  it('takes a token of somebody who was given their first post a moment ago', async () => {
    const tokens = await tokensFor(['Nora'], council, BEGINNING);
    lateFor(LATE);
    await postIsTaken('new-in-south', 'south', 'nora');
    const headers = { authorization: `Bearer ${tokens.get('Nora')}` };
    expect(await council.app.inject({ method: 'GET', url: '/api/v1/disputes', headers })).toMatchObject({
      statusCode: 200,
    });
  });

  it('refuses no command about a child who became known a moment ago', async () => {
    lateFor(LATE);
    await childBecomesKnown('C9');
    expect(await raisedAbout('C9')).toMatchObject({ status: 201 });
  });

  it('asks anew which posts somebody holds, where that is settled once the case is read', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    lateFor(LATE);
    await postIsTaken('second-in-north', 'north', 'tess');
    expect(await council.post<Written>('Tess', `/disputes/${reference}/answer`, anAnswer())).toMatchObject({
      status: 200,
    });
  });

  it('answers 503, and no refusal, where it stays behind', async () => {
    store.hold();
    await childBecomesKnown('C10');
    expect(await raisedAbout('C10')).toMatchObject({ status: 503, headers: { 'retry-after': '2' } });
  });
});
