import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { projections } from '../../../projections/index.js';
import { openTheCouncil } from '../../../test/support/open-council.js';
import { SettableClock } from '../../platform/clock/clock.js';
import { StoreUnavailable } from '../../platform/event-store/event-store.js';
import { MemoryEventStore } from '../../platform/event-store/memory/memory-event-store.js';
import { Executor } from '../../platform/executor.js';
import { ProjectionRunner } from '../../platform/projections/projection-runner.js';
import { IN_SET_UP } from '../../roles/agreed.js';
import { COUNCIL_STREAM, councilDecider } from '../../roles/council.js';
import { setFirstAdministrator } from '../../roles/opening/first-administrator.js';
import { openForWork } from '../../roles/opening/opening.js';
import { takeTurn } from '../../roles/turn.js';
import type { Directory } from '../directory.js';
import { directoryFrom } from '../directory-from.js';
import { postDecider, postStream } from '../post.js';
import { type DirectoryReport, importDirectory } from './import-directory.js';

/*
 * A file is compared with the directory first and read in then. A change by another file, somebody who gives a post, or the opening of the
 * council in between counts: the two together never do what neither may alone.
 */

const NOW = '2023-04-03T09:00:00.000Z';
const TODAY = '2023-04-03';
const ACTOR = { person: 'command-line', post: null, role: null };

/** A log before whose appends something can be done, once. */
class Interrupted extends MemoryEventStore {
  private before: { readonly type: string; readonly act: () => Promise<unknown> } | undefined;

  beforeNext(type: string, act: () => Promise<unknown>): void {
    this.before = { type, act };
  }

  override async append(...[stream, revision, events]: Parameters<MemoryEventStore['append']>) {
    const { before } = this;
    if (before !== undefined && events.some(({ type }) => type === before.type)) {
      this.before = undefined;
      await before.act();
    }
    return super.append(stream, revision, events);
  }
}

let clock: SettableClock;
let store: Interrupted;
let readModels: ProjectionRunner;
let directory: Directory;
let executor: Executor;

beforeEach(() => {
  clock = new SettableClock(NOW);
  store = new Interrupted(clock);
  readModels = new ProjectionRunner({ store, path: ':memory:', projections });
  directory = directoryFrom(readModels);
  executor = new Executor(store);
});
afterEach(async () => {
  await readModels.close();
  await store.close();
});

interface Reading {
  readonly replaces?: { readonly differences: string | null };
  readonly proposedBy?: string | null;
  /** Acts between the comparison of a file with the directory and its reading in. */
  readonly meanwhile?: () => Promise<unknown>;
}

const read = async (lines: string[], { replaces, proposedBy = null, meanwhile }: Reading = {}) => {
  let compared = 0;
  const catchUp = async (): Promise<void> => {
    await readModels.catchUp();
    if (++compared === 1) await meanwhile?.();
  };
  const envelope = (commandId: string) => ({ commandId, actor: ACTOR, occurredAt: clock.now() });
  const ports = { executor, store, proposedBy, catchUp, directory, today: TODAY, envelope };
  const report = await importDirectory({ fileName: 'file.csv', text: lines.join('\n'), replaces }, ports);
  await readModels.catchUp();
  return report;
};

/** Of two readings at once: the reports of those that were read in, and why the others were not. */
const outcomes = async (...readings: Promise<DirectoryReport>[]) => {
  const settled = await Promise.allSettled(readings);
  return {
    written: settled.filter((each) => each.status === 'fulfilled' && each.value.written).length,
    refused: settled.flatMap((each) =>
      each.status === 'rejected'
        ? [(each.reason as { code: string }).code]
        : each.value.refused.map(({ column }) => column),
    ),
  };
};

