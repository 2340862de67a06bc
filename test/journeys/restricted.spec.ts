import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisputesPageDto } from '../../src/disputes/list/list.dto.js';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { Postbox } from '../notices/postbox.js';
import { shownBy } from '../names/alike.js';
import { cookieOf } from '../support/page-sessions.js';
import { aConcern, anAnswer, Council, PEOPLE } from './council.js';

/*
 * Records restricted to a list: who answers, who reads, who counts, and how somebody gets in who must (A7).
 */

type Problem = { code: string; detail: string };
type Board = {
  rows: { reference: string; who: { person: { id: string } | null }[] }[];
  totals: { open: number; late: number };
};
type Counted = { count: number; items: { reference: string; opens: string }[] };

const reason = 'The child is to be adopted by a colleague.';

describe('A record restricted without those who must answer it', () => {
  let council: Council;
  let reference: string;
  beforeAll(async () => {
    council = await Council.begin();
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
  });
  afterAll(() => council.end());

  const restrict = (person: string, body: object) =>
    council.post<Problem>(person, `/disputes/${reference}/restrict`, { reason, ...body });

  it('is not restricted before the IRO has chosen', async () => {
    expect(await restrict('Mona', { readers: ['mona'] })).toMatchObject({ status: 409, body: { code: 'iro-chooses' } });
    expect(await restrict('Iris', { readers: ['mona'] })).toMatchObject({
      status: 409,
      body: { code: 'addressee-left-out' },
    });
    expect((await council.get('Tom', `/disputes/${reference}`)).status).toBe(200);
  });

  it('takes nobody to answer who holds no post that answers', async () => {
    expect(await restrict('Iris', { readers: [], answeredBy: 'percy' })).toMatchObject({ status: 400 });
  });

  it('is answered by whom the IRO names, who finds it in their work and on the board, and not by the one left off', async () => {
    expect((await restrict('Iris', { readers: [], answeredBy: 'agnes' })).status).toBe(200);
    await council.caughtUp();
    expect((await council.get('Tom', `/disputes/${reference}`)).status).toBe(404);
    const work = (await council.get<MyWorkDto>('Agnes', '/work')).body;
    expect(work.items).toContainEqual(expect.objectContaining({ what: 'answer', reference }));
    expect((await council.get<MyWorkDto>('Tom', '/work')).body.items).toEqual([]);
    const board = (await council.get<Board>('Iris', '/board')).body;
    expect(board.rows.find((row) => row.reference === reference)!.who).toMatchObject([{ person: { id: 'agnes' } }]);
    expect((await council.post('Tom', `/disputes/${reference}/answer`, anAnswer())).status).toBe(404);
    await council.done('Agnes', `/disputes/${reference}/answer`, anAnswer());
    const { rounds } = (await council.get<DisputeDto>('Iris', `/disputes/${reference}`)).body;
    expect(rounds.at(-1)!.answers).toMatchObject([{ role: 'team-manager', answeredBy: { id: 'agnes' } }]);
  });

  it('goes up only once somebody on the list can answer there', async () => {
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'not', reason: 'There is still no date.' });
    const up = { reason: 'There is still no date.' };
    const refused = await council.post<Problem>('Iris', `/disputes/${reference}/escalate`, up);
    expect(refused).toMatchObject({ status: 409, body: { code: 'nobody-on-the-list-answers' } });
    await council.done('Iris', `/disputes/${reference}/restrict`, { readers: ['sven'], reason });
    expect((await council.post('Iris', `/disputes/${reference}/escalate`, up)).status).toBe(200);
  });
});

describe('A post that changes hands while the record is restricted', () => {
  it('puts it into the IRO’s work that nobody who must answer may read it', async () => {
    const council = await Council.begin();
    try {
      const { reference } = await council.done('Iris', '/disputes', aConcern());
      await council.done('Iris', `/disputes/${reference}/restrict`, { readers: ['tom'], reason });
      const toChoose = async () =>
        (await council.get<MyWorkDto>('Iris', '/work')).body.items.filter(({ what }) => what === 'choose-who-answers');
      expect(await toChoose()).toEqual([]);
      await council.done('Adam', '/posts/tom-post/leave', { person: 'tom', on: '2023-04-02' });
      await council.doneByTwo('Adam', '/posts/tom-post/take', { person: 'tess', from: '2023-04-03' });
      expect(await toChoose()).toMatchObject([{ reference }]);
      await council.done('Iris', `/disputes/${reference}/restrict`, { readers: ['tess'], reason });
      expect(await toChoose()).toEqual([]);
    } finally {
      await council.end();
    }
  });
});

