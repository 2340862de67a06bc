import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PublishedReportDto, TablesProposedDto } from '../../src/reports/publishing/published-reports.dto.js';
import { readInWorcestershire } from '../support/worcestershire.js';
import { Council } from './council.js';

const YEAR = { kind: 'annual', from: '2022-04-01', to: '2023-03-31', audience: 'public' };
const HALF = { kind: 'half-year', from: '2022-04-01', to: '2022-09-30', audience: 'public' };

/* A series of reports in which every number is rounded to the nearest 5, and none is hidden. */
describe('A report whose numbers are rounded', () => {
  let council: Council;
  let report: string;
  const url = (of = report) => `/published-reports/${of}`;
  const newest = async (of = report) => (await council.get<PublishedReportDto>('Gina', url(of))).body.editions.at(-1)!;

  beforeAll(async () => {
    council = await Council.begin();
    council.clock.set('2023-10-04T09:00:00.000Z');
    await readInWorcestershire(council);
    report = (await council.done('Mona', '/published-reports', YEAR)).reference;
  });
  afterAll(() => council.end());

  it('is offered finer tables than one that hides', async () => {
    const proposed = async (method: string) =>
      (await council.get<TablesProposedDto>('Mona', `${url()}/tables?method=${method}`)).body;
    const [hidden, rounded] = [await proposed('hidden'), await proposed('rounded')];
    expect(hidden.items[0]!.tables.map(({ code }) => code)).not.toContain('team+quarter');
    expect(rounded.method).toBe('rounded');
    expect(rounded.items[0]!.usual).toEqual(['quarter', 'theme', 'team']);
  });

  it('prints no number that is not one of fives, and shares of the numbers that it prints', async () => {
    await council.done('Mona', `${url()}/take-figures`, { method: 'rounded' });
    const { figures } = await newest();
    expect(figures!.method).toBe('rounded');
    const counts = [
      ...figures!.measures.filter(({ unit }) => unit === 'count').flatMap(({ value, previous }) => [value, previous]),
      ...figures!.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
    ].filter((each) => each !== null);
    expect(counts.length).toBeGreaterThan(30);
    expect(counts.filter((each) => typeof each !== 'number' || each % 5 !== 0)).toEqual([]);
    const by = Object.fromEntries(figures!.measures.map((each) => [each.code, each]));
    // Of 111 the council published 77, which is 69%: here it is 75 of 110.
    expect(by['informal']).toMatchObject({ value: 110, previous: 105, change: 5, changePercent: 4.8 });
    expect(by['informal.driftAndDelayPercent']).toMatchObject({ value: 68 });
    for (const { notes } of figures!.tables) expect(notes[0]).toContain('rounded to the nearest 5');
  });

  it('says so in its files', async () => {
    const file = async (as: string) => (await council.get('Gina', `${url()}/${as}`, { accept: '*/*' })).text;
    expect(await file('csv?table=1')).toContain('rounded to the nearest 5');
    expect(await file('json')).toContain('"method":"rounded"');
  });

  it('has no small total to be printed anyway, and is not hidden inside the service', async () => {
    const inside = (await council.done('Mona', '/published-reports', { ...YEAR, audience: 'inside' })).reference;
    const asked = await council.post('Mona', `${url(inside)}/take-figures`, { method: 'rounded' });
    expect(asked.body['code']).toBe('nothing-to-round');
  });

  it('goes on in one way in its series, and in every paper about the same days', async () => {
    const { sha256 } = await newest();
    await council.done('Gina', `${url()}/check`, { sha256 });
    await council.done('Mona', `${url()}/approve`, { sha256 });
    await council.done('Mona', `${url()}/publish`, { on: '2023-10-04', address: 'https://council.example/iro' });
    const half = (await council.done('Mona', '/published-reports', HALF)).reference;
    const hidden = await council.post('Mona', `${url(half)}/take-figures`, { method: 'hidden' });
    expect(hidden.body['code']).toBe('one-method');
    expect(hidden.body['detail']).toContain(`${report}, which was published with every number rounded`);
    await council.done('Mona', `${url(half)}/take-figures`, {});
    expect((await newest(half)).figures).toMatchObject({ method: 'rounded', besides: [{ report, edition: 1 }] });
    const next = { ...YEAR, from: '2020-04-01', to: '2021-03-31' };
    const other = (await council.done('Mona', '/published-reports', next)).reference;
    expect((await council.post('Mona', `${url(other)}/take-figures`, { method: 'hidden' })).body['code']).toBe(
      'one-method',
    );
  });
});