/** Somebody takes a post over the API: a turn, and then the post. */
const take = async (post: string, kind: 'iro' | 'administrator', person: string, how: 'set-up' | 'second-person') => {
  const envelope = { commandId: `take ${post} ${person}`, actor: ACTOR, occurredAt: clock.now() };
  const registered = { type: 'register', postId: post, kind, title: kind, team: null, service: null } as const;
  await executor.execute(postStream(post), postDecider, registered, null, {
    ...envelope,
    commandId: `register ${post}`,
  });
  const gets = { person, postKind: kind, from: null };
  const giving = { stream: postStream(post), command: envelope.commandId, gets, agreed: how };
  await takeTurn(giving, executor, TODAY, envelope);
  const given = { type: 'take', person, from: null, agreed: { ...IN_SET_UP, how } } as const;
  await executor.execute(postStream(post), postDecider, given, null, envelope);
};

const openCouncil = () =>
  openTheCouncil(executor, { administrator: 'y-holt', iroManager: 'n-abbot', occurredAt: clock.now() });

/** By its IRO manager, who has read the list of this moment. */
const openAsRead = () =>
  openForWork(
    { by: 'n-abbot', list: 'read', readCouncil: async () => ({ digest: 'read', missing: [] }) },
    { executor, directory, today: TODAY },
    { commandId: 'opening', actor: ACTOR, occurredAt: clock.now() },
  );

const heldBy = (person: string) => directory.postsHeldBy(person, TODAY).map(({ kind }) => kind);

describe('two files at the same moment', () => {
  it('do not both give a person what nobody holds together', async () => {
    const both = await outcomes(
      read(['Name,Post', 'G. Rowe,Administrator']),
      read(['Name,Post', 'G. Rowe,IRO', 'H. Penn,IRO']),
    );
    expect(both.written).toBe(1);
    expect(both.refused).toHaveLength(1);
    expect(heldBy('g-rowe')).toHaveLength(1);
  });

  it('name the row that no longer can be taken, where the first was read in meanwhile', async () => {
    const meanwhile = () => read(['Name,Post', 'G. Rowe,Administrator']);
    const report = await read(['Name,Post', 'H. Penn,IRO', 'G. Rowe,IRO'], { meanwhile });
    expect(report).toMatchObject({ written: false, refused: [{ row: 3, column: 'Post' }] });
    expect(heldBy('g-rowe')).toEqual(['administrator']);
    expect(heldBy('h-penn')).toEqual([]);
  });

  it('do not give two teams one spelling', async () => {
    const meanwhile = () => read(['Team,Code,Also written as', 'Locality North,LN,North']);
    const report = await read(['Team,Code,Also written as', 'Far North,FN,North'], { meanwhile });
    expect(report.refused).toMatchObject([{ row: 2, column: 'Also written as' }]);
    expect(directory.teams(TODAY).map(({ name }) => name)).toEqual(['Locality North']);
  });

  it('do not both replace the directory by differences that one of them has changed', async () => {
    await read(['Name,Post', 'G. Rowe,IRO', 'H. Penn,IRO']);
    const [withoutRowe, withoutPenn] = [
      ['Name,Post', 'H. Penn,IRO'],
      ['Name,Post', 'G. Rowe,IRO'],
    ];
    const differencesOf = async (lines: string[]) =>
      (await read(lines, { replaces: { differences: null } })).differences!.digest;
    const [one, other] = [await differencesOf(withoutRowe), await differencesOf(withoutPenn)];
    const meanwhile = () => read(withoutRowe, { replaces: { differences: one } });
    const report = await read(withoutPenn, { replaces: { differences: other }, meanwhile });
    expect(report.written).toBe(false);
    expect(report.differences!.lines).toContain(
      'left before, and not taken again: IRO, by G. Rowe (a first day in From takes it again)',
    );
    expect(heldBy('h-penn')).toEqual(['iro']);
  });

  it('are read in after each other where both may be', async () => {
    const meanwhile = () => read(['Name,Post', 'G. Rowe,IRO']);
    expect(await read(['Name,Post', 'H. Penn,IRO'], { meanwhile })).toMatchObject({ written: true, changes: 2 });
    expect([heldBy('g-rowe'), heldBy('h-penn')]).toEqual([['iro'], ['iro']]);
  });
});

