import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Directory } from '../../src/directory/directory.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { Executor } from '../../src/platform/executor.js';
import { DIRECTORY } from '../../src/platform/tokens.js';
import { setFirstAdministrator } from '../../src/roles/opening/first-administrator.js';
import type { CouncilDto } from '../../src/roles/opening/opening.dto.js';
import { Council, type Written } from './council.js';

/*
 * Two roles that do not go together are each looked at before either is on record, because it takes a moment until a post that is taken
 * is. Of the two one is given, whichever comes first.
 */

type Refused = { code: string };

/** A moment between the decision that somebody takes a post and its record. */
const A_MOMENT = 150;

/** A log that takes a while to record who takes a post, once it is told so. */
class SlowWithPosts extends MemoryEventStore {
  isSlow = false;

  override async append(...[stream, revision, events]: Parameters<MemoryEventStore['append']>) {
    if (this.isSlow && events.some(({ type }) => type === 'PostTaken')) await wait(A_MOMENT);
    return super.append(stream, revision, events);
  }
}

const slowCouncil = async (isOpen: boolean): Promise<Council> => {
  let log: SlowWithPosts | undefined;
  const council = await Council.begin('house', { isOpen, store: (clock) => (log = new SlowWithPosts(clock)) });
  log!.isSlow = true;
  return council;
};

const vacancy = async (council: Council, kind: string): Promise<string> =>
  (await council.done('Adam', '/posts', { kind, title: kind })).reference;

const take = (council: Council, post: string, person: string, from?: string) =>
  council.post<Written & Refused>('Adam', `/posts/${post}/take`, { person, ...(from === undefined ? {} : { from }) });

describe('an administrator’s post and one from which cases are read', () => {
  let council: Council;
  beforeAll(async () => {
    council = await slowCouncil(true);
  });
  afterAll(() => council.end());

  it.each(['agreed to first', 'taken first'])(
    'are not given at the same moment: the one that is %s is',
    async (order) => {
      const person = order.replaceAll(' ', '-');
      await council.done('Adam', '/people', { personId: person, name: order });
      const [iro, administrator] = [await vacancy(council, 'iro'), await vacancy(council, 'administrator')];
      const { reference } = (await take(council, iro, person)).body;
      const agree = () => council.post<Refused>('Mona', `/roles/proposals/${reference}/agree`, {});
      const administer = () => take(council, administrator, person);
      const [first, second] = order === 'agreed to first' ? [agree, administer] : [administer, agree];
      const answering = first();
      await wait(A_MOMENT / 3);
      expect(await second()).toMatchObject({ status: 409, body: { code: 'administrators-read-no-cases' } });
      expect(await answering).toMatchObject({ status: 200 });

      // The other can be had once the first was left.
      const [held, other] = order === 'agreed to first' ? [iro, administrator] : [administrator, iro];
      await council.done('Adam', `/posts/${held}/leave`, { person, on: '2023-04-03' });
      expect([200, 202]).toContain((await take(council, other, person, '2023-04-04')).status);
    },
  );
});

describe('a council that is being set up', () => {
  let council: Council;
  beforeAll(async () => {
    council = await slowCouncil(false);
    const actor = { person: 'command-line', post: null, role: null };
    const envelope = { commandId: 'first', actor, occurredAt: council.clock.now() };
    const parts = { executor: council.app.get(Executor), directory: council.app.get<Directory>(DIRECTORY), envelope };
    await setFirstAdministrator({ name: 'Astrid', email: null }, parts);
    await council.done('Adam', '/people', { personId: 'petra', name: 'Petra' });
  });
  afterAll(() => council.end());

  const listRead = async (): Promise<string> => {
    await council.caughtUp();
    return (await council.get<CouncilDto & Record<string, unknown>>('Mona', '/council')).body.digest;
  };
  const open = (list: string) => council.post<Refused>('Mona', '/council/open', { list });

  it('is not opened while somebody is given a post by one person, but by the list that has it', async () => {
    const post = await vacancy(council, 'iro');
    const digest = await listRead();
    const taking = take(council, post, 'petra');
    await wait(A_MOMENT / 3);
    expect(await open(digest)).toMatchObject({ status: 409, body: { code: 'role-being-given' } });
    expect((await taking).status).toBe(200);
    expect(await open(digest)).toMatchObject({ status: 409, body: { code: 'list-changed' } });
    expect((await open(await listRead())).status).toBe(200);
    expect((await take(council, await vacancy(council, 'iro'), 'petra')).status).toBe(202);
  });
});
