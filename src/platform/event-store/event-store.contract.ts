import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SettableClock } from '../clock/clock.js';
import { derivedId } from '../ids.js';
import { toBeCopied } from './first-recorded.js';
import { isPosition } from './positions.js';
import {
  AppendTooLarge,
  type EventMetadata,
  type EventStore,
  type EventToAppend,
  type JsonObject,
  MAXIMUM_APPEND_BYTES,
  PAGE_SIZE,
  type Position,
  type ReadAllOptions,
  type RecordedEvent,
  RepeatedInPart,
  WrongExpectedRevision,
} from './event-store.js';

/** The function that an adapter hands to the contract: it makes a new, empty log at each call, told the time by this clock. */
export interface StoreUnderTest {
  readonly store: EventStore;
  /** Set where the time of recording is a server's own, which no test can set. */
  readonly timeOfItsOwn?: true;
  /** Set where the time of recording is that of a clock, wherever that goes. */
  readonly timeMayGoBack?: true;
  /** Closes it, and takes away whatever it left behind. */
  dispose(): Promise<void>;
}

const NINE_O_CLOCK = '2022-06-01T09:00:00.000Z';
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const metadata: EventMetadata = {
  commandId: 'c0ffee00-0000-4000-8000-000000000001',
  commandDigest: 'a-digest',
  $correlationId: 'c0ffee00-0000-4000-8000-000000000001',
  $causationId: 'c0ffee00-0000-4000-8000-000000000001',
  actor: { person: 'ines-iro', post: 'iro-north', role: 'iro', actingFor: 'jo-iro' },
  occurredAt: '2022-05-31T16:20:00.000Z',
  schemaVersion: 1,
};

/** Names of the events by their ids. */
const names = new Map<string, string>();

/** An event with a name for the test; its id is a UUID, as EventStoreDB wants it. */
const event = (name: string, data: JsonObject = { text: name }, type = 'NoteAdded'): EventToAppend => {
  const id = derivedId(name);
  names.set(id, name);
  return { id, type, data, metadata };
};

/** Events by the names the test gave them. */
const ids = (events: readonly { id: string }[]): string[] => events.map(({ id }) => names.get(id) ?? id);

/** Everything after a position, page by page. */
const readToEnd = async (
  store: EventStore,
  options: ReadAllOptions = {},
  after?: Position,
): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for (let page = await store.readAll(after, options); page.length > 0; page = await store.readAll(after, options)) {
    events.push(...page);
    after = page.at(-1)!.position;
  }
  return events;
};

/** The events that a subscriber is given until it has seen so many events. */
const takeFrom = async (
  store: EventStore,
  count: number,
  { after, ...options }: ReadAllOptions & { after?: Position } = {},
): Promise<RecordedEvent[]> => {
  const controller = new AbortController();
  const seen: RecordedEvent[] = [];
  if (count === 0) return seen;
  for await (const page of store.subscribe(after, { ...options, signal: controller.signal })) {
    expect(page).not.toHaveLength(0);
    seen.push(...page);
    if (seen.length >= count) controller.abort();
  }
  return seen;
};

/** A data object whose event is exactly so many bytes of JSON. */
const eventOfBytes = (bytes: number, id = 'large'): EventToAppend => {
  const empty = event(id, { text: '' });
  const frame = Buffer.byteLength(JSON.stringify(empty));
  return event(id, { text: 'x'.repeat(bytes - frame) });
};

