import { beforeEach, describe, expect, it } from '@jest/globals';
import { SettableClock } from './clock/clock.js';
import { withCertainRefusals } from './certainty.js';
import { type Decider, type DomainEvent, Refusal, refuse } from './decider.js';
import {
  type AppendResult,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  StoreUnavailable,
  WrongExpectedRevision,
} from './event-store/event-store.js';
import { MemoryEventStore } from './event-store/memory/memory-event-store.js';
import { digestOf, type Envelope, Executor } from './executor.js';

/** A guest list with so many seats: small enough to see through, with a rule, several events and nothing to do. */
type ListEvent = DomainEvent<'GuestAdded', { name: string }> | DomainEvent<'ListFilled', { at: string }>;
interface ListState {
  readonly guests: readonly string[];
  readonly filled: boolean;
}
interface ListContext {
  readonly seats: number;
  readonly now: string;
}
type AddGuest = { readonly type: 'add'; readonly name: string };

const list: Decider<ListState, AddGuest, ListEvent, ListContext> = {
  initial: { guests: [], filled: false },
  evolve: (state, event) =>
    event.type === 'GuestAdded' ? { ...state, guests: [...state.guests, event.data.name] } : { ...state, filled: true },
  decide: ({ name }, { guests }, { seats, now }) => {
    if (guests.includes(name)) return [];
    if (guests.length === seats) return refuse('list-full', 'The list is full. Take somebody off it first.');
    const added: ListEvent = { type: 'GuestAdded', data: { name } };
    return guests.length + 1 === seats ? [added, { type: 'ListFilled', data: { at: now } }] : [added];
  },
};

const context: ListContext = { seats: 3, now: 'noon' };
const add = (name: string): AddGuest => ({ type: 'add', name });
const sent = (commandId: string, more: Partial<Envelope> = {}): Envelope => ({
  commandId,
  actor: { person: 'ines-iro', post: 'iro-north', role: 'iro' },
  occurredAt: '2022-06-01T08:00:00.000Z',
  ...more,
});

