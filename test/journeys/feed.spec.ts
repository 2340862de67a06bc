import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FeedDto, FeedPageDto } from '../../src/feed/feed.dto.js';
import type { FeedRow } from '../../src/feed/feed-table.js';
import { aConcern, Council } from './council.js';

/*
 * A reporting tool with a token of its own reads what figures are counted from, page by page, and nothing else.
 */

type Page = Omit<FeedPageDto, 'rows'> & { rows: FeedRow[] };

describe('The feed', () => {
  let council: Council;
  const references: string[] = [];
  beforeAll(async () => {
    council = await Council.begin();
    await council.connect('Tool', 'data-feed');
    for (const child of ['C1', 'C2', 'C3'])
      references.push(
        (await council.done(child === 'C3' ? 'Ivan' : 'Iris', '/disputes', aConcern({ children: [child] }))).reference,
      );
    await council.done('Iris', `/disputes/${references[0]}/restrict`, {
      reason: 'The child is to be adopted by a colleague.',
      readers: ['tom'],
    });
  });
  afterAll(() => council.end());

  const page = async (query = ''): Promise<Page> => (await council.get<Page>('Tool', `/feed/disputes${query}`)).body;

  it('says which tables and fields it has', async () => {
    const { tables } = (await council.get<FeedDto>('Tool', '/feed')).body;
    expect(tables.map(({ name }) => name)).toEqual(['disputes', 'rounds', 'actions', 'acknowledgements', 'checks']);
    expect(tables[0]!.fields).toContainEqual(expect.objectContaining({ name: 'raisedOn', type: 'day' }));
  });

  it('counts a restricted record like any other, with no child in it whom anybody knows', async () => {
    const { rows, next } = await page();
    expect(next).toBeNull();
    expect(rows.map(({ reference }) => reference)).toEqual([...references].sort());
    const children = rows.map((row) => (row.children as string[])[0]!);
    expect(new Set(children).size).toBe(3);
    for (const child of children) expect(child).toMatch(/^[\w-]{16}$/);
    expect(JSON.stringify(rows)).not.toMatch(/"C[123]"|iris|Iris|ivan/);
  });

  it('goes on where a page ended, however many are raised meanwhile', async () => {
    const first = await page('?limit=2');
    expect(first.rows).toHaveLength(2);
    const rest = await page(`?limit=2&after=${first.next}`);
    expect(rest.next).toBeNull();
    expect([...first.rows, ...rest.rows].map(({ reference }) => reference)).toEqual([...references].sort());
  });

  it('comes as CSV too, which names its next page in a header', async () => {
    const csv = await council.get('Tool', '/feed/disputes/csv?limit=2');
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text.split('\r\n').filter((line) => line !== '')).toHaveLength(3);
    const [, path] = /^<([^>]+)>; rel="next"$/.exec(String(csv.headers.link))!;
    const rest = await council.get('Tool', path!);
    expect(rest.headers.link).toBeUndefined();
    expect(rest.text).toContain([...references].sort()[2]);
  });

  it('refuses in words a page, a limit and a table that are none', async () => {
    for (const query of [
      '?after=nonsense',
      `?after=${Buffer.from('["a",1,"b"]').toString('base64url')}`,
      '?limit=0',
      '?limit=10001',
    ])
      expect(await council.get('Tool', `/feed/disputes${query}`)).toMatchObject({
        status: 400,
        body: { code: 'not-valid' },
      });
    expect((await council.get('Tool', '/feed/children')).status).toBe(404);
  });

  it('is for analysts and for programs in its own role, who read nothing else', async () => {
    expect((await council.get('Percy', '/feed/rounds')).status).toBe(200);
    for (const person of ['Iris', 'Mona', 'Dora', 'Beth', 'Adam', 'Gina'])
      expect([person, (await council.get(person, '/feed/rounds')).status]).toEqual([person, 403]);
    for (const address of [
      '/disputes',
      '/children',
      '/board',
      '/work',
      '/themes?year=2023-24',
      '/people',
      '/acknowledgements',
    ])
      expect([address, (await council.get('Tool', address)).status]).toEqual([address, 403]);
    expect((await council.post('Tool', '/disputes', aConcern())).status).toBe(403);
  });
});
