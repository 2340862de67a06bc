import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MattersOpened } from '../../src/access/view-log/events.js';
import { mattersIn } from '../../src/access/view-log/matters.js';
import type { EventStore, RecordedEvent } from '../../src/platform/event-store/event-store.js';
import { VIEW_STORE } from '../../src/platform/store-tokens.js';
import { cookieOf, CSRF } from '../support/page-sessions.js';
import { aConcern, anAnswer, Council, PEOPLE } from './council.js';

/*
 * Promise A6: a person who opens a child's matter is on record with it.
 */

type Entry = RecordedEvent & { readonly data: MattersOpened };
type Views = {
  items: { viewedAt: string; by: { person: { id: string }; role: string }; what: string; where: string }[];
};

/** Words that stand in the dispute, the acknowledgement, the check and the recommendations of this council, and nowhere else. */
const CANARY = 'heron';

describe('The log of who opened what', () => {
  let council: Council;
  let dispute: string;
  let urls: readonly string[];
  let meeting: string;
  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/silence-agrees');
    dispute = (await council.done('Iris', '/disputes', aConcern({ concern: `No plan was made: ${CANARY}.` })))
      .reference;
    await council.done('Tom', `/disputes/${dispute}/answer`, anAnswer({ reasons: `It came late: ${CANARY}.` }));
    const thanked = await council.done('Iris', '/acknowledgements', {
      children: ['C1'],
      theme: 'PA-DIRECT',
      people: [{ person: 'walter' }],
      whatTheyDid: `Built the model of the house: ${CANARY}.`,
      differenceForChild: 'She talks about the move.',
    });
    const { reference: check } = await council.done('Iris', '/reviews', {
      kind: 'midway',
      child: 'C1',
      heldOn: '2023-04-03',
    });
    const sent = await council.done('Iris', '/recommendations', {
      child: 'C1',
      reviewedOn: '2023-04-03',
      recommendations: [{ what: `Finish the life story book: ${CANARY}.`, who: 'Walter', by: '2023-05-01' }],
    });
    meeting = (
      await council.done('Mona', '/challenge/meetings', {
        kind: 'challenge',
        name: 'Challenge meeting',
        heldOn: '2023-04-20',
        startsAt: '10:00',
        posts: ['assistant-director'],
      })
    ).reference;
    await council.done('Mona', `/challenge/meetings/${meeting}/add-items`, {
      items: [{ dispute, note: `Long open: ${CANARY}.` }],
    });
    urls = [
      '/disputes',
      `/disputes/${dispute}`,
      `/disputes/${dispute}/events`,
      `/disputes/${dispute}/views`,
      '/disputes/to-be-decided',
      '/answers',
      '/actions',
      '/acknowledgements',
      `/acknowledgements/${thanked.reference}`,
      `/reviews/${check}`,
      '/reviews/unanswered',
      '/recommendations',
      `/recommendations/${sent.reference}`,
      '/challenge/meetings',
      `/challenge/meetings/${meeting}`,
      `/challenge/meetings/${meeting}/pack`,
      `/challenge/meetings/${meeting}/pack/markdown`,
      '/challenge/items',
      '/challenge/series',
      '/children',
      '/children/C1',
      '/children/C1/history',
      '/board',
      '/work',
      '/themes?year=2023-24&by=team',
      '/themes/cases?year=2023-24',
      '/reports/annual/2023-24',
      '/reports/timeliness/2023-24',
      '/reports/how-far/2023-24',
      '/reports/so-what/2023-24',
      '/reports/repeats/2023-24',
      '/reports/voice/2023-24',
      '/reports/praise/2023-24',
      '/reports/years/2023-24',
      '/reports/other-councils/2023-24',
      '/notices',
      '/imports',
      '/teams',
      '/people',
      '/posts',
      '/covers',
      '/protocols',
      '/calendar',
    ];
  });
  afterAll(() => council.end());

  const entries = async (): Promise<Entry[]> =>
    (await council.app.get<EventStore>(VIEW_STORE).readAll(undefined, { limit: 100_000 })) as unknown as Entry[];

  const since = async (read: () => Promise<unknown>): Promise<Entry[]> => {
    const before = (await entries()).length;
    await read();
    return (await entries()).slice(before);
  };

  it.each(Object.keys(PEOPLE))(
    'has one entry of %s for each answer in which words or initials stand, and no other but an inspector’s',
    async (person) => {
      for (const url of urls) {
        let answer = { status: 0, text: '' };
        const made = await since(async () => (answer = await council.get(person, url)));
        const shown =
          answer.status === 200 && new RegExp(`${CANARY}|"initials":|\\(C1\\)|"what":"raised"`).test(answer.text);
        if (shown) expect([url, made.length]).toEqual([url, 1]);
        else if (answer.status !== 200) expect([url, made.length]).toEqual([url, 0]);
        for (const { data, metadata } of made) {
          expect(metadata.actor.person).toBe(person.toLowerCase());
          expect(`/api/v1${url}`).toMatch(new RegExp(`^${data.by.replaceAll(/:\w+/g, '[^/?]+')}(\\?|$)`));
          if (shown && answer.text.includes(dispute)) expect([...data.references, ...data.children]).not.toEqual([]);
        }
      }
      if (person === 'Ines') expect((await since(() => council.get(person, '/themes?year=2023-24'))).length).toBe(1);
      if (person === 'Percy') expect((await since(() => council.get(person, '/disputes'))).length).toBe(0);
    },
  );

  it('names every reference of a list in one entry', async () => {
    const second = await council.done('Iris', '/disputes', aConcern({ children: ['C2'], theme: 'HEALTH' }));
    for (const [url, what] of [
      ['/disputes', 'list'],
      ['/board', 'list'],
    ] as const) {
      const [entry, ...more] = await since(() => council.get('Mona', url));
      expect(more).toEqual([]);
      expect(entry!.data).toMatchObject({ what, references: expect.arrayContaining([dispute, second.reference]) });
    }
    const [agenda] = await since(() => council.get('Mona', `/challenge/meetings/${meeting}`));
    expect(agenda!.data).toMatchObject({ what: 'agenda', references: expect.arrayContaining([meeting, dispute]) });
    const [pack] = await since(() => council.get('Mona', `/challenge/meetings/${meeting}/pack`));
    expect(pack!.data).toMatchObject({ what: 'pack', references: expect.arrayContaining([meeting, dispute]) });
    const [children] = await since(() => council.get('Mona', '/children'));
    expect(children!.data).toMatchObject({ references: [], children: ['C1', 'C2', 'C3', 'C4'] });
  });

  it('has the list of children that is shown again where no child was found', async () => {
    const ask = { method: 'POST', url: '/children/find' } as const;
    const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
    const find = (number: string) => async (): Promise<void> => {
      const { statusCode } = await council.app.inject({
        ...{ ...ask, payload: new URLSearchParams({ _csrf: CSRF, number }).toString() },
        headers: { ...headers, cookie: cookieOf('Iris') },
      });
      expect(statusCode).toBe(number === 'C1' ? 303 : 422);
    };
    const [entry, ...more] = await since(find('no such number'));
    expect([entry?.data.what, entry?.data.children.includes('C1'), more]).toEqual(['list', true, []]);
    expect(await since(find('C1'))).toEqual([]);
  });

  it('is told to the IRO: who opened a dispute, on which page, and in which lists it stood', async () => {
    await council.get('Tom', `/disputes/${dispute}`);
    await council.get('Beth', '/disputes');
    const { body } = await council.get<Views>('Iris', `/disputes/${dispute}/views`);
    expect(body.items.slice(-2)).toEqual([
      expect.objectContaining({
        what: 'page',
        where: '/api/v1/disputes/:reference',
        by: expect.objectContaining({ role: 'team-manager' }),
      }),
      expect.objectContaining({
        what: 'list',
        where: '/api/v1/disputes',
        by: expect.objectContaining({ role: 'business-support' }),
      }),
    ]);
  });

  it('is kept apart from the log of what happened', async () => {
    const events = await council.store.readAll(undefined, { limit: 100_000 });
    expect(events.filter(({ stream }) => stream.startsWith('viewLog-'))).toEqual([]);
  });
});

describe('The matters of an answer', () => {
  it('are the things that it names, and the children whose rows stand in it', () => {
    expect(
      mattersIn({
        items: [
          { reference: 'DRP-7K4M-2QXH', links: [] },
          { about: 'case', dispute: 'DRP-CQGG-BXZC', initials: [] },
        ],
        counted: [{ references: ['DRP-AAAA-AAAA'] }, { child: { id: '1' }, references: ['DRP-BBBB-BBBB'] }],
        children: [{ childId: '2', initials: 'A.B.' }],
      }),
    ).toEqual({
      references: ['DRP-7K4M-2QXH', 'DRP-CQGG-BXZC', 'DRP-BBBB-BBBB'],
      children: ['2'],
      hasInitials: true,
    });
    expect(mattersIn('# 1. DRP-CQGG-BXZC (A.B.)')).toMatchObject({ references: ['DRP-CQGG-BXZC'] });
  });
});
