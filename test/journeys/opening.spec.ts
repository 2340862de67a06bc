import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setFirstAdministrator } from '../../src/roles/opening/first-administrator.js';
import type { CouncilDto } from '../../src/roles/opening/opening.dto.js';
import { londonDate } from '../../src/calendar/dates.js';
import type { Directory } from '../../src/directory/directory.js';
import { Executor } from '../../src/platform/executor.js';
import type { EventStore } from '../../src/platform/event-store/event-store.js';
import { EVENT_STORE } from '../../src/platform/store-tokens.js';
import { DIRECTORY } from '../../src/platform/tokens.js';
import { aConcern, Council, PEOPLE } from './council.js';

type Refused = { code: string; detail: string };

describe('a council that is being set up', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { isOpen: false });
  });
  afterAll(() => council.end());

  let attempts = 0;
  const first = (name: string): Promise<string> =>
    setFirstAdministrator(
      { name, email: null },
      {
        executor: council.app.get(Executor),
        directory: council.app.get(DIRECTORY),
        envelope: {
          commandId: `first-${attempts++}`,
          actor: { person: 'command-line', post: null, role: null },
          occurredAt: council.clock.now(),
        },
      },
    );
  const open = (person: string, list: string) => council.post<Refused>(person, '/council/open', { list });
  const read = async (): Promise<CouncilDto> => {
    await council.caughtUp();
    return (await council.get<CouncilDto & Record<string, unknown>>('Mona', '/council')).body;
  };

  it.each(Object.keys(PEOPLE))('shows %s no case, and says that it is not open yet', async (person) => {
    for (const url of [
      '/disputes',
      '/disputes/DRP-0000-0000',
      '/acknowledgements',
      '/children',
      '/children/C1',
      '/board',
      '/work',
      '/reviews/unanswered',
      '/recommendations',
      '/challenge/meetings',
      '/themes?year=2022-23',
      '/reports/annual/2022-23',
    ]) {
      const answer = await council.get<Refused>(person, url);
      expect({ url, ...answer }).toMatchObject({ status: 403, body: { code: 'council-not-open' } });
      expect(answer.body.detail).toContain('not open yet');
    }
  });

  it('lets nobody raise', async () => {
    for (const url of ['/disputes', '/conversations', '/acknowledgements', '/reviews', '/recommendations'])
      expect(await council.post<Refused>('Iris', url, aConcern())).toMatchObject({
        status: 403,
        body: { code: 'council-not-open' },
      });
  });

  it('lets one person give posts and rules, marked so, but nobody to themselves', async () => {
    await council.done('Adam', '/people', { personId: 'petra', name: 'Petra' });
    await council.done('Adam', '/posts', { postId: 'petra-post', kind: 'iro', title: 'IRO' });
    expect(await council.post<Refused>('Adam', '/posts/petra-post/take', { person: 'adam' })).toMatchObject({
      status: 403,
      body: { code: 'own-role' },
    });
    expect((await council.post('Adam', '/posts/petra-post/take', { person: 'petra' })).status).toBe(200);
    expect((await council.post('Mona', '/posts/petra-post/take', { person: 'walter' })).status).toBe(403);
    const list = await read();
    expect(list).toMatchObject({ standing: 'set-up', firstAdministrator: null, missing: [] });
    expect(list.posts).toContainEqual(expect.objectContaining({ post: 'petra-post', person: 'petra', name: 'Petra' }));
    expect(list.posts).toContainEqual(expect.objectContaining({ kind: 'administrator', person: 'adam' }));
    expect(list.rules).toMatchObject([{ version: 1 }]);
  });

  it('records nothing of a first administrator without a name, and then still gets one', async () => {
    const head = await council.app.get<EventStore>(EVENT_STORE).head();
    for (const name of ['', '  ']) await expect(first(name)).rejects.toMatchObject({ code: 'name-missing' });
    expect(await council.app.get<EventStore>(EVENT_STORE).head()).toEqual(head);
  });

  it('gets its first administrator once', async () => {
    const { digest } = await read();
    expect(await open('Mona', digest)).toMatchObject({ status: 409, body: { code: 'no-first-administrator' } });
    await expect(first('Mona')).rejects.toMatchObject({ code: 'administrators-read-no-cases' });
    expect(await first('Astrid')).toBe('astrid');
    await expect(first('Astrid')).rejects.toMatchObject({ code: 'first-administrator-set' });
    await expect(first('Eve')).rejects.toMatchObject({ code: 'first-administrator-set' });
    await council.caughtUp();
    expect((await council.get('Astrid', '/council')).body).toMatchObject({ firstAdministrator: 'astrid' });
  });

  it('is opened by the IRO manager alone, by the very list that they read', async () => {
    const { digest } = await read();
    expect(await open('Astrid', digest)).toMatchObject({ status: 403 });
    expect(await open('Adam', digest)).toMatchObject({ status: 403 });
    expect(await open('Dora', digest)).toMatchObject({ status: 403 });
    await council.done('Adam', '/posts', { postId: 'slipped-in', kind: 'inspector', title: 'Inspector' });
    await council.done('Adam', '/posts/slipped-in/take', { person: 'walter' });
    expect(await open('Mona', digest)).toMatchObject({ status: 409, body: { code: 'list-changed' } });
    expect((await council.get('Iris', '/disputes')).status).toBe(403);

    const now = await read();
    expect((await open('Mona', now.digest)).status).toBe(200);
    expect(await read()).toMatchObject({ standing: 'open' });
    const raised = await council.done('Iris', '/disputes', aConcern());
    expect((await council.get('Mona', `/disputes/${raised.reference}`)).status).toBe(200);
  });

  it('gives nobody a role by the word of one person any more', async () => {
    await council.done('Adam', '/posts', { postId: 'second-post', kind: 'iro', title: 'IRO' });
    const answer = await council.post('Adam', '/posts/second-post/take', { person: 'petra' });
    expect(answer.status).toBe(202);
  });

  it('lets somebody take a post again that others held meanwhile, from today where no day is given', async () => {
    await council.done('Adam', '/posts/slipped-in/leave', { person: 'walter', on: '2023-03-31' });
    await council.doneByTwo('Adam', '/posts/slipped-in/take', { person: 'petra', from: '2023-04-01' });
    const answer = await council.post<{ reference: string }>('Adam', '/posts/slipped-in/take', { person: 'walter' });
    expect(answer.status).toBe(202);
    await council.done('Mona', `/roles/proposals/${answer.body.reference}/agree`, {});
    await council.caughtUp();
    expect(council.app.get<Directory>(DIRECTORY).postsHeldBy('walter', londonDate(council.clock.now()))).toContainEqual(
      expect.objectContaining({ postId: 'slipped-in' }),
    );
  });
});