/** The promises of every adapter of the log. */
export const describeEventStoreContract = (
  name: string,
  factory: (clock: SettableClock) => StoreUnderTest | Promise<StoreUnderTest>,
): void => {
  describe(`The event store contract, kept by ${name}`, () => {
    let store: EventStore;
    let clock: SettableClock;
    let made: StoreUnderTest;

    beforeEach(async () => {
      clock = new SettableClock(NINE_O_CLOCK);
      made = await factory(clock);
      store = made.store;
    });
    afterEach(() => made.dispose());

    describe('appending', () => {
      it('to a new stream begins it at revision 0', async () => {
        const result = await store.append('dispute-1', 'no_stream', [event('a')]);
        expect(result.revision).toBe(0);
        expect(await store.head()).toBe(result.position);
      });

      it('is known to whoever asks how far the log has come for certain', async () => {
        expect(await store.certainHead()).toBe(await store.head());
        const { position } = await store.append('dispute-1', 'no_stream', [event('a')]);
        expect(await store.certainHead()).toBe(position);
        expect(ids(await store.readAll(undefined))).toEqual(['a']);
      });

      it('to an existing stream continues where it is', async () => {
        await store.append('dispute-1', 'no_stream', [event('a')]);
        const result = await store.append('dispute-1', 0, [event('b'), event('c')]);
        expect(result.revision).toBe(2);
        expect(ids(await store.read('dispute-1'))).toEqual(['a', 'b', 'c']);
      });

      it('several events at once answers with the last of them', async () => {
        const result = await store.append('dispute-1', 'no_stream', [event('a'), event('b'), event('c')]);
        const last = (await store.read('dispute-1')).at(-1)!;
        expect(result).toEqual({ revision: 2, position: last.position });
      });

      it('gives each event a later position than the one before, across all streams', async () => {
        await store.append('dispute-1', 'no_stream', [event('a'), event('b')]);
        await store.append('team-1', 'no_stream', [event('c')]);
        await store.append('dispute-1', 1, [event('d')]);
        const positions = (await readToEnd(store)).map(({ position }) => position);
        expect(new Set(positions).size).toBe(4);
        expect(positions).toEqual([...positions].sort());
        expect(positions.every(isPosition)).toBe(true);
      });

      it('to a stream said to be new fails when it is there', async () => {
        await store.append('dispute-1', 'no_stream', [event('a')]);
        await expect(store.append('dispute-1', 'no_stream', [event('b')])).rejects.toMatchObject({
          name: 'WrongExpectedRevision',
          stream: 'dispute-1',
          expected: 'no_stream',
          actual: 0,
        });
      });

      it('at a stale revision fails', async () => {
        await store.append('dispute-1', 'no_stream', [event('a'), event('b')]);
        await expect(store.append('dispute-1', 0, [event('c')])).rejects.toMatchObject({ expected: 0, actual: 1 });
      });

      it('at a revision still to come fails', async () => {
        await store.append('dispute-1', 'no_stream', [event('a')]);
        await expect(store.append('dispute-1', 7, [event('b')])).rejects.toMatchObject({ expected: 7, actual: 0 });
      });

      it('at a revision of a stream that is not there fails', async () => {
        await expect(store.append('dispute-1', 0, [event('a')])).rejects.toMatchObject({ actual: 'no_stream' });
        expect(await store.read('dispute-1')).toEqual([]);
      });

      it('that fails leaves nothing of its events behind', async () => {
        await store.append('dispute-1', 'no_stream', [event('a')]);
        const head = await store.head();
        await expect(store.append('dispute-1', 'no_stream', [event('b'), event('c')])).rejects.toThrow(
          WrongExpectedRevision,
        );
        expect(ids(await store.read('dispute-1'))).toEqual(['a']);
        expect(ids(await readToEnd(store))).toEqual(['a']);
        expect(await store.head()).toBe(head);
      });

      it('that fails does not stand in the way of the next', async () => {
        await expect(store.append('dispute-1', 4, [event('a')])).rejects.toThrow(WrongExpectedRevision);
        expect((await store.append('dispute-1', 'no_stream', [event('a')])).revision).toBe(0);
      });

      it.each([1, 2, 5, 20])(
        '%i events in one append stand one after the other, in the log as in the stream',
        async (count) => {
          await store.append('team-1', 'no_stream', [event('before')]);
          const many = Array.from({ length: count }, (_, index) => event(`e${index}`));
          const result = await store.append('dispute-1', 'no_stream', many);
          await store.append('team-1', 0, [event('after')]);
          expect(result.revision).toBe(count - 1);
          expect(ids(await store.read('dispute-1'))).toEqual(ids(many));
          expect(ids(await readToEnd(store))).toEqual(['before', ...ids(many), 'after']);
        },
      );

      it('answers with a position that a reader of the log is given for that event', async () => {
        const answers = [
          await store.append('dispute-1', 'no_stream', [event('a'), event('b')]),
          await store.append('team-1', 'no_stream', [event('c')]),
          await store.append('dispute-1', 1, [event('d'), event('e'), event('f')]),
        ];
        const last = (await readToEnd(store)).filter(({ id }) => ['b', 'c', 'f'].includes(names.get(id)!));
        expect(answers.map(({ position }) => position)).toEqual(last.map(({ position }) => position));
      });

      it('one id twice, at different revisions, is two events', async () => {
        await store.append('dispute-1', 'no_stream', [event('a')]);
        expect((await store.append('dispute-1', 0, [event('a')])).revision).toBe(1);
        expect(ids(await store.read('dispute-1'))).toEqual(['a', 'a']);
      });

      it('no events at all is a mistake of the caller', async () => {
        await expect(store.append('dispute-1', 'no_stream', [])).rejects.toThrow(RangeError);
      });

      it.each(['', 'dispute', 'dispute-', '-1', 'dis pute-1', 'dispute-1\n2', 'dispute-\ud800'])(
        'to a stream named %j is a mistake of the caller',
        async (stream) => {
          await expect(store.append(stream, 'no_stream', [event('a')])).rejects.toThrow(RangeError);
          expect(await store.head()).toBeUndefined();
        },
      );

      it('keeps streams apart whose names differ in case, spaces or a further dash only', async () => {
        const names = ['child-a1', 'child-A1', 'child-a 1', 'child-a-1', 'childa-1'];
        for (const stream of names) await store.append(stream, 'no_stream', [event(stream)]);
        for (const stream of names) expect(ids(await store.read(stream))).toEqual([stream]);
      });
    });

    describe('appending the very same again', () => {
      it('gives the first result and writes nothing', async () => {
        const first = await store.append('dispute-1', 'no_stream', [event('a'), event('b')]);
        const again = await store.append('dispute-1', 'no_stream', [event('a'), event('b')]);
        expect(again).toEqual(first);
        expect(ids(await store.read('dispute-1'))).toEqual(['a', 'b']);
      });

      it('gives the first result also when others have written since', async () => {
        await store.append('dispute-1', 'no_stream', [event('a')]);
        const first = await store.append('dispute-1', 0, [event('b'), event('c')]);
        await store.append('dispute-1', 2, [event('d')]);
        await store.append('team-1', 'no_stream', [event('e')]);
        expect(await store.append('dispute-1', 0, [event('b'), event('c')])).toEqual(first);
        expect(await readToEnd(store)).toHaveLength(5);
      });

      it('works at the same moment as the first', async () => {
        const both = [0, 1].map(() => store.append('dispute-1', 'no_stream', [event('a'), event('b')]));
        const [one, other] = await Promise.all(both);
        expect(one).toEqual(other);
        expect(await readToEnd(store)).toHaveLength(2);
      });

      it('is known by its ids alone, and the first words stand', async () => {
        await store.append('dispute-1', 'no_stream', [event('a', { text: 'first words' })]);
        await store.append('dispute-1', 'no_stream', [event('a', { text: 'other words' })]);
        expect((await store.read('dispute-1'))[0]!.data).toEqual({ text: 'first words' });
      });

      it('fails when more follows than the first time', async () => {
        await store.append('dispute-1', 'no_stream', [event('a')]);
        await expect(store.append('dispute-1', 'no_stream', [event('a'), event('b')])).rejects.toThrow(RepeatedInPart);
        expect(ids(await store.read('dispute-1'))).toEqual(['a']);
      });

      it('fails when only the first events are the same', async () => {
        await store.append('dispute-1', 'no_stream', [event('a'), event('b')]);
        await expect(store.append('dispute-1', 'no_stream', [event('a'), event('x')])).rejects.toThrow(RepeatedInPart);
      });

      it('fails when only the last events are the same', async () => {
        await store.append('dispute-1', 'no_stream', [event('a'), event('b')]);
        await expect(store.append('dispute-1', 'no_stream', [event('x'), event('b')])).rejects.toThrow(RepeatedInPart);
        expect(ids(await store.read('dispute-1'))).toEqual(['a', 'b']);
      });

      it('with fewer events than the first time gives the result of those', async () => {
        await store.append('dispute-1', 'no_stream', [event('a'), event('b')]);
        const again = await store.append('dispute-1', 'no_stream', [event('a')]);
        const [first] = await store.read('dispute-1');
        expect(again).toEqual({ revision: 0, position: first!.position });
      });

      it.each([
        [1, 1],
        [1, 2],
        [2, 1],
        [2, 3],
      ])('is known after %i events before it, for %i events', async (before, count) => {
        const earlier = Array.from({ length: before }, (_, index) => event(`before-${index}`));
        const repeated = Array.from({ length: count }, (_, index) => event(`e${index}`));
        await store.append('dispute-1', 'no_stream', earlier);
        const first = await store.append('dispute-1', before - 1, repeated);
        await store.append('dispute-1', first.revision, [event('later')]);
        expect(await store.append('dispute-1', before - 1, repeated)).toEqual(first);
        expect(await store.read('dispute-1')).toHaveLength(before + count + 1);
      });

      it('gives the first result ten times over, whoever asks first', async () => {
        const asking = Array.from({ length: 10 }, () =>
          store.append('dispute-1', 'no_stream', [event('a'), event('b')]),
        );
        const answers = await Promise.all(asking);
        expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
        expect(await readToEnd(store)).toHaveLength(2);
      });

      it('under another expected revision is a conflict, not a repeat', async () => {
        await store.append('dispute-1', 'no_stream', [event('a'), event('b'), event('c')]);
        await expect(store.append('dispute-1', 0, [event('c')])).rejects.toThrow(WrongExpectedRevision);
        await expect(store.append('dispute-1', 1, [event('b')])).rejects.toThrow(WrongExpectedRevision);
        expect(await store.read('dispute-1')).toHaveLength(3);
      });

      it('in another order is another append', async () => {
        await store.append('dispute-1', 'no_stream', [event('a'), event('b')]);
        await expect(store.append('dispute-1', 'no_stream', [event('b'), event('a')])).rejects.toThrow(
          WrongExpectedRevision,
        );
      });

      it('in another stream is another append', async () => {
        await store.append('dispute-1', 'no_stream', [event('a')]);
        await store.append('dispute-2', 'no_stream', [event('a')]);
        expect(await readToEnd(store)).toHaveLength(2);
      });
    });

    describe('the size of an append', () => {
      it('may be the whole limit', async () => {
        const whole = eventOfBytes(MAXIMUM_APPEND_BYTES);
        await store.append('dispute-1', 'no_stream', [whole]);
        expect((await store.read('dispute-1'))[0]!.data).toEqual(whole.data);
      });

      it('is refused one byte above it, and nothing is written', async () => {
        await expect(
          store.append('dispute-1', 'no_stream', [eventOfBytes(MAXIMUM_APPEND_BYTES + 1)]),
        ).rejects.toMatchObject({ name: 'AppendTooLarge', bytes: MAXIMUM_APPEND_BYTES + 1 });
        expect(await store.head()).toBeUndefined();
      });

      it('is counted over all its events together', async () => {
        const half = MAXIMUM_APPEND_BYTES / 2;
        const events = [eventOfBytes(half, 'a'), eventOfBytes(half, 'b'), event('c')];
        await expect(store.append('dispute-1', 'no_stream', events)).rejects.toThrow(AppendTooLarge);
        expect(await store.read('dispute-1')).toEqual([]);
      });

      it('is counted in bytes, not in characters', async () => {
        const text = '\u6f22'.repeat(MAXIMUM_APPEND_BYTES / 2);
        await expect(store.append('dispute-1', 'no_stream', [event('a', { text })])).rejects.toThrow(AppendTooLarge);
      });
    });

    describe('what an event says', () => {
      const keeps = async (data: JsonObject): Promise<void> => {
        await store.append('dispute-1', 'no_stream', [event('a', data)]);
        expect((await store.read('dispute-1'))[0]!.data).toEqual(data);
        expect((await readToEnd(store))[0]!.data).toEqual(data);
      };

      it('comes back whole: id, type, data, metadata, stream and revision', async () => {
        const given = event('a', { children: ['C1', 'C2'], urgent: true, due: null, stage: 1 });
        await store.append('dispute-DRP-7K4M-2QXH', 'no_stream', [given]);
        const [read] = await store.read('dispute-DRP-7K4M-2QXH');
        expect(read).toEqual({
          ...given,
          stream: 'dispute-DRP-7K4M-2QXH',
          revision: 0,
          position: await store.head(),
          recordedAt: made.timeOfItsOwn ? expect.stringMatching(INSTANT) : NINE_O_CLOCK,
        });
      });

      it('is the same however it is read', async () => {
        await store.append('dispute-1', 'no_stream', [event('a'), event('b')]);
        const read = await store.read('dispute-1');
        expect(await readToEnd(store)).toEqual(read);
        expect(await takeFrom(store, 2)).toEqual(read);
      });

      it.each([
        ['an emoji of several parts', '👩‍👩‍👧‍👦'],
        ['Welsh', 'Llanfairpwllgwyngyll: cŵn, tŷ, gŵyl'],
        ['Arabic', 'تم الاتفاق على الخطة'],
        ['Bengali', 'পরিকল্পনা সম্মত হয়েছে'],
        ['Chinese beyond the basic plane', '𠀀𠮷'],
        ['combining marks', 'q\u0307\u0323 and q\u0323\u0307'],
        ['control characters', '\u0000\u0001\u001f\u007f\u0085'],
        ['separators of lines', 'a\u2028b\u2029c\r\nd\re'],
        ['marks of byte order', '\ufeffa\ufeff'],
        ['what looks like an escape', '\\u0041 \\n %00 &amp; <b>'],
        ['what looks like SQL', "'); DROP TABLE events; --"],
        ['nothing', ''],
      ])('may be written in %s', (_name, text) => keeps({ text, [`key ${text}`]: [text] }));

      it('keeps the order of its words', async () => {
        await store.append('dispute-1', 'no_stream', [event('a', { z: 1, a: 2, m: 3 })]);
        expect(Object.keys((await store.read('dispute-1'))[0]!.data)).toEqual(['z', 'a', 'm']);
      });

      it('may be 64 KiB long', () => keeps({ text: 'Plan agreed. '.repeat(5_100).slice(0, 65_536) }));

      it('may be in any script, with line breaks and right-to-left marks', () =>
        keeps({ text: 'Zażółć\r\n\tgęślą\njaźń \u202bمرحبا\u202c 漢字 👩‍👧 e\u0301 \u0000 "quoted" \\ \u2028' }));

      it('may hold half of a character pair, which comes back as it was', () => keeps({ text: 'broken \ud83d here' }));

      it('may be nested, empty, and named by any word', () =>
        keeps({ '': {}, constructor: [], toString: [[{ deep: [null, false, 0, ''] }]] }));

      it('keeps numbers exactly', () => keeps({ numbers: [0.1, -1.5e-7, Number.MAX_SAFE_INTEGER, 1e21] }));

      it('leaves out what is undefined', async () => {
        await store.append('dispute-1', 'no_stream', [event('a', { kept: 1, gone: undefined })]);
        expect(Object.keys((await store.read('dispute-1'))[0]!.data)).toEqual(['kept']);
      });

      it('may have a type nobody knows', async () => {
        await store.append('dispute-1', 'no_stream', [event('a', {}, 'SomethingFromTheFuture')]);
        await store.append('dispute-1', 0, [event('b')]);
        expect((await readToEnd(store)).map(({ type }) => type)).toEqual(['SomethingFromTheFuture', 'NoteAdded']);
      });

      it('cannot be changed by the writer afterwards', async () => {
        const data = { list: ['as written'] };
        await store.append('dispute-1', 'no_stream', [event('a', data)]);
        data.list.push('added later');
        expect((await store.read('dispute-1'))[0]!.data).toEqual({ list: ['as written'] });
      });

      it('cannot be changed by a reader', async () => {
        await store.append('dispute-1', 'no_stream', [event('a')]);
        const [read] = await store.read('dispute-1');
        (read!.data as Record<string, unknown>)['text'] = 'forged';
        expect((await store.read('dispute-1'))[0]!.data).toEqual({ text: 'a' });
      });
    });

    describe('the time of recording', () => {
      it('is the clock at the moment of the append', async () => {
        await store.append('dispute-1', 'no_stream', [event('a')]);
        clock.set('2022-06-01T09:30:00.000Z');
        await store.append('dispute-1', 0, [event('b')]);
        const times = (await store.read('dispute-1')).map(({ recordedAt }) => recordedAt);
        if (made.timeOfItsOwn) expect(times).toEqual([...times].sort());
        else expect(times).toEqual([NINE_O_CLOCK, '2022-06-01T09:30:00.000Z']);
      });

      it('never goes back, even where the clock does, unless the adapter says that it may', async () => {
        await store.append('dispute-1', 'no_stream', [event('a')]);
        clock.set('2022-06-01T08:00:00.000Z');
        await store.append('team-1', 'no_stream', [event('b')]);
        const times = (await readToEnd(store)).map(({ recordedAt }) => recordedAt);
        if (made.timeOfItsOwn) expect(times).toEqual([...times].sort());
        else expect(times).toEqual([NINE_O_CLOCK, made.timeMayGoBack ? clock.now() : NINE_O_CLOCK]);
      });
    });

    describe('an event copied from another log', () => {
      it('is read as it was there: with its own metadata and the time at which it was first recorded', async () => {
        const there = { ...event('a'), stream: 'dispute-1', revision: 0, position: '7' as Position };
        await store.append('dispute-1', 'no_stream', [
          toBeCopied({ ...there, recordedAt: '2021-03-04T05:06:07.000Z' }),
        ]);
        const asThere = { id: event('a').id, revision: 0, metadata, recordedAt: '2021-03-04T05:06:07.000Z' };
        expect((await store.read('dispute-1'))[0]).toMatchObject(asThere);
        expect((await store.read('dispute-1'))[0]!.metadata).toEqual(metadata);
        expect((await readToEnd(store))[0]).toMatchObject(asThere);
        expect((await takeFrom(store, 1))[0]).toMatchObject(asThere);
      });
    });

    describe('reading one stream', () => {
      it('that is not there gives nothing', async () => {
        expect(await store.read('dispute-nobody')).toEqual([]);
      });

      it('gives its events in order, from 0', async () => {
        for (let revision = 0; revision < 20; revision++) {
          await store.append('dispute-1', revision === 0 ? 'no_stream' : revision - 1, [event(`e${revision}`)]);
        }
        const read = await store.read('dispute-1');
        expect(read.map(({ revision }) => revision)).toEqual([...Array(20).keys()]);
        expect(ids(read)).toEqual(read.map(({ revision }) => `e${revision}`));
      });

      it('from a revision gives that one and what follows', async () => {
        await store.append('dispute-1', 'no_stream', [event('a'), event('b'), event('c')]);
        expect(ids(await store.read('dispute-1', 1))).toEqual(['b', 'c']);
      });

      it('from beyond its end gives nothing', async () => {
        await store.append('dispute-1', 'no_stream', [event('a')]);
        expect(await store.read('dispute-1', 1)).toEqual([]);
      });

      it('gives more than a page at once', async () => {
        const many = Array.from({ length: PAGE_SIZE + 1 }, (_, index) => event(`e${index}`));
        await store.append('import-1', 'no_stream', many);
        expect(await store.read('import-1')).toHaveLength(PAGE_SIZE + 1);
      });
    });

    describe('reading the whole log', () => {
      it('of an empty store gives nothing, and there is no head', async () => {
        expect(await store.readAll(undefined)).toEqual([]);
        expect(await store.head()).toBeUndefined();
      });

      it('gives the events of every stream in the order they were written', async () => {
        await store.append('dispute-1', 'no_stream', [event('a')]);
        await store.append('team-1', 'no_stream', [event('b')]);
        await store.append('dispute-1', 0, [event('c')]);
        expect(ids(await store.readAll(undefined))).toEqual(['a', 'b', 'c']);
      });

      it('gives pages of a thousand unless told otherwise, and an empty one at the end', async () => {
        const many = Array.from({ length: PAGE_SIZE + 1 }, (_, index) => event(`e${index}`));
        await store.append('import-1', 'no_stream', many);
        const first = await store.readAll(undefined);
        const second = await store.readAll(first.at(-1)!.position);
        expect([first.length, second.length]).toEqual([PAGE_SIZE, 1]);
        expect(await store.readAll(second.at(-1)!.position)).toEqual([]);
      });

      it('in pages of any size misses and repeats nothing', async () => {
        const many = Array.from({ length: 23 }, (_, index) => event(`e${index}`));
        await store.append('import-1', 'no_stream', many);
        for (const limit of [1, 2, 7, 22, 23, 24]) {
          expect(ids(await readToEnd(store, { limit }))).toEqual(ids(many));
        }
      });

      it('after a position never gives that event again', async () => {
        await store.append('dispute-1', 'no_stream', [event('a'), event('b'), event('c')]);
        const [first] = await store.readAll(undefined);
        expect(ids(await store.readAll(first!.position))).toEqual(['b', 'c']);
      });

      it('after the head gives nothing until something new is written', async () => {
        const { position } = await store.append('dispute-1', 'no_stream', [event('a')]);
        expect(await store.readAll(position)).toEqual([]);
        await store.append('dispute-1', 0, [event('b')]);
        expect(ids(await store.readAll(position))).toEqual(['b']);
      });

      it.each(['yesterday', '', '7', '-1', '0000000000000000x'])(
        'after %j, which is no position, is a mistake of the caller',
        async (written) => {
          await expect(store.readAll(written as Position)).rejects.toThrow(RangeError);
        },
      );

      it('again from the beginning gives the same', async () => {
        await store.append('dispute-1', 'no_stream', [event('a'), event('b')]);
        await store.append('team-1', 'no_stream', [event('c')]);
        expect(await readToEnd(store)).toEqual(await readToEnd(store, { limit: 1 }));
      });
    });

    describe('reading some categories', () => {
      beforeEach(async () => {
        await store.append('dispute-1', 'no_stream', [event('d1')]);
        await store.append('team-1', 'no_stream', [event('t1')]);
        await store.append('child-1', 'no_stream', [event('c1')]);
        await store.append('dispute-2', 'no_stream', [event('d2')]);
        await store.append('team-1', 0, [event('t2')]);
      });

      it('gives only those of the one asked for', async () => {
        expect(ids(await store.readAll(undefined, { categories: ['dispute'] }))).toEqual(['d1', 'd2']);
      });

      it('gives several in the order of the log, whatever the order asked in', async () => {
        expect(ids(await store.readAll(undefined, { categories: ['team', 'dispute'] }))).toEqual([
          'd1',
          't1',
          'd2',
          't2',
        ]);
      });

      it('gives nothing of a category twice that is named twice', async () => {
        expect(ids(await store.readAll(undefined, { categories: ['child', 'child'] }))).toEqual(['c1']);
      });

      it('gives nothing where none is wanted, or nobody has written', async () => {
        expect(await store.readAll(undefined, { categories: [] })).toEqual([]);
        expect(await store.readAll(undefined, { categories: ['report'] })).toEqual([]);
      });

      it('finds what is wanted behind more than a page of what is not', async () => {
        const many = Array.from({ length: PAGE_SIZE + 200 }, (_, index) => event(`e${index}`));
        await store.append('import-1', 'no_stream', many);
        await store.append('dispute-1', 0, [event('d3')]);
        expect(ids(await store.readAll(undefined, { categories: ['dispute'] }))).toEqual(['d1', 'd2', 'd3']);
      });

      it('leaves the head where the log is, whichever category was written last', async () => {
        const { position } = await store.append('report-1', 'no_stream', [event('r1')]);
        expect(await store.head()).toBe(position);
        const [last] = (await store.readAll(undefined, { categories: ['team'] })).slice(-1);
        expect(last!.position < position).toBe(true);
      });

      it('ends at the head where the newest event is of another', async () => {
        const wanted = await store.readAll(undefined, { categories: ['child'] });
        expect(await store.readAll(wanted.at(-1)!.position, { categories: ['child'] })).toEqual([]);
      });

      it('takes a category for the whole word before the first dash', async () => {
        await store.append('disputes-1', 'no_stream', [event('other')]);
        await store.append('dispute-team-1', 'no_stream', [event('d3')]);
        expect(ids(await readToEnd(store, { categories: ['dispute'] }))).toEqual(['d1', 'd2', 'd3']);
      });

      it('goes on from a position in small pages', async () => {
        expect(ids(await readToEnd(store, { categories: ['dispute', 'team'], limit: 1 }))).toEqual([
          'd1',
          't1',
          'd2',
          't2',
        ]);
        const [first] = await store.readAll(undefined, { limit: 1 });
        expect(ids(await readToEnd(store, { categories: ['dispute'] }, first!.position))).toEqual(['d2']);
      });
    });

    describe('writers at the same time', () => {
      it('on one stream: exactly one of two wins', async () => {
        await store.append('dispute-1', 'no_stream', [event('a')]);
        const outcomes = await Promise.allSettled([
          store.append('dispute-1', 0, [event('b1'), event('b2')]),
          store.append('dispute-1', 0, [event('c1'), event('c2')]),
        ]);
        expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        const [, ...won] = ids(await store.read('dispute-1'));
        expect([
          ['b1', 'b2'],
          ['c1', 'c2'],
        ]).toContainEqual(won);
      });

      it('fifty on one stream all get in when each reads again after losing', async () => {
        const addOne = async (writer: number): Promise<void> => {
          for (let attempt = 0; attempt < 60; attempt++) {
            const last = (await store.read('dispute-1')).at(-1);
            try {
              await store.append('dispute-1', last?.revision ?? 'no_stream', [event(`w${writer}`)]);
              return;
            } catch (error) {
              if (!(error instanceof WrongExpectedRevision)) throw error;
            }
          }
          throw new Error(`Writer ${writer} never got in.`);
        };
        await Promise.all(Array.from({ length: 50 }, (_, writer) => addOne(writer)));
        const read = await store.read('dispute-1');
        expect(read.map(({ revision }) => revision)).toEqual([...Array(50).keys()]);
        expect(new Set(ids(read)).size).toBe(50);
      });

      it('fifty on fifty streams all get in, and each is told its own revision and position', async () => {
        const writing = Array.from({ length: 50 }, async (_, writer) => {
          const stream = `dispute-${writer}`;
          const first = await store.append(stream, 'no_stream', [event(`${writer}-0`), event(`${writer}-1`)]);
          const second = await store.append(stream, 1, [event(`${writer}-2`)]);
          return { stream, first, second };
        });
        for (const { stream, first, second } of await Promise.all(writing)) {
          const read = await store.read(stream);
          expect(ids(read)).toEqual([0, 1, 2].map((index) => `${stream.slice(8)}-${index}`));
          expect(first).toEqual({ revision: 1, position: read[1]!.position });
          expect(second).toEqual({ revision: 2, position: read[2]!.position });
        }
        expect(await readToEnd(store)).toHaveLength(150);
      });

      it('one that is refused does not fail those beside it', async () => {
        await store.append('dispute-1', 'no_stream', [event('a')]);
        const outcomes = await Promise.allSettled([
          store.append('dispute-2', 5, [event('b')]),
          store.append('dispute-3', 'no_stream', [eventOfBytes(MAXIMUM_APPEND_BYTES + 1)]),
          store.append('dispute-1', 0, [event('c')]),
          store.append('dispute-4', 'no_stream', [event('d')]),
        ]);
        expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled']);
        expect(ids(await readToEnd(store)).sort()).toEqual(['a', 'c', 'd']);
      });

      it('keep the events of one append together', async () => {
        await Promise.all(
          Array.from({ length: 20 }, (_, writer) =>
            store.append(`dispute-${writer}`, 'no_stream', [event(`${writer}-0`), event(`${writer}-1`)]),
          ),
        );
        const read = await readToEnd(store);
        for (let index = 0; index < read.length; index += 2) {
          expect(read[index + 1]!.stream).toBe(read[index]!.stream);
        }
      });

      it('a reader paging meanwhile sees each event once and in order', async () => {
        let writing = true;
        const writers = Promise.all(
          Array.from({ length: 10 }, async (_, writer) => {
            for (let turn = 0; turn < 30; turn++) {
              const expected = turn === 0 ? 'no_stream' : turn * 2 - 1;
              await store.append(`dispute-${writer}`, expected, [
                event(`${writer}-${turn}-a`),
                event(`${writer}-${turn}-b`),
              ]);
            }
          }),
        ).finally(() => (writing = false));
        const seen: RecordedEvent[] = [];
        for (let after: Position | undefined; ; after = seen.at(-1)?.position) {
          const wasWriting = writing;
          const page = await store.readAll(after, { limit: 7 });
          seen.push(...page);
          if (page.length === 0 && !wasWriting) break;
          if (page.length === 0) await new Promise((resolve) => setImmediate(resolve));
        }
        await writers;
        expect(seen).toHaveLength(600);
        expect(seen).toEqual(await readToEnd(store));
      });
    });

    describe('subscribing', () => {
      it('gives what is there, then what comes', async () => {
        await store.append('dispute-1', 'no_stream', [event('a')]);
        const seen = takeFrom(store, 3);
        await store.append('dispute-1', 0, [event('b')]);
        await store.append('team-1', 'no_stream', [event('c')]);
        expect(ids(await seen)).toEqual(['a', 'b', 'c']);
      });

      it('before anything is written waits for the first event', async () => {
        const seen = takeFrom(store, 1);
        await new Promise((resolve) => setTimeout(resolve, 20));
        await store.append('dispute-1', 'no_stream', [event('a')]);
        expect(ids(await seen)).toEqual(['a']);
      });

      it('after a position never gives that event again', async () => {
        await store.append('dispute-1', 'no_stream', [event('a'), event('b')]);
        const [first] = await store.readAll(undefined);
        expect(ids(await takeFrom(store, 1, { after: first!.position }))).toEqual(['b']);
      });

      it('gives only the categories asked for, also of what comes', async () => {
        await store.append('team-1', 'no_stream', [event('t1')]);
        const seen = takeFrom(store, 2, { categories: ['dispute'] });
        await store.append('dispute-1', 'no_stream', [event('d1')]);
        await store.append('team-1', 0, [event('t2')]);
        await store.append('dispute-1', 0, [event('d2')]);
        expect(ids(await seen)).toEqual(['d1', 'd2']);
      });

      it('in pages no larger than asked for', async () => {
        await store.append('dispute-1', 'no_stream', [event('a'), event('b'), event('c')]);
        const controller = new AbortController();
        const sizes: number[] = [];
        const total = () => sizes.reduce((sum, size) => sum + size, 0);
        for await (const page of store.subscribe(undefined, { limit: 2, signal: controller.signal })) {
          sizes.push(page.length);
          if (total() === 3) controller.abort();
        }
        expect(total()).toBe(3);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(2);
      });

      it('while others write sees every event once and in order', async () => {
        const seen = takeFrom(store, 200, { limit: 9 });
        await Promise.all(
          Array.from({ length: 10 }, async (_, writer) => {
            for (let turn = 0; turn < 20; turn++) {
              await store.append(`dispute-${writer}`, turn === 0 ? 'no_stream' : turn - 1, [
                event(`${writer}-${turn}`),
              ]);
            }
          }),
        );
        expect(await seen).toEqual(await readToEnd(store));
      });

      it.each([1, 2, 9])('goes on behind the event at which another left off, after %i', async (left) => {
        const many = Array.from({ length: 10 }, (_, index) => event(`e${index}`));
        await store.append('import-1', 'no_stream', many);
        const before = await store.readAll(undefined, { limit: left });
        const rest = await takeFrom(store, many.length - left, { after: before.at(-1)!.position });
        expect(ids([...before, ...rest])).toEqual(ids(many));
      });

      it('may be left by whoever follows, without a signal', async () => {
        await store.append('dispute-1', 'no_stream', [event('a')]);
        for await (const page of store.subscribe(undefined, { signal: new AbortController().signal })) {
          expect(ids(page)).toEqual(['a']);
          break;
        }
        expect((await store.append('dispute-1', 0, [event('b')])).revision).toBe(1);
      });

      it('several at once each see everything', async () => {
        const all = [takeFrom(store, 3), takeFrom(store, 3), takeFrom(store, 3)];
        await store.append('dispute-1', 'no_stream', [event('a'), event('b'), event('c')]);
        for (const seen of await Promise.all(all)) expect(ids(seen)).toEqual(['a', 'b', 'c']);
      });

      it('ends when the signal is aborted, and gives nothing afterwards', async () => {
        const controller = new AbortController();
        const seen: string[] = [];
        const following = (async () => {
          for await (const page of store.subscribe(undefined, { signal: controller.signal })) seen.push(...ids(page));
        })();
        await store.append('dispute-1', 'no_stream', [event('a')]);
        while (seen.length === 0) await new Promise((resolve) => setImmediate(resolve));
        controller.abort();
        await following;
        await store.append('dispute-1', 0, [event('b')]);
        expect(seen).toEqual(['a']);
      });

      it('with a signal already aborted gives nothing', async () => {
        await store.append('dispute-1', 'no_stream', [event('a')]);
        const pages = store.subscribe(undefined, { signal: AbortSignal.abort() });
        for await (const page of pages) expect(page).toBe('never given');
      });

      it('ends when the store is closed', async () => {
        const following = (async () => {
          for await (const page of store.subscribe(undefined, { signal: new AbortController().signal })) {
            expect(page).toBe('never given');
          }
        })();
        await store.close();
        await following;
      });
    });

    describe('closing', () => {
      it('waits for appends under way', async () => {
        const appending = store.append('dispute-1', 'no_stream', [event('a')]);
        await store.close();
        expect((await appending).revision).toBe(0);
      });

      it('may be done twice', async () => {
        await store.close();
        await expect(store.close()).resolves.toBeUndefined();
      });

      it('leaves a store that says so to whoever uses it still', async () => {
        await store.close();
        const late = { name: 'StoreUnavailable', message: 'The log has been closed.' };
        await expect(store.append('dispute-1', 'no_stream', [event('a')])).rejects.toMatchObject(late);
        await expect(store.read('dispute-1')).rejects.toMatchObject(late);
        await expect(store.readAll(undefined)).rejects.toMatchObject(late);
        await expect(store.head()).rejects.toMatchObject(late);
      });
    });
  });
};
