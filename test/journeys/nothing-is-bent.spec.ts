import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import { Postbox } from '../notices/postbox.js';
import { sweepAt } from '../notices/sweep.js';
import type { TimelinessDto } from '../../src/reports/timeliness/timeliness.dto.js';
import { aConcern, aConcernOf, anAnswer, Council } from './council.js';

/*
 * Changes to the record that those who must answer, and days that are said afterwards, cannot bring about; asked over HTTP, from Monday 3
 * April 2023.
 */

describe('A rule of the process cannot be got round', () => {
  const postbox = new Postbox();
  let council: Council;

  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
  });
  afterAll(() => council.end());

  const page = async (reference: string): Promise<DisputeDto> =>
    (await council.get<DisputeDto>('Iris', `/disputes/${reference}`)).body;
  const raise = async (over: object = {}): Promise<string> =>
    (await council.done('Iris', '/disputes', aConcern(over))).reference;

  it('the assistant director does not send down what the IRO raised with them: they ask, and the IRO is told', async () => {
    const reference = await raise({ stage: 3, stageReason: 'It has waited since February.' });
    const act = (person: string, name: string) =>
      council.post(person, `/disputes/${reference}/${name}`, { toStage: 1, reason: 'The team manager first.' });
    expect(await act('Anton', 'send-back')).toMatchObject({ status: 403, body: { code: 'sending-back-not-yours' } });
    postbox.collect();
    expect((await act('Anton', 'ask-to-send-back')).status).toBe(200);
    await council.caughtUp();
    expect(postbox.collect()).toEqual([expect.stringMatching(/^iris: asked to be sent back to a lower stage/)]);
    expect((await page(reference)).rounds).toMatchObject([{ stage: 3, sendBackAskedTo: 1 }]);
    const stays = { reason: 'It cannot wait.' };
    await council.done('Iris', `/disputes/${reference}/refuse-to-send-back`, stays);
    expect((await page(reference)).rounds).toMatchObject([{ stage: 3, sendBackAskedTo: null }]);
  });

  it('a child whom the directory has as looked after has the Cafcass route, whatever was typed at raising', async () => {
    const reference = await raise({ population: 'child-protection', theme: 'HEALTH' });
    await council.done('Iris', `/disputes/${reference}/refer-to-cafcass`, {
      ...{ grounds: 'Regulation 45.', legalAdviceTaken: false, told: ['iro-manager'], sentOn: '2023-04-03' },
    });
    expect((await page(reference)).cafcass).toHaveLength(1);
  });

  it('an action on record as missed stays so when an earlier day is said, until the IRO confirms that day', async () => {
    const reference = await raise({ theme: 'EDUC' });
    const act = (person: string, name: string, body: object) =>
      council.post(person, `/disputes/${reference}/${name}`, body);
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer());
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'satisfied', reason: 'There is a date.' });
    await sweepAt(council, '2023-04-15T08:00:00.000Z');
    expect((await page(reference)).actions).toMatchObject([{ missed: true, doneOn: null }]);
    council.at('2023-05-11T09:00:00.000Z');
    const done = { actionId: 'A1', evidence: 'The minutes of the panel.' };
    expect(await act('Tom', 'mark-action-done', { ...done, doneOn: '2023-03-31' })).toMatchObject({
      status: 400,
      body: { code: 'done-before-raised' },
    });
    await council.done('Tom', `/disputes/${reference}/mark-action-done`, { ...done, doneOn: '2023-04-14' });
    expect((await page(reference)).actions).toMatchObject([
      { doneOn: '2023-04-14', recordedOn: '2023-05-11', missed: true, recordedLate: true, confirmedInTime: null },
    ]);
    const confirmed = { actionId: 'A1', reason: 'I sat in that panel.' };
    expect((await act('Tom', 'confirm-action-in-time', confirmed)).status).toBe(403);
    await council.done('Iris', `/disputes/${reference}/confirm-action-in-time`, confirmed);
    expect((await page(reference)).actions).toMatchObject([
      { missed: false, recordedLate: true, confirmedInTime: { on: '2023-05-11', reason: 'I sat in that panel.' } },
    ]);
    const history = await council.get('Iris', `/disputes/${reference}/events`);
    expect(history.text).toContain('ActionDeadlinePassed');
  });

  it('an informal dispute that nobody answered is asked once more, and the first date stays missed', async () => {
    council.at('2023-05-11T09:00:00.000Z');
    const reference = (await council.done('Iris', '/disputes', aConcernOf('2023-05-11', { kind: 'informal' })))
      .reference;
    const again = { dueOn: '2023-05-26', reason: 'The worker was ill, and is back.' };
    const path = `/disputes/${reference}/give-new-date`;
    expect(await council.post('Iris', path, again)).toMatchObject({ status: 409, body: { code: 'not-late-yet' } });
    await sweepAt(council, '2023-05-19T08:00:00.000Z');
    postbox.collect();
    expect((await council.post('Tom', path, again)).status).toBe(403);
    await council.done('Iris', path, again);
    expect(postbox.collect()).toEqual(
      expect.arrayContaining(['tom: the date has moved: answer by Friday 26 May 2023']),
    );
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer({ actions: [] }));
    const { rounds } = await page(reference);
    expect(rounds).toMatchObject([{ deadline: { dueOn: '2023-05-18' } }, { deadline: { dueOn: '2023-05-26' } }]);
    expect(rounds[1]!.answers).toMatchObject([{ late: false }]);
    const { body } = await council.get<TimelinessDto>('Mona', '/reports/timeliness/2023-24?by=kind');
    expect(body.counted?.figures).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          dimensions: { kind: 'informal' },
          due: 2,
          inTime: expect.objectContaining({ count: 1 }),
        }),
      ]),
    );
  });
});
