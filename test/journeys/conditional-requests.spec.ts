import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, anAnswer, Council } from './council.js';

/** RFC 9110, section 13: what a reader has already, and what a writer had read. */
describe('conditional requests', () => {
  let council: Council;
  let reference: string;
  beforeAll(async () => {
    council = await Council.begin();
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
  });
  afterAll(() => council.end());

  const read = async (person: string, url: string, headers: Record<string, string> = {}) => {
    const answer = await council.get(person, url, headers);
    return { ...answer, tag: String(answer.headers.etag) };
  };
  const disputes = () => `/disputes/${reference}`;

  describe('reading what one has already', () => {
    it('answers 304 while nothing has changed, at any hour of the day', async () => {
      const { tag, headers } = await read('Iris', disputes());
      expect(tag).toMatch(/^"2\.[\w-]{22}"$/);
      expect(headers.vary).toBe('Footprint-Post, Footprint-Acting-For');
      council.clock.set('2023-04-03T11:00:00.000Z');
      const again = await read('Iris', disputes(), { 'if-none-match': tag });
      expect(again).toMatchObject({ status: 304, text: '', tag });
      expect(again.headers).toMatchObject({ vary: headers.vary, 'cache-control': 'no-store' });
    });

    it.each([
      ['a weak tag', (tag: string) => `W/${tag}`, 304],
      ['a list', (tag: string) => `"other" ,, W/"a,b",\t${tag}`, 304],
      ['whatever there is', () => '*', 304],
      ['a list without it', () => '"other", "0"', 200],
      ['the tag of a write, which is of no reading', () => '"0"', 200],
    ])('compares %s by weak comparison', async (_what, written, status) => {
      const { tag } = await read('Iris', disputes());
      expect((await read('Iris', disputes(), { 'if-none-match': written(tag) })).status).toBe(status);
    });

    it.each(['3', '"3', 'W/3', 'w/"3"', '"3" "4"', '*, "3"', '', ',', '"a b"', 'x"3"'])(
      'refuses If-None-Match: %s, which is no list of tags',
      async (written) => {
        const { status, body } = await read('Iris', disputes(), { 'if-none-match': written });
        expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ pointer: 'If-None-Match' }] } });
      },
    );

    it('shows a dispute anew once its team has another name', async () => {
      const { tag } = await read('Iris', disputes());
      const history = await read('Iris', `${disputes()}/events`);
      await council.done('Adam', '/teams/north/rename', { name: 'North and Moors', from: '2023-04-03' });
      const renamed = await read('Iris', disputes(), { 'if-none-match': tag });
      expect(renamed).toMatchObject({ status: 200 });
      expect(renamed.text).toContain('North and Moors');
      expect(renamed.tag).not.toBe(tag);
      expect((await read('Iris', `${disputes()}/events`, { 'if-none-match': history.tag })).status).toBe(304);
    });

    it('shows a meeting anew once a dispute on its agenda has been resolved', async () => {
      const raised = await council.done('Iris', '/disputes', aConcern({ theme: 'EDUC' }));
      const { reference: meeting } = await council.done('Mona', '/challenge/meetings', {
        kind: 'challenge',
        name: 'Challenge meeting',
        heldOn: '2023-04-12',
        startsAt: '14:00',
        posts: ['iro-manager'],
      });
      const url = `/challenge/meetings/${meeting}`;
      await council.done('Mona', `${url}/add-items`, { items: [{ dispute: raised.reference }] });
      const { tag, text } = await read('Mona', url);
      await council.done('Tom', `/disputes/${raised.reference}/answer`, anAnswer());
      const answered = await read('Mona', url, { 'if-none-match': tag });
      expect(answered.status).toBe(200);
      expect(answered.text).not.toBe(text);
      await council.done('Iris', `/disputes/${raised.reference}/judge`, {
        verdict: 'satisfied',
        reason: 'It is done.',
      });
      await council.done('Iris', `/disputes/${raised.reference}/resolve`, {
        outcome: 'RES-ACT',
        impact: ['plan-moving'],
      });
      const resolved = await read('Mona', url, { 'if-none-match': answered.tag });
      expect(resolved.status).toBe(200);
      expect(resolved.text).not.toBe(answered.text);
    });

    it('gives two readers, whose answers differ, two tags', async () => {
      const tags = new Map<string, string>();
      for (const person of ['Iris', 'Tom', 'Percy', 'Ines', 'Chris']) {
        const { status, tag, text } = await read(person, disputes());
        if (status === 200) tags.set(text, tag);
      }
      expect(tags.size).toBeGreaterThan(2);
      expect(new Set(tags.values()).size).toBe(tags.size);
    });
  });

  describe('writing on what one has read', () => {
    const note = async (ifMatch: string, more: Record<string, string> = {}) =>
      council.post<{ code: string; detail: string; errors?: { pointer: string }[] }>(
        'Iris',
        `${disputes()}/add-note`,
        { text: 'A note.' },
        { 'if-match': ifMatch, ...more },
      );

    it.each([
      ['the tag of a reading', (_revision: number, tag: string) => tag],
      ['the tag of another reader, whose answer differs', (revision: number) => `"${revision}.${'x'.repeat(22)}"`],
      ['the tag of a write', (revision: number) => `"${revision}"`],
      ['a list with it', (revision: number) => `"99", W/"1" , ,"${revision}"`],
      ['whatever there is', () => '*'],
    ])('takes %s', async (_what, written) => {
      const { tag, body } = await read('Iris', disputes());
      expect((await note(written(Number(body.revision), tag))).status).toBe(200);
    });

    it('is not hindered by a new name of a team, which is no change of the dispute', async () => {
      council.at('2023-04-04T09:00:00.000Z');
      const { tag } = await read('Iris', disputes());
      await council.done('Adam', '/teams/north/rename', { name: 'Moors', from: '2023-04-04' });
      expect((await read('Iris', disputes())).tag).not.toBe(tag);
      expect((await note(tag)).status).toBe(200);
    });

    it.each([
      ['a revision that was', '"0"', 'changed-since-read'],
      ['a list of revisions that were', '"0", "1"', 'changed-since-read'],
      ['a weak tag, as strong comparison asks', 'W/"CURRENT"', 'no-tag-matches'],
      ['a tag of somebody else', '"abc", "1.2.3"', 'no-tag-matches'],
    ])('refuses %s with 412', async (_what, written, code) => {
      const { body } = await read('Iris', disputes());
      const before = await council.events();
      const refused = await note(written.replace('CURRENT', String(body.revision)));
      expect(refused).toMatchObject({ status: 412, body: { code } });
      expect(refused.body.detail.length).toBeGreaterThan(30);
      expect(await council.events()).toBe(before);
    });

    it.each(['3', '"3', 'w/"3"', '"3" "4"', '*, "3"', '', '"a b"'])(
      'refuses If-Match: %s, which is no list of tags, with 400',
      async (written) => {
        const { status, body } = await note(written);
        expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ pointer: 'If-Match' }] } });
      },
    );

    it('answers 412 to beginning a record on the condition that it exists', async () => {
      const refused = await council.post('Iris', '/disputes', aConcern({ theme: 'HEALTH' }), { 'if-match': '*' });
      expect(refused).toMatchObject({ status: 412, body: { code: 'changed-since-read' } });
    });

    it('refuses If-None-Match, which would otherwise be passed over in silence', async () => {
      const { status, body } = await note('*', { 'if-none-match': '*' });
      expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ pointer: 'If-None-Match' }] } });
    });

    it('compares alike where another record is written first', async () => {
      const informal = await council.done('Iris', '/disputes', aConcern({ kind: 'informal', theme: 'LIFE' }));
      const formalise = (ifMatch: string) =>
        council.post(
          'Iris',
          `/disputes/${informal.reference}/formalise`,
          { reason: 'Not put right.' },
          {
            'if-match': ifMatch,
          },
        );
      expect(await formalise('W/"0"')).toMatchObject({ status: 412, body: { code: 'no-tag-matches' } });
      expect(await formalise('"77"')).toMatchObject({ status: 412, body: { code: 'changed-since-read' } });
      expect((await formalise(`"77", "${informal.revision}"`)).status).toBe(200);
    });
  });

  it('reading on a condition for writing is answered with 412 where it does not hold', async () => {
    expect((await read('Iris', disputes(), { 'if-match': '"99"' })).status).toBe(412);
    const { tag } = await read('Iris', disputes());
    expect((await read('Iris', disputes(), { 'if-match': `"99", ${tag}`, 'if-none-match': tag })).status).toBe(304);
  });
});