describe('The executor', () => {
  let store: MemoryEventStore;
  let executor: Executor;

  beforeEach(() => {
    store = new MemoryEventStore(new SettableClock('2022-06-01T09:00:00.000Z'));
    executor = new Executor(store);
  });

  const carryOut = (command: AddGuest, envelope: Envelope, by: Executor = executor) =>
    by.execute('list-1', list, command, context, envelope);
  const stored = async () => (await store.read('list-1')).map(({ type, data }) => [type, ...Object.values(data)]);

  describe('on a log that shows less than there is, until it is asked how far it has come', () => {
    let certainties: number;
    let behind: EventStore;

    beforeEach(() => {
      certainties = 0;
      let shown = 1;
      behind = {
        ...faulty(store, (append) => append()),
        read: async (stream, from) => (await store.read(stream, from)).slice(0, shown),
        certainHead: () => {
          certainties++;
          shown = Infinity;
          return store.certainHead();
        },
      };
      executor = new Executor(behind);
    });

    const written = async (...names: readonly string[]): Promise<void> => {
      const elsewhere = new Executor(store);
      for (const name of names) await carryOut(add(name), sent(`elsewhere-${name}`), elsewhere);
    };

    it('refuses nobody for a revision that the log does not show yet', async () => {
      await written('Ada', 'Ben');
      await expect(carryOut(add('Cleo'), sent('c1', { ifRevision: 1 }))).resolves.toMatchObject({ repeated: false });
      expect(certainties).toBe(1);
    });

    it('does not say that there is nothing to do by what was true before', async () => {
      const reopened: typeof list = {
        ...list,
        decide: ({ name }, { guests }) =>
          guests.length === 1 ? [] : [{ type: 'GuestAdded', data: { name: `${name} again` } }],
      };
      await written('Ada', 'Ben');
      const answer = await executor.execute('list-1', reopened, add('Ada'), context, sent('c1'));
      expect(answer.events).toHaveLength(1);
    });

    it('still refuses what is refused for certain, and asks once', async () => {
      await written('Ada', 'Ben', 'Cleo');
      await expect(carryOut(add('Dan'), sent('c1', { ifRevision: 0 }))).rejects.toThrow('This has changed');
      expect(certainties).toBe(1);
    });

    it('does not ask again where the work that it is part of is done once more, for certain', async () => {
      await written('Ada', 'Ben', 'Cleo');
      const refused = withCertainRefusals(
        behind,
        () => true,
        async () => undefined,
        () => carryOut(add('Dan'), sent('c1', { ifRevision: 0 })),
      );
      await expect(refused).rejects.toThrow('This has changed');
      expect(certainties).toBe(2);
    });

    it('does not ask for an append, which shows for itself', async () => {
      await written('Ada');
      await carryOut(add('Ben'), sent('c1'));
      expect(certainties).toBe(0);
    });
  });

  describe('carries out a command', () => {
    it('by appending what was decided, and answers with the new state', async () => {
      const answer = await carryOut(add('Ada'), sent('c1'));
      expect(answer).toMatchObject({
        revision: 0,
        position: await store.head(),
        state: { guests: ['Ada'], filled: false },
        events: [{ type: 'GuestAdded', data: { name: 'Ada' } }],
        repeated: false,
      });
      expect(await stored()).toEqual([['GuestAdded', 'Ada']]);
    });

    it('on what happened before', async () => {
      for (const [index, name] of ['Ada', 'Ben', 'Cleo'].entries()) await carryOut(add(name), sent(`c${index}`));
      expect(await stored()).toEqual([
        ['GuestAdded', 'Ada'],
        ['GuestAdded', 'Ben'],
        ['GuestAdded', 'Cleo'],
        ['ListFilled', 'noon'],
      ]);
      expect((await executor.load('list-1', list)).state).toEqual({ guests: ['Ada', 'Ben', 'Cleo'], filled: true });
    });

    it('in a context that may be worked out from the state', async () => {
      await carryOut(add('Ada'), sent('c1'));
      const asManySeatsAsGuests = ({ guests }: ListState) => ({ seats: guests.length, now: 'noon' });
      await expect(executor.execute('list-1', list, add('Ben'), asManySeatsAsGuests, sent('c2'))).rejects.toMatchObject(
        {
          code: 'list-full',
        },
      );
    });

    it('and writes who did it, why and in which version', async () => {
      const versioned = new Executor(store, (type) => (type === 'GuestAdded' ? 4 : 1));
      await carryOut(add('Ada'), sent('c1', { correlationId: 'a-visit', causationId: 'a-letter' }), versioned);
      expect((await store.read('list-1'))[0]!.metadata).toEqual({
        commandId: 'c1',
        commandDigest: digestOf(add('Ada')),
        $correlationId: 'a-visit',
        $causationId: 'a-letter',
        actor: { person: 'ines-iro', post: 'iro-north', role: 'iro' },
        occurredAt: '2022-06-01T08:00:00.000Z',
        schemaVersion: 4,
      });
    });

    it('that changes nothing by writing nothing', async () => {
      const first = await carryOut(add('Ada'), sent('c1'));
      const again = await carryOut(add('Ada'), sent('c2'));
      expect(again).toMatchObject({ revision: 0, position: first.position, events: [], repeated: false });
      expect(await stored()).toHaveLength(1);
    });

    it('that a rule refuses by writing nothing', async () => {
      for (const name of ['Ada', 'Ben', 'Cleo']) await carryOut(add(name), sent(name));
      await expect(carryOut(add('Dora'), sent('c4'))).rejects.toThrow(Refusal);
      expect(await stored()).toHaveLength(4);
    });
  });

  describe('repeats', () => {
    it('give the same answer and one effect', async () => {
      const first = await carryOut(add('Ada'), sent('c1'));
      await carryOut(add('Ben'), sent('c2'));
      const again = await carryOut(add('Ada'), sent('c1'));
      expect(again).toMatchObject({ revision: first.revision, position: first.position, state: first.state });
      expect(again.events.map(({ id }) => id)).toEqual(first.events.map(({ id }) => id));
      expect(again.repeated).toBe(true);
      expect(await stored()).toHaveLength(2);
    });

    it('give the same answer where the rule would now say no', async () => {
      for (const name of ['Ada', 'Ben', 'Cleo']) await carryOut(add(name), sent(name));
      expect((await carryOut(add('Ada'), sent('Ada'))).repeated).toBe(true);
    });

    it('are known whatever the order of the fields', async () => {
      await carryOut({ type: 'add', name: 'Ada' }, sent('c1'));
      expect((await carryOut({ name: 'Ada', type: 'add' }, sent('c1'))).repeated).toBe(true);
    });

    it('are known by what was sent, not by what was looked up for it', async () => {
      const asSent = { guest: 'number 7' };
      await carryOut(add('Ada'), sent('c1', { asSent }));
      expect((await carryOut(add('Ada, since married'), sent('c1', { asSent }))).repeated).toBe(true);
    });

    it('with other content are refused', async () => {
      await carryOut(add('Ada'), sent('c1'));
      await expect(carryOut(add('Ben'), sent('c1'))).rejects.toMatchObject({ code: 'command-id-used-before' });
      expect(await stored()).toEqual([['GuestAdded', 'Ada']]);
    });

    it('by somebody else are refused where the id is of the sender, and one where the program made it', async () => {
      const other = { person: 'ivan-iro', post: 'iro-south', role: 'iro' };
      await carryOut(add('Ann'), sent('c1', { isOfSender: true }));
      const again = carryOut(add('Ann'), sent('c1', { actor: other, isOfSender: true }));
      await expect(again).rejects.toMatchObject({ code: 'command-id-used-before' });
      expect(await carryOut(add('Ann'), sent('c1', { actor: other }))).toMatchObject({ repeated: true });
      expect(await stored()).toEqual([['GuestAdded', 'Ann']]);
    });

    it('at the same moment have one effect', async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => carryOut(add('Ada'), sent('c1'))));
      expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
      expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(await stored()).toHaveLength(1);
    });

    it('at the same moment in two processes have one effect, also with other content', async () => {
      const other = new Executor(store);
      const [one, two, three] = await Promise.allSettled([
        carryOut(add('Ada'), sent('c1')),
        carryOut(add('Ada'), sent('c1'), other),
        carryOut(add('Ben'), sent('c1'), new Executor(store)),
      ]);
      expect([one.status, two.status]).toEqual(['fulfilled', 'fulfilled']);
      expect(three).toMatchObject({ status: 'rejected', reason: { code: 'command-id-used-before' } });
      expect(await stored()).toEqual([['GuestAdded', 'Ada']]);
    });

    it('of the id on another list are another command', async () => {
      await carryOut(add('Ada'), sent('c1'));
      const there = await executor.execute('list-2', list, add('Ben'), context, sent('c1'));
      expect(there.repeated).toBe(false);
    });
  });

  describe('races', () => {
    it('within one process are taken in turn', async () => {
      const context = { seats: 100, now: 'noon' };
      await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          executor.execute('list-1', list, add(`Guest ${index}`), context, sent(`c${index}`)),
        ),
      );
      expect((await executor.load('list-1', list)).state.guests).toHaveLength(50);
    });

    it('with another process are decided again on what the other has written', async () => {
      const others = ['Ada', 'Ben', 'Cleo'].map((name) => carryOut(add(name), sent(name), new Executor(store)));
      const outcome = await Promise.allSettled([...others, carryOut(add('Dora'), sent('Dora'), new Executor(store))]);
      expect(outcome.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
      expect(outcome[3]).toMatchObject({ reason: { code: 'list-full' } });
    });

    it('that are lost every time end', async () => {
      const contested = faulty(store, async () => {
        throw new WrongExpectedRevision('list-1', 'no_stream', 0);
      });
      await expect(carryOut(add('Ada'), sent('c1'), new Executor(contested))).rejects.toThrow(WrongExpectedRevision);
      expect(await stored()).toEqual([]);
    });

    it('a refusal lets the next one have its turn', async () => {
      const outcomes = await Promise.allSettled([
        carryOut(add('Ada'), sent('c1', { ifRevision: 5 })),
        carryOut(add('Ben'), sent('c2')),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    });
  });

  describe('a command that names the revision it has read', () => {
    it('is carried out where that is still the last', async () => {
      await carryOut(add('Ada'), sent('c1'));
      expect((await carryOut(add('Ben'), sent('c2', { ifRevision: 0 }))).revision).toBe(1);
    });

    it('is refused where something has happened since', async () => {
      await carryOut(add('Ada'), sent('c1'));
      await carryOut(add('Ben'), sent('c2'));
      await expect(carryOut(add('Cleo'), sent('c3', { ifRevision: 0 }))).rejects.toMatchObject({
        kind: 'stale',
        code: 'changed-since-read',
        details: { read: 0, actual: 1 },
      });
    });

    it('is refused where there is nothing yet', async () => {
      await expect(carryOut(add('Ada'), sent('c1', { ifRevision: 0 }))).rejects.toMatchObject({
        details: { read: 0, actual: null },
      });
    });

    it('is refused, not decided again, when it loses a race', async () => {
      await carryOut(add('Ada'), sent('c1'));
      const outcomes = await Promise.allSettled([
        carryOut(add('Ben'), sent('c2', { ifRevision: 0 })),
        carryOut(add('Cleo'), sent('c3', { ifRevision: 0 }), new Executor(store)),
      ]);
      expect(outcomes[0]!.status).toBe('fulfilled');
      expect(outcomes[1]).toMatchObject({ reason: { code: 'changed-since-read' } });
    });

    it('is answered as a repeat when it had been carried out', async () => {
      await carryOut(add('Ada'), sent('c1'));
      await carryOut(add('Ben'), sent('c2', { ifRevision: 0 }));
      expect((await carryOut(add('Ben'), sent('c2', { ifRevision: 0 }))).repeated).toBe(true);
    });
  });

  describe('a store that fails', () => {
    it('after writing: the same command sent again gives the answer that was lost', async () => {
      const losesTheAnswer = faulty(store, async (append) => {
        await append();
        throw new StoreUnavailable('The connection broke.');
      });
      await expect(carryOut(add('Ada'), sent('c1'), new Executor(losesTheAnswer))).rejects.toThrow(StoreUnavailable);
      const again = await carryOut(add('Ada'), sent('c1'));
      expect(again).toMatchObject({ revision: 0, state: { guests: ['Ada'] }, repeated: true });
      expect(await stored()).toHaveLength(1);
    });

    it('before writing: the same command sent again is carried out', async () => {
      const isAway = faulty(store, async () => {
        throw new StoreUnavailable('Nobody answers.');
      });
      await expect(carryOut(add('Ada'), sent('c1'), new Executor(isAway))).rejects.toThrow(StoreUnavailable);
      expect((await carryOut(add('Ada'), sent('c1'))).repeated).toBe(false);
    });
  });
});

