import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import { cookieOf, CSRF } from '../support/page-sessions.js';
import { Council } from './council.js';
import { importedRow } from './imported-row.js';

/*
 * A row of a register that is wrong is corrected in the browser and over the API, also one that has ended; and whoever is refused learns who does
 * that.
 */

let council: Council;
beforeAll(async () => {
  council = await Council.begin();
});
afterAll(() => council.end());

const endedRow = (): Promise<string> => importedRow(council, { outcome: 'RES-FULL', resolvedOn: '2023-03-28' });
const correction = (row: string, column: string, value?: string) => ({
  ...{ row, reason: 'It was typed wrongly.' },
  cells: [{ column, ...(value === undefined ? {} : { value }) }],
});
const correct = (person: string, ...cell: Parameters<typeof correction>) =>
  council.post<{ code?: string; reference?: string; advice?: { code: string }[] }>(
    person,
    '/imports/correct-row',
    correction(...cell),
  );
const read = async (reference: string): Promise<DisputeDto> =>
  (await council.get<DisputeDto>('Mona', `/disputes/${reference}`)).body;
const page = (person: string, url: string, fields?: Record<string, string>) => {
  const headers = { cookie: cookieOf(person), accept: 'text/html' };
  if (fields === undefined) return council.app.inject({ url, headers });
  return council.app.inject({
    ...{ method: 'POST', url, payload: new URLSearchParams({ _csrf: CSRF, ...fields }).toString() },
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  });
};

describe('A row of a register that has ended', () => {
  it('is corrected by whoever brings registers in, and says why', async () => {
    const reference = await endedRow();
    expect(await correct('Beth', reference, 'Theme', 'VISIT')).toMatchObject({ status: 200, body: { reference } });
    expect(await read(reference)).toMatchObject({ theme: { code: 'VISIT' }, status: 'imported' });
    const events = (await council.get('Mona', `/disputes/${reference}/events`)).text;
    expect(events).toContain('It was typed wrongly.');
    expect((await correct('Mona', reference, 'Theme', 'VISIT')).body.advice).toMatchObject([
      { code: 'changes-nothing' },
    ]);
  });

  it('can be made an open one again, which is taken on', async () => {
    const reference = await importedRow(council, { outcome: 'RES-FULL' });
    await council.post('Iris', `/disputes/${reference}/take-on`, {});
    expect((await correct('Mona', reference, 'Outcome')).status).toBe(200);
    await council.done('Iris', `/disputes/${reference}/take-on`, {});
    expect(await correct('Mona', reference, 'Theme', 'VISIT')).toMatchObject({
      ...{ status: 409, body: { code: 'not-imported' } },
    });
  });

  it('refuses what no row may say, and nobody else corrects it', async () => {
    const reference = await endedRow();
    expect((await correct('Mona', reference, 'Theme', 'NONE')).body.code).toBe('correction-refused');
    expect((await correct('Mona', reference, 'Colour', 'red')).body.code).toBe('not-a-column');
    expect((await correct('Mona', 'DRP-7K4M-2QXH', 'Theme', 'VISIT')).status).toBe(404);
    for (const person of ['Iris', 'Tom', 'Dora', 'Percy'])
      expect([person, (await correct(person, reference, 'Theme', 'VISIT')).status]).toEqual([person, 403]);
  });

  it('is not there for those who may not read it', async () => {
    const reference = await endedRow();
    await council.done('Iris', `/disputes/${reference}/restrict`, { readers: ['iris'], reason: 'A colleague.' });
    expect(await correct('Beth', reference, 'Theme', 'VISIT')).toMatchObject({ status: 404 });
  });

  it('says to whoever would work on it that it has ended and who corrects it, and sends nobody to take it on', async () => {
    const reference = await endedRow();
    const acts: readonly (readonly [string, object])[] = [
      ['take-on', {}],
      ['hand-over', { toIro: 'ivan', reason: 'She has left.' }],
      ['correct-theme', { theme: 'VISIT', reason: 'The wrong one.' }],
      ['withdraw', { reason: 'The wrong one.' }],
    ];
    for (const [act, body] of acts) {
      const { body: refused } = await council.post<{ code: string; detail: string }>(
        'Iris',
        `/disputes/${reference}/${act}`,
        body,
      );
      expect([act, refused.code]).toEqual([act, 'ended-in-register']);
      expect(refused.detail).toContain('Correct a row');
    }
  });

  it('is corrected on a page, which is led to with its reference', async () => {
    const reference = await endedRow();
    expect((await page('Mona', '/imports')).body).toContain('href="/imports/correct-row"');
    const form = await page('Mona', `/imports/correct-row?row=${reference}`);
    expect([form.statusCode, form.body]).toEqual([200, expect.stringContaining(`value="${reference}"`)]);
    const sent = await page('Mona', '/imports/correct-row', {
      ...{ row: reference, 'cells[0][column]': 'Theme', 'cells[0][value]': 'VISIT', reason: 'It was typed wrongly.' },
      ...{ _step: 'send', _command: /name="_command" value="([^"]*)"/.exec(form.body)![1]! },
    });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/imports']);
    await council.caughtUp();
    expect(await read(reference)).toMatchObject({ theme: { code: 'VISIT' } });
    expect((await page('Iris', '/imports/correct-row')).statusCode).toBe(403);
  });

  it('has no page where the reference that leads there is of no row, or of a row that is kept from who asks', async () => {
    for (const row of ['nothing', 'DRP-7K4M-2QXH'])
      expect([row, (await page('Mona', `/imports/correct-row?row=${row}`)).statusCode]).toEqual([row, 404]);
    expect((await page('Mona', '/imports/correct-row?row=')).statusCode).toBe(200);
    const reference = await endedRow();
    expect((await page('Beth', `/imports/correct-row?row=${reference}`)).statusCode).toBe(200);
    await council.done('Iris', `/disputes/${reference}/restrict`, { readers: ['iris'], reason: 'A colleague.' });
    expect((await page('Beth', `/imports/correct-row?row=${reference}`)).statusCode).toBe(404);
  });
});
