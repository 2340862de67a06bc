import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PublishedReportDto, ReportsListedDto } from '../../src/reports/publishing/published-reports.dto.js';
import { Council } from './council.js';

const HALF = { kind: 'team-half-year', from: '2022-10-01', to: '2023-03-31', audience: 'inside', team: 'north' };

/* The half-year of one team: its managers read it once it is published, and nobody else’s managers do. */
describe('The half-year of a team', () => {
  let council: Council;
  let url: string;
  const read = (person: string, at = url) => council.get<PublishedReportDto>(person, at, { accept: '*/*' });
  const listedFor = async (person: string) =>
    (await council.get<ReportsListedDto>(person, '/published-reports')).body.items.map(({ edition, standing }) => ({
      ...{ edition, standing },
    }));
  const statuses = (person: string) =>
    Promise.all(
      ['', '/compare', '/pdf', '/docx', '/json'].map(async (file) => (await read(person, `${url}${file}`)).status),
    );
  const publish = async (): Promise<void> => {
    await council.done('Mona', `${url}/take-figures`, { layout: [] });
    const { sha256 } = (await read('Mona')).body.editions.at(-1)!;
    await council.done('Gina', `${url}/check`, { sha256 });
    await council.done('Mona', `${url}/approve`, { sha256 });
    await council.done('Mona', `${url}/publish`, { on: '2023-05-02' });
  };

  beforeAll(async () => {
    council = await Council.begin();
    council.clock.set('2023-05-02T09:00:00.000Z');
    url = `/published-reports/${(await council.done('Mona', '/published-reports', HALF)).reference}`;
    const { items } = (await council.get<ReportsListedDto>('Mona', '/published-reports')).body;
    expect(items).toMatchObject([{ team: { id: 'north' } }]);
    await council.done('Dora', `${url}/comment`, { text: 'A word among leaders.' });
  });
  afterAll(() => council.end());

  it('is read by nobody of the team while it is written', async () => {
    expect(await statuses('Tom')).toEqual([404, 404, 404, 404, 404]);
    expect(await listedFor('Tom')).toEqual([]);
  });

  it('is read by its managers once it is published, without what leaders said of it, and by no other team’s', async () => {
    await publish();
    await council.caughtUp();
    for (const person of ['Tom', 'Alma']) expect(await statuses(person)).toEqual([200, 200, 200, 200, 200]);
    const { editions } = (await read('Tom')).body;
    expect(editions).toMatchObject([{ standing: 'published', comments: [] }]);
    expect(await listedFor('Tom')).toEqual([{ edition: 1, standing: 'published' }]);
    expect(await statuses('Tess')).toEqual([404, 404, 404, 404, 404]);
    expect(await listedFor('Tess')).toEqual([]);
    expect((await read('Iris')).status).toBe(403);
  });

  it('is read by its managers as it was published while another edition is written', async () => {
    await council.done('Mona', `${url}/begin-correction`, { reason: 'A row came late.' });
    await council.done('Mona', `${url}/write-section`, { section: 'summary', text: 'Not for the team yet.' });
    await council.caughtUp();
    expect((await read('Tom')).body.editions.map(({ edition }) => edition)).toEqual([1]);
    expect((await read('Mona')).body.editions.map(({ edition }) => edition)).toEqual([1, 2]);
    expect((await read('Tom', `${url}/json`)).text).not.toContain('Not for the team yet');
    expect((await read('Tom', `${url}/json?edition=2`)).status).toBe(404);
    expect(await listedFor('Tom')).toEqual([{ edition: 1, standing: 'published' }]);
    expect(await listedFor('Mona')).toEqual([{ edition: 2, standing: 'drafted' }]);
  });

  it('is acted on by none of its managers', async () => {
    expect((await council.post('Tom', `${url}/comment`, { text: 'It is not so.' })).status).toBe(403);
  });
});
