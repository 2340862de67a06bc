import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import { Postbox } from '../notices/postbox.js';
import { sweepAt } from '../notices/sweep.js';
import { aConcern, anAnswer, Council } from './council.js';

/* An agreed action is kept from whoever does it by somebody else's mistake, past its day. Once that is taken back nobody is late for it. From Monday 3 April 2023. */

describe('An agreed action whose dispute was void by mistake', () => {
  const postbox = new Postbox();
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
  });
  afterAll(() => council.end());

  it('has the lost working days again when that is taken back, and is not overdue', async () => {
    const url = `/disputes/${(await council.done('Iris', '/disputes', aConcern())).reference}`;
    await council.done('Tom', `${url}/answer`, anAnswer());
    await council.done('Iris', `${url}/judge`, { verdict: 'satisfied', reason: 'It has a date.' });
    await council.done('Iris', `${url}/void`, { because: 'raised-in-error', reason: 'Another child.' });
    await sweepAt(council, '2023-04-21T09:00:00.000Z');
    postbox.collect();
    const { entries } = (await council.get<HistoryDto>('Iris', `${url}/events`)).body;
    const { revision: entry } = entries.findLast(({ what }) => what === 'DisputeVoided')!;
    await council.done('Iris', `${url}/take-back-entry`, { entry, reason: 'It was this child.' });
    await sweepAt(council, '2023-04-21T10:00:00.000Z');
    const told = postbox.collect().filter((line) => line.startsWith('tom: '));
    expect(told.join('\n')).not.toMatch(/overdue|14 April/);
    expect(told.join('\n')).toMatch(/action A1 is yours to do, by/);
  });
});
