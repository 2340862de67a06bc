import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisputesPageDto } from '../../src/disputes/list/list.dto.js';
import type { DisputeDto, HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import type { ChildHistoryDto } from '../../src/directory/children/children.dto.js';
import { aConcern, anAnswer, Council, PEOPLE } from './council.js';

/*
 * Something was written down for another child than it is about: C1 of Locality North (Iris, Tom) in place of C3 of Locality South
 * (Ivan, Tess). From then on it is nowhere that the wrong child's readers can reach (X4).
 */

type Views = { items: { by: { person: { id: string } }; what: string }[] };
type Themes = { rows: { dimensions: { team: string }; count: number; children: number }[] };

const reason = 'Two children have the same initials.';
const THE_SERVICE = ['Mona', 'Quentin', 'Queenie'];

let council: Council;
beforeAll(async () => {
  council = await Council.begin();
});
afterAll(() => council.end());

const read = (person: string, url: string) => council.get<DisputeDto>(person, url);
const historyOf = async (person: string, child: string) =>
  (await council.get<ChildHistoryDto>(person, `/children/${child}/history`)).body.items;
/** The addresses at which those who work with the wrong child could find it. */
const LISTS = ['/disputes', '/answers', '/actions', '/board', '/work', '/acknowledgements', '/reviews/unanswered'];
const findsNothing = async (person: string, reference: string) => {
  for (const url of [...LISTS, '/children/C1/history', '/themes/cases?year=2023-24'])
    expect(`${person} ${url} ${(await council.get(person, url)).text}`).not.toContain(reference);
};

describe('A dispute voided because it is about another child', () => {
  let reference: string;
  beforeAll(async () => {
    reference = (await council.done('Iris', '/disputes', aConcern({ theme: 'HEALTH' }))).reference;
    await council.get('Tom', `/disputes/${reference}`);
    await council.get('Beth', '/disputes');
    await council.done('Iris', `/disputes/${reference}/void`, { because: 'wrong-child', reason });
  });

  it('is read by those who answer for the IRO service, and the IRO who holds it, and nobody else', async () => {
    for (const person of Object.keys(PEOPLE)) {
      const allowed = [...THE_SERVICE, 'Iris'].includes(person);
      for (const url of [`/disputes/${reference}`, `/disputes/${reference}/events`])
        expect([person, url, (await council.get(person, url)).status]).toEqual([person, url, allowed ? 200 : 404]);
      if (!allowed) await findsNothing(person, reference);
    }
  });

  it('leaves the child’s history, for everybody', async () => {
    for (const person of ['Iris', 'Mona', 'Tom'])
      expect((await historyOf(person, 'C1')).filter((each) => each.reference === reference)).toEqual([]);
  });

  it('counts nowhere', async () => {
    const { rows } = (await council.get<Themes>('Mona', '/themes?year=2023-24&themeGroup=HEALTH')).body;
    expect(rows.map(({ count }) => count)).toEqual([0, 0]);
  });

  it('shows the IRO manager who saw it meanwhile, on its page and in lists', async () => {
    const { items } = (await council.get<Views>('Mona', `/disputes/${reference}/views`)).body;
    expect(items.map(({ by, what }) => `${by.person.id} ${what}`)).toEqual(
      expect.arrayContaining(['tom page', 'beth list']),
    );
  });
});

describe('A dispute moved to the child whom it is about', () => {
  let reference: string;
  beforeAll(async () => {
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer());
    const toNowhere = await council.post('Iris', `/disputes/${reference}/move-to-child`, { children: ['C3'], reason });
    // Iris does not know that child, as little as one that does not exist.
    expect(toNowhere.status).toBe(400);
    expect(
      (await council.post('Tom', `/disputes/${reference}/move-to-child`, { children: ['C2'], reason })).status,
    ).toBe(403);
    await council.done('Mona', `/disputes/${reference}/move-to-child`, { children: ['C3'], reason });
  });

  it('is nowhere that the wrong child’s readers can reach, at once', async () => {
    for (const person of ['Iris', 'Tom', 'Alma', 'Walter']) {
      for (const url of [`/disputes/${reference}`, `/disputes/${reference}/events`])
        expect([person, (await council.get(person, url)).status]).toEqual([person, 404]);
      await findsNothing(person, reference);
    }
    expect((await historyOf('Mona', 'C1')).map((each) => each.reference)).not.toContain(reference);
  });

  it('is the right child’s, as if it had been from the start', async () => {
    const { body } = await read('Ivan', `/disputes/${reference}`);
    expect(body).toMatchObject({
      team: { id: 'south' },
      heldBy: { id: 'ivan' },
      children: [{ id: 'C3' }],
      rounds: [{ addressedTeam: { id: 'south' } }],
    });
    const what = (await historyOf('Ivan', 'C3'))
      .filter((each) => each.reference === reference)
      .map((each) => each.what);
    expect(what).toEqual(expect.arrayContaining(['raised', 'answered', 'moved-from-another-child']));
    expect((await read('Tess', `/disputes/${reference}`)).status).toBe(200);
    const listed = (await council.get<DisputesPageDto>('Tess', '/disputes')).body.items;
    expect(listed.map((each) => each.reference)).toContain(reference);
  });

  it('has its story, which names the other child to the IRO service alone', async () => {
    for (const person of ['Ivan', 'Tess', 'Ines']) {
      for (const url of [`/disputes/${reference}`, `/disputes/${reference}/events`])
        expect(`${person} ${url} ${(await council.get(person, url)).text}`).not.toContain('"C1"');
    }
    const { entries } = (await council.get<HistoryDto>('Mona', `/disputes/${reference}/events`)).body;
    expect(entries.at(-1)).toMatchObject({
      what: 'DisputeMovedToChild',
      data: { from: { children: ['C1'], team: 'north' }, to: { children: ['C3'], team: 'south' }, reason },
    });
  });

  it('is counted under the right child’s team of the day it was raised', async () => {
    const { rows } = (await council.get<Themes>('Mona', '/themes?year=2023-24&by=team&themeGroup=DD')).body;
    expect(rows.filter(({ count }) => count !== 0)).toMatchObject([
      { dimensions: { team: 'Locality South' }, count: 1, children: 1 },
    ]);
  });
});

