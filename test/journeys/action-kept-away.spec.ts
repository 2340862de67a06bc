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

describe('An action that is agreed only after its day', () => {
  const postbox = new Postbox();
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
  });
  afterAll(() => council.end());

  it('has the working days since it was offered, and since an acceptance that was taken back, and is not overdue', async () => {
    const raised = async () => `/disputes/${(await council.done('Iris', '/disputes', aConcern())).reference}`;
    const urls = [await raised(), await raised()];
    const [, late] = urls;
    for (const url of urls) await council.done('Tom', `${url}/answer`, anAnswer());
    await council.done('Iris', `${late}/judge`, { verdict: 'satisfied', reason: 'It has a date.' });
    const { entries } = (await council.get<HistoryDto>('Iris', `${late}/events`)).body;
    const { revision: entry } = entries.findLast(({ what }) => what === 'AnswerAccepted')!;
    await council.done('Iris', `${late}/take-back-entry`, { entry, reason: 'It was another answer.' });
    await sweepAt(council, '2023-04-21T09:00:00.000Z');
    postbox.collect();
    for (const url of urls) await council.done('Iris', `${url}/judge`, { verdict: 'satisfied', reason: 'It does.' });
    await sweepAt(council, '2023-04-21T10:00:00.000Z');
    const told = postbox.collect().filter((line) => line.startsWith('tom: '));
    expect(told.join('\n')).not.toMatch(/overdue|14 April/);
    expect(told.filter((line) => /action A1 is yours to do, by Wednesday 3 May/.test(line))).toHaveLength(2);
  });
});
