import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendingTo } from '../../src/cli/over-the-api.js';
import { run } from '../../src/cli/run.js';
import type { DisputeDto, HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';

/* A dispute at the command line is what its reader has of it in the API, on the same day. */
describe('A dispute at the command line', () => {
  let council: Council;
  let reference: string;

  beforeAll(async () => {
    council = await Council.begin();
    reference = (await council.done('Iris', '/disputes', aConcern({ concern: 'Nobody has planned for her.' })))
      .reference;
    council.at('2023-04-05T09:00:00.000Z');
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer({ reasons: 'There is a plan now.' }));
    await council.caughtUp();
  });
  afterAll(() => council.end());

  const typed = async (person: string | null, ...words: string[]) => {
    const token = person === null ? undefined : (await council.authorization(person)).replace('Bearer ', '');
    let [out, said] = ['', ''];
    const code = await run(['record', 'dispute', ...words], {
      environment: { FOOTPRINT_TOKEN: token },
      print: (text) => void (out += text),
      say: (text) => void (said += text),
      api: sendingTo(council.app),
    });
    return { code, out, said };
  };

  it('is the dispute of the API and its history, now and as they stood', async () => {
    for (const asAt of [undefined, '2023-04-03']) {
      const { code, out } = await typed('Mona', reference, ...(asAt === undefined ? [] : ['--as-at', asAt]), '--json');
      expect(code).toBe(0);
      const read = async <Answer>(path: string): Promise<Answer> =>
        (await council.get<Answer>('Mona', `${path}${asAt === undefined ? '' : `?asAt=${asAt}`}`)).body;
      expect(JSON.parse(out)).toEqual({
        dispute: await read<DisputeDto>(`/disputes/${reference}`),
        history: await read<HistoryDto>(`/disputes/${reference}/events`),
      });
    }
  });

  it('says in words how it stands, what happened and what was written, and nothing that came later', async () => {
    const { out: now } = await typed('Mona', reference);
    expect(now).toContain(`${reference}, formal: open`);
    expect(now).toContain('What is happening: Nobody has planned for her.');
    expect(now).toContain('Reasons: There is a plan now.');
    const { out: before } = await typed('Mona', reference, '--as-at', '2023-04-03');
    expect(before).toMatch(/^As it stood at the end of 3 April 2023\./);
    expect(before).toContain('Waits for: answer');
    expect(before).toContain('Nobody has planned for her.');
    expect(before).not.toContain('There is a plan now.');
  });

  it('is what the person may read whose token it is, and puts on record that they opened it', async () => {
    expect(await typed('Tess', reference)).toMatchObject({ code: 1, out: '' });
    expect(await typed(null, reference)).toMatchObject({
      ...{ code: 1, out: '', said: expect.stringContaining('FOOTPRINT_TOKEN') },
    });
    expect((await typed('Mona', 'DRP-NONE')).code).toBe(2);
    expect((await typed('Mona', reference, '--as-at', 'tomorrow')).code).toBe(2);
    expect(await typed('Mona', reference, '--as-at', '2023-03-31')).toMatchObject({ code: 1, out: '' });
    await council.caughtUp();
    const { body } = await council.get<object>('Mona', `/disputes/${reference}/views`);
    expect(JSON.stringify(body)).toContain('mona');
  });
});
