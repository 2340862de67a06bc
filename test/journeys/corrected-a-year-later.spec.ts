import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedReportDto, ReportComparedDto } from '../../src/reports/publishing/published-reports.dto.js';
import { readInRows, readInWorcestershire } from '../support/worcestershire.js';
import { Council } from './council.js';

const YEAR = { kind: 'annual', from: '2022-04-01', to: '2023-03-31', audience: 'public' };
const OTHER_WORDS = readFileSync(join(import.meta.dirname, 'protocols/in-other-words.yaml'), 'utf8');

/* A report is published. A year later a row of its year comes to light. */
describe('A report that is corrected a year after it was published', () => {
  let council: Council;
  let url: string;
  /** Of each of its files, as the event of its publication says it. */
  let recorded: readonly { readonly name: string; readonly sha256: string }[];
  let published: Record<string, string>;

  const editions = async () => (await council.get<PublishedReportDto>('Gina', url)).body.editions;
  /** Of each file of the first edition, as it is made again now. */
  const hashes = async (): Promise<Record<string, string>> => {
    const made: Record<string, string> = {};
    for (const { name } of recorded) {
      const [, table, as] = /-edition-1(?:-table-(\d+))?\.(\w+)$/.exec(name)!;
      const asked = `${url}/${as}?edition=1${table === undefined ? '' : `&table=${table}`}`;
      const { bytes } = await council.get('Gina', asked, { accept: '*/*' });
      made[name] = createHash('sha256').update(bytes).digest('hex');
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
    recorded = (await editions())[0]!.published!.files;
    published = Object.fromEntries(recorded.map(({ name, sha256: of }) => [name, of]));
    council.at('2024-10-07T09:00:00.000Z');
    const late = { team: 'Locality South', kind: 'Informal', raised: '07/11/2022' } as const;
    await readInRows(council, [late], { name: 'late' });
  });
  afterAll(() => council.end());

  it('stays as it was, every file of it, and is made again the same', async () => {
    // Its paper as PDF and for Word, all that it says, and each of its eight tables twice.
    expect(new Set(Object.values(published)).size).toBe(3 + 2 * 8);
    expect(await hashes()).toEqual(published);
    const compared = (await council.get<ReportComparedDto>('Mona', `${url}/compare`)).body;
    expect(compared).toMatchObject({ edition: 1, isMadeAgain: true });
    expect(compared.files).toEqual(recorded.map((each) => ({ ...each, isMadeAgain: true })));
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

  it('says the same when the council calls things otherwise, and on its first line when it is withdrawn', async () => {
    await council.doneByTwo('Mona', '/protocol', { yaml: OTHER_WORDS, from: '2024-10-07' });
    expect(await hashes()).toEqual(published);
    await council.done('Mona', `${url}/withdraw`, { reason: 'Nobody uses it.' });
    const changed = Object.entries(await hashes()).filter(([name, of]) => published[name] !== of);
    expect(changed.map(([name]) => name.split('.').at(-1))).toEqual(['pdf', 'docx']);
    const { files } = (await council.get<ReportComparedDto>('Mona', `${url}/compare?edition=1`)).body;
    expect(files).toEqual(recorded.map((each) => ({ ...each, isMadeAgain: true })));
  });
});
