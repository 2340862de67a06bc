import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { PublishedReportDto, ReportComparedDto } from '../../src/reports/publishing/published-reports.dto.js';
import { readInRows, readInWorcestershire } from '../support/worcestershire.js';
import { Council } from './council.js';

const YEAR = { kind: 'annual', from: '2022-04-01', to: '2023-03-31', audience: 'public' };
const FILES = ['pdf', 'docx', 'json', 'csv', 'ods'];

/* A report is published. A year later a row of its year comes to light. */
describe('A report that is corrected a year after it was published', () => {
  let council: Council;
  let url: string;
  let published: Record<string, string>;

  const editions = async () => (await council.get<PublishedReportDto>('Gina', url)).body.editions;
  /** Of each file of the first edition. */
  const hashes = async (): Promise<Record<string, string>> => {
    const made: Record<string, string> = {};
    for (const as of FILES) {
      const { text } = await council.get('Gina', `${url}/${as}?edition=1`, { accept: '*/*' });
      made[as] = createHash('sha256').update(text).digest('hex');
    }
    return made;
  };

  beforeAll(async () => {
    council = await Council.begin();
    council.clock.set('2023-10-04T09:00:00.000Z');
    await readInWorcestershire(council);
    url = `/published-reports/${(await council.done('Mona', '/published-reports', YEAR)).reference}`;
    await council.done('Mona', `${url}/take-figures`, {});
    const { sha256 } = (await editions())[0]!;
    await council.done('Gina', `${url}/check`, { sha256 });
    await council.done('Mona', `${url}/approve`, { sha256 });
    await council.done('Mona', `${url}/publish`, { on: '2023-10-04', address: 'https://council.example/iro' });
    published = await hashes();
    council.at('2024-10-07T09:00:00.000Z');
    const late = { team: 'Locality South', kind: 'Informal', raised: '07/11/2022' } as const;
    await readInRows(council, [late], { name: 'late' });
  });
  afterAll(() => council.end());

  it('stays as it was, every file of it, and is made again the same', async () => {
    expect(new Set(Object.values(published)).size).toBe(FILES.length);
    expect(await hashes()).toEqual(published);
    const compared = (await council.get<ReportComparedDto>('Mona', `${url}/compare`)).body;
    expect(compared).toMatchObject({ edition: 1, isMadeAgain: true });
  });

  it('is said as published and as corrected, with who recorded that, and “revised” in public', async () => {
    const { figures } = (await council.get<ReportComparedDto>('Mona', `${url}/compare`)).body;
    const changed = figures.find(({ asPublished, asCorrected }) => asPublished === 111 && asCorrected === 112);
    expect(changed).toMatchObject({
      ...{ unit: 'count', inPublic: 'revised' },
      changes: [{ records: 1, came: true, by: { name: 'Beth' }, on: '2024-10-07' }],
    });
  });

  it('has another edition, which prints neither number, while the first stands', async () => {
    await council.done('Percy', `${url}/begin-correction`, { reason: 'A row came a year later.' });
    await council.done('Percy', `${url}/take-figures`, {});
    const [first, second] = await editions();
    const total = (edition: typeof first) => edition!.figures!.measures.find(({ code }) => code === 'informal')!.value;
    expect([total(first), total(second)]).toEqual([111, 'revised']);
    expect(second!.reason).toBe('A row came a year later.');
    expect(await hashes()).toEqual(published);
  });
});