describe('A conversation, an acknowledgement and a check about the wrong child', () => {
  const spoke = { spokeTo: 'Tom', spokeOn: '2023-04-03', result: 'He will look into it.' };

  it('a conversation is moved in the same way', async () => {
    const { reference } = await council.done('Iris', '/conversations', { ...spoke, children: ['C1'] });
    await council.done('Mona', `/disputes/${reference}/move-to-child`, { children: ['C3'], reason });
    expect((await council.get('Iris', `/disputes/${reference}`)).status).toBe(404);
    await findsNothing('Iris', reference);
    expect((await council.get('Ivan', `/disputes/${reference}`)).status).toBe(200);
  });

  it('an acknowledgement goes to the right child and counts under that child’s team', async () => {
    const { reference } = await council.done('Carol', '/acknowledgements', {
      children: ['C4'],
      wholeTeam: true,
      theme: 'PA-DIRECT',
      whatTheyDid: 'They drew her life story with her.',
    });
    const url = `/acknowledgements/${reference}`;
    await council.get('Tom', url);
    await council.done('Mona', `${url}/move-to-child`, { children: ['C3'], reason });
    expect((await council.get('Tom', url)).status).toBe(404);
    expect((await council.get('Tess', url)).body).toMatchObject({ team: { id: 'south' }, children: [{ id: 'C3' }] });
    expect((await historyOf('Mona', 'C4')).map((each) => each.reference)).not.toContain(reference);
    expect((await historyOf('Ivan', 'C3')).map((each) => each.reference)).toContain(reference);
    const { items } = (await council.get<Views>('Mona', `${url}/views`)).body;
    expect(items).toContainEqual(
      expect.objectContaining({
        what: 'page',
        by: expect.objectContaining({ person: expect.objectContaining({ id: 'tom' }) }),
      }),
    );
    expect((await council.get('Ivan', `${url}/views`)).status).toBe(403);
    expect((await council.get('Tom', `${url}/views`)).status).toBe(404);
  });

  it('a check goes to the right child, and onto the list of that child’s IRO', async () => {
    const { reference } = await council.done('Iris', '/reviews', { kind: 'midway', child: 'C1', heldOn: '2023-04-03' });
    const url = `/reviews/${reference}`;
    await council.get('Iris', url);
    await council.done('Mona', `${url}/move-to-child`, { child: 'C3', reason });
    expect((await council.get('Iris', url)).status).toBe(404);
    await findsNothing('Iris', reference);
    expect((await council.get('Ivan', url)).body).toMatchObject({ child: { id: 'C3' }, iro: { id: 'ivan' } });
    expect((await council.get('Ivan', '/reviews/unanswered')).text).toContain(reference);
    const { items } = (await council.get<Views>('Mona', `${url}/views`)).body;
    expect(items.map(({ what }) => what)).toContain('page');
  });
});