describe.each(['informal', 'formal'])('A restricted %s dispute', (kind) => {
  let council: Council;
  let restricted: string;
  let open: string;
  let meeting: string;
  /** Tom is the team manager; Walter, Tess and Dora have no seat in it but for the list. */
  const readers = ['tom', 'walter', 'tess', 'dora', 'carol'];
  const named = ['Iris', 'Tom', 'Walter', 'Tess', 'Dora', 'Carol'];
  beforeAll(async () => {
    council = await Council.begin();
    open = (await council.done('Iris', '/disputes', aConcern({ kind, theme: 'HEALTH' }))).reference;
    restricted = (await council.done('Iris', '/disputes', aConcern({ kind }))).reference;
    meeting = (
      await council.done('Mona', '/challenge/meetings', {
        kind: 'challenge',
        name: 'Challenge meeting',
        heldOn: '2023-04-20',
        startsAt: '10:00',
        posts: ['assistant-director', 'team-manager'],
      })
    ).reference;
    for (const dispute of [open, restricted])
      await council.done('Mona', `/challenge/meetings/${meeting}/add-items`, { items: [{ dispute, note: 'Look.' }] });
    await council.done('Mona', `/disputes/${restricted}/restrict`, { readers, reason });
  });
  afterAll(() => council.end());

  it('is read in full by those on the list, whatever their seat, in every list as on its page', async () => {
    for (const person of named) {
      const page = await council.get(person, `/disputes/${restricted}`);
      expect([person, page.status]).toEqual([person, 200]);
      expect(page.text).toContain('permanence');
      const { items } = (await council.get<DisputesPageDto>(person, '/disputes')).body;
      expect([person, items.map(({ reference }) => reference)]).toEqual([person, expect.arrayContaining([restricted])]);
    }
  });

  it('is named in no list, figure or agenda of anybody else', async () => {
    const urls = [
      '/disputes',
      '/answers',
      '/actions',
      '/board',
      '/work',
      '/children/C1/history',
      '/themes/cases?year=2023-24',
      '/reports/how-far/2023-24',
      '/reports/timeliness/2023-24',
      '/reports/so-what/2023-24',
      '/reports/repeats/2023-24',
      '/reports/voice/2023-24',
      '/reports/praise/2023-24',
      '/reports/years/2023-24',
      '/challenge/items',
      `/challenge/meetings/${meeting}`,
      `/challenge/meetings/${meeting}/pack`,
      `/challenge/meetings/${meeting}/pack/markdown`,
    ];
    const others = Object.keys(PEOPLE).filter((person) => !named.includes(person) && person !== 'Percy');
    for (const person of others)
      for (const url of urls)
        expect(`${person} ${url} ${(await council.get(person, url)).text}`).not.toContain(restricted);
  });

  it('is not counted for anybody else: a count is never more than the list behind it', async () => {
    for (const person of ['Mona', 'Quentin', 'Ines']) {
      const cases = (await council.get<Counted>(person, '/themes/cases?year=2023-24')).body;
      expect(cases).toMatchObject({ count: 1, items: [{ reference: open }] });
      const themes = await council.get<{ rows: { count: number }[] }>(person, `/themes?year=2023-24&kind=${kind}`);
      expect(themes.body.rows.map(({ count }) => count)).toEqual([1]);
      const board = (await council.get<Board>(person, '/board')).body;
      expect(board).toMatchObject({ totals: { open: 1 } });
      const far = await council.get<{ kinds: { kind: string; raised: number }[] }>(person, '/reports/how-far/2023-24');
      expect(far.body.kinds.find((each) => each.kind === kind)!.raised).toBe(1);
      const annual = await council.get<{ measures: { code: string; value: number }[] }>(
        person,
        '/reports/annual/2023-24',
      );
      expect(annual.body.measures.find(({ code }) => code === kind)!.value).toBe(1);
      expect(annual.text).not.toContain('restricted');
    }
  });

  it('is counted for those on the list', async () => {
    const cases = (await council.get<Counted>('Dora', '/themes/cases?year=2023-24')).body;
    expect(cases.count).toBe(2);
    expect(new Map(cases.items.map((each) => [each.reference, each.opens]))).toEqual(
      new Map([
        [restricted, 'whole'],
        [open, 'outline'],
      ]),
    );
  });

  it('is in the analyst’s returns, without a child and without a word, which say so', async () => {
    const { items } = (await council.get<DisputesPageDto>('Percy', '/disputes')).body;
    expect(items.filter((each) => each.restricted)).toMatchObject([{ reference: restricted }]);
    const page = await council.get('Percy', `/disputes/${restricted}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/permanence|"C1"|iris/);
    const annual = await council.get<{ notes: string[] }>('Percy', '/reports/annual/2023-24');
    expect(annual.body.notes).toMatchObject([expect.stringContaining('1 record is restricted to named readers')]);
    const themes = await council.get<{ notes: string[] }>('Percy', '/themes?year=2023-24');
    expect(themes.body.notes.at(-1)).toContain('1 record is restricted to named readers');
  });

  it('is a line without a reference on an agenda, for those who may not read it', async () => {
    type Agenda = { items: { dispute: string | null; initials: string[]; line: string; because: string[] }[] };
    // Mona reads every agenda; Anton has a seat in this meeting.
    for (const person of ['Mona', 'Anton']) {
      const { items } = (await council.get<Agenda>(person, `/challenge/meetings/${meeting}`)).body;
      expect([person, ...items.map(({ dispute }) => dispute)]).toEqual([person, open, null]);
      expect(items[1]).toEqual(
        expect.objectContaining({ initials: [], because: [], line: expect.stringContaining('Restricted') }),
      );
      expect(items[1]).not.toHaveProperty('note');
    }
    const own = (await council.get<Agenda>('Tom', `/challenge/meetings/${meeting}`)).body;
    expect(own.items.map(({ dispute }) => dispute)).toEqual([open, restricted]);
  });
});

describe('Emergency access', () => {
  let council: Council;
  let reference: string;
  const taking = { reason: 'She is missing, and nobody on the list can be reached.', hours: 24 };
  const postbox = new Postbox();
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
    const cover = { iro: 'iris', by: 'ivan', from: '2023-04-03', to: '2023-04-03', reason: 'Training.' };
    await council.done('Mona', '/covers', cover);
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
    await council.done('Iris', `/disputes/${reference}/restrict`, { readers: ['tom'], reason });
  });
  afterAll(() => council.end());

  const read = async (person: string) => (await council.get(person, `/disputes/${reference}`)).status;

  it('is for those who would read it if it were not restricted, and answers 404 to others and 403 to those who count', async () => {
    for (const person of ['Tess', 'Carol', 'Walter', 'Percy', 'Gina', 'Adam', 'Ines', 'Chris']) {
      const answer = await council.post<Problem>(person, `/disputes/${reference}/take-emergency-access`, taking);
      expect([person, answer.status]).toEqual([person, person === 'Percy' ? 403 : 404]);
    }
  });

  it('answers a bad request with 400 for a hidden record and one that does not exist alike', async () => {
    const ways: readonly [object, Record<string, string>][] = [
      [{}, {}],
      [{ ...taking, reason: ' ' }, {}],
      [{ ...taking, hours: 73 }, {}],
      [{ nobody: 'knows this field' }, { 'if-match': 'no tag' }],
    ];
    for (const person of ['Mona', 'Sven', 'Tess', 'Carol', 'Dora'])
      for (const [body, headers] of ways) {
        const send = (id: string) =>
          council.post<Problem>(person, `/disputes/${id}/take-emergency-access`, body, headers);
        const [absent, hidden] = [await send('DRP-0000-0000'), await send(reference)];
        expect([person, shownBy(hidden)]).toEqual([person, shownBy(absent)]);
        expect([person, hidden.status]).toEqual([person, 400]);
      }
    const nowhere = await council.post<Problem>('Mona', '/disputes/DRP-0000-0000/take-emergency-access', taking);
    expect(nowhere.status).toBe(404);
  });

  it('answers 404 for a record that is hidden because it was about another child', async () => {
    const wrong = (await council.done('Iris', '/disputes', aConcern({ theme: 'HEALTH' }))).reference;
    await council.done('Iris', `/disputes/${wrong}/void`, { because: 'wrong-child', reason });
    const asked = await council.post('Tom', `/disputes/${wrong}/take-emergency-access`, taking);
    expect(asked.status).toBe(404);
  });

  it('opens the page and the history with a reason, for a while, and nothing is done with it', async () => {
    expect(await read('Mona')).toBe(404);
    const wordless = await council.post('Mona', `/disputes/${reference}/take-emergency-access`, { hours: 24 });
    expect(wordless.status).toBe(400);
    await council.done('Mona', `/disputes/${reference}/take-emergency-access`, taking);
    expect(await read('Mona')).toBe(200);
    expect((await council.get('Mona', `/disputes/${reference}/events`)).status).toBe(200);
    expect((await council.post('Mona', `/disputes/${reference}/lift-restriction`, { reason })).status).toBe(404);
    expect((await council.get('Quentin', `/disputes/${reference}`)).status).toBe(404);
  });

  it('offers nothing to the person who reads it so, on its page or to a program, and takes nothing', async () => {
    const { body } = await council.get<DisputeDto>('Mona', `/disputes/${reference}`);
    expect(body.allowedActs).toEqual([]);
    const opened = await council.app.inject({
      ...{ url: `/disputes/${reference}`, headers: { cookie: cookieOf('Mona'), accept: 'text/html' } },
    });
    expect(opened.statusCode).toBe(200);
    expect(opened.body).not.toMatch(new RegExp(`href="/disputes/${reference}/(?!history|print|views|news)`));
    const advice = { takenOn: '2023-04-03', advice: 'Wait.' };
    const beside = await council.post('Mona', `/disputes/${reference}/record-legal-advice`, advice);
    expect(beside.status).toBe(404);
  });

  it('is told to the IRO and to information governance, and to nobody else', async () => {
    const told = postbox.collect().filter((line) => line.includes('emergency'));
    expect(told).toEqual(['gina: somebody took emergency access', 'iris: somebody took emergency access']);
  });

  it('is in the log of information governance, with what was opened, and of the record only that', async () => {
    type Taken = {
      items: { reference: string; by: object; reason: string; until: string; opened: { what: string }[] }[];
    };
    const { status, body } = await council.get<Taken>('Gina', '/emergency-access');
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { reference, by: { person: { id: 'mona' } }, reason: taking.reason, until: '2023-04-04T09:00:00.000Z' },
    ]);
    expect(body.items[0]!.opened.map(({ what }) => what)).toEqual(['page', 'history', 'page', 'page']);
    for (const url of [`/disputes/${reference}`, '/disputes', '/children/C1', '/board', '/themes?year=2023-24'])
      expect([url, [403, 404]]).toEqual([url, expect.arrayContaining([(await council.get('Gina', url)).status])]);
    expect((await council.get<{ items: unknown[] }>('Gina', '/work')).body.items).toEqual([]);
    for (const person of ['Mona', 'Ines', 'Adam', 'Iris'])
      expect((await council.get(person, '/emergency-access')).status).toBe(403);
  });

  it('ends by itself', async () => {
    council.at('2023-04-04T08:59:00.000Z');
    expect(await read('Mona')).toBe(200);
    council.at('2023-04-04T09:00:00.000Z');
    expect(await read('Mona')).toBe(404);
  });

  it('is taken whatever revision is sent along: nobody knows that of what is hidden from them', async () => {
    const url = `/disputes/${reference}/take-emergency-access`;
    expect((await council.post('Sven', url, taking, { 'if-match': '"99"' })).status).toBe(200);
  });
});