describe('a file and somebody who gives a post', () => {
  it('do not together give a person what nobody holds together: the post came first', async () => {
    const meanwhile = () => take('iro-post', 'iro', 'g-rowe', 'set-up');
    const report = await read(['Name,Post', 'G. Rowe,Administrator'], { meanwhile });
    expect(report).toMatchObject({ written: false, refused: [{ row: 2, column: 'Post' }] });
  });

  it('nor where the file came first', async () => {
    const taken: unknown[] = [];
    store.beforeNext('PostTaken', async () => {
      taken.push(await take('iro-post', 'iro', 'g-rowe', 'set-up').catch(({ code }: { code: string }) => code));
    });
    await read(['Name,Post', 'G. Rowe,Administrator']);
    expect(taken).toEqual(['administrators-read-no-cases']);
    expect(heldBy('g-rowe')).toEqual(['administrator']);
  });

  it('nor where it is the first administrator', async () => {
    const envelope = { commandId: 'first', actor: ACTOR, occurredAt: NOW };
    const first = () => setFirstAdministrator({ name: 'G. Rowe', email: null }, { executor, directory, envelope });
    const set: unknown[] = [];
    store.beforeNext('PostTaken', async () => {
      set.push(await first().catch(({ code }: { code: string }) => code));
    });
    await read(['Name,Post', 'G. Rowe,IRO']);
    expect(set).toEqual(['administrators-read-no-cases']);
  });
});

describe('a file and the opening of the council', () => {
  const file = ['Name,Post', 'H. Penn,IRO'];

  it('give nothing by one person’s word once it is open', async () => {
    const report = await read(file, { meanwhile: openCouncil });
    expect(report.refused).toMatchObject([{ row: 2, expected: expect.stringContaining('a second person agrees') }]);
    expect(heldBy('h-penn')).toEqual([]);
  });

  it('propose it, where the file is read in by somebody who may', async () => {
    await read(['Name,Post', 'Y. Holt,Administrator']);
    const report = await read(file, { meanwhile: openCouncil, proposedBy: 'y-holt' });
    expect(report).toMatchObject({ written: true, proposals: [{ person: 'h-penn' }] });
  });

  it('are one after the other: it is not opened while the file is being read in', async () => {
    await read(['Name,Post', 'N. Abbot,IRO manager']);
    await setFirstAdministrator(
      { name: 'Y. Holt', email: null },
      { executor, directory, envelope: { commandId: 'first', actor: ACTOR, occurredAt: NOW } },
    );
    const opened: unknown[] = [];
    store.beforeNext('PostTaken', async () => {
      opened.push(await openAsRead().catch(({ code }: { code: string }) => code));
    });
    await read(file);
    expect(opened).toEqual(['role-being-given']);
    expect((await executor.load(COUNCIL_STREAM, councilDecider)).state.isOpen).toBe(false);
    expect((await openAsRead()).state.isOpen).toBe(true);
  });
});

describe('a file that was cut short', () => {
  const file = ['Name,Post', 'G. Rowe,IRO'];
  const other = ['Name,Post', 'H. Penn,IRO'];
  beforeEach(async () => {
    store.beforeNext('PostTaken', () => Promise.reject(new StoreUnavailable('The log is away.')));
    await expect(read(file)).rejects.toThrow(StoreUnavailable);
  });

  it('holds up another, and is gone on with by itself', async () => {
    await expect(read(other)).rejects.toMatchObject({ code: 'directory-being-read' });
    expect(await read(file)).toMatchObject({ written: true });
    expect(heldBy('g-rowe')).toEqual(['iro']);
    expect(await read(other)).toMatchObject({ written: true });
  });

  it('holds up another for an hour and no longer', async () => {
    clock.set('2023-04-03T10:00:00.000Z');
    expect(await read(other)).toMatchObject({ written: true });
    expect(heldBy('h-penn')).toEqual(['iro']);
  });
});

describe('a file that says nothing new', () => {
  it('takes no turn', async () => {
    await read(['Name,Post', 'G. Rowe,IRO']);
    const { turnsTaken } = (await executor.load(COUNCIL_STREAM, councilDecider)).state;
    await read(['Name,Post', 'G. Rowe,IRO']);
    expect((await executor.load(COUNCIL_STREAM, councilDecider)).state).toMatchObject({ turnsTaken, reading: null });
  });
});