describe('The digest of a command', () => {
  it('is the same whatever the order of its fields, and where a field is undefined or left out', () => {
    expect(digestOf({ a: 1, b: { c: 2, d: [3, 4] } })).toBe(digestOf({ b: { d: [3, 4], c: 2 }, a: 1, e: undefined }));
  });

  it.each([
    [{ a: 1 }, { a: '1' }],
    [{ a: null }, {}],
    [{ list: ['a', 'b'] }, { list: ['b', 'a'] }],
    [{ list: ['a,b'] }, { list: ['a', 'b'] }],
    [{ a: { b: 1 } }, { a: {}, b: 1 }],
  ])('tells %j from %j', (one, other) => {
    expect(digestOf(one)).not.toBe(digestOf(other));
  });
});

/** The same store, whose appends go wrong in one way. */
const faulty = (
  store: EventStore,
  fault: (append: () => Promise<AppendResult>) => Promise<AppendResult>,
): EventStore => ({
  append: (stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]) =>
    fault(() => store.append(stream, expected, events)),
  read: (stream, from) => store.read(stream, from),
  readAll: (after, options) => store.readAll(after, options),
  subscribe: (after, options) => store.subscribe(after, options),
  head: () => store.head(),
  certainHead: () => store.certainHead(),
  close: () => store.close(),
});
