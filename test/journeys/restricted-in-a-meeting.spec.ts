import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cookieOf } from '../support/page-sessions.js';
import { aConcern, Council } from './council.js';

/*
 * A restricted case on the agenda of a meeting: whoever is on its list and sits there decides, and nobody writes into it who may not read it.
 */

type Problem = { code: string; detail: string };

const reason = 'The child is to be adopted by a colleague.';
const decision = {
  ...{ itemId: 'I1', discussion: 'The panel has a date.', decision: 'decided' },
  actions: [{ what: 'Take the plan to panel', who: 'Agnes', by: '2023-05-19' }],
};

describe('A restricted case on the agenda of a meeting', () => {
  let council: Council;
  let restricted: string;
  let meeting: string;
  beforeAll(async () => {
    council = await Council.begin('leicestershire');
    restricted = (await council.done('Iris', '/disputes', aConcern())).reference;
    await council.done('Iris', `/disputes/${restricted}/escalate`, { toStage: 4, reason: 'It is for the meeting.' });
    meeting = (
      await council.done('Mona', '/challenge/meetings', {
        ...{ kind: 'challenge', name: 'Challenge meeting', heldOn: '2023-04-03', startsAt: '14:00' },
        posts: ['assistant-director', 'agency-decision-maker', 'iro-manager'],
      })
    ).reference;
    const other = (await council.done('Iris', '/disputes', aConcern({ theme: 'HEALTH' }))).reference;
    for (const dispute of [restricted, other])
      await council.done('Mona', at('add-items'), { items: [{ dispute, note: 'Look.' }] });
    await council.done('Iris', `/disputes/${restricted}/restrict`, { readers: ['agnes'], reason });
    await council.done('Mona', at('begin'), { present: [{ post: 'assistant-director', person: 'anton' }] });
  });
  afterAll(() => council.end());

  const at = (act: string) => `/challenge/meetings/${meeting}/${act}`;
  const pageFor = async (person: string, path = '') =>
    council.app.inject({
      ...{ url: `/challenge/meetings/${meeting}${path}`, headers: { cookie: cookieOf(person), accept: 'text/html' } },
    });

  it('is decided on by nobody who may not read it, who learns what to do', async () => {
    for (const person of ['Anton', 'Mona']) {
      const refused = await council.post<Problem>(person, at('decide-item'), decision);
      expect([person, refused.status, refused.body.code]).toEqual([person, 409, 'case-kept-from-you']);
      expect(refused.body.detail).toContain('ask the IRO of the case to add somebody who sits in the meeting');
      expect((await pageFor(person)).body).not.toContain('notes/I1');
      expect((await pageFor(person)).body).toContain('notes/I2');
    }
    expect((await council.get('Iris', `/disputes/${restricted}/events`)).text).not.toContain(decision.discussion);
  });

  it('is decided on by who is on its list and sits there, on its page too, and nothing else of the meeting is theirs', async () => {
    expect((await pageFor('Agnes')).body).toContain('notes/I1');
    expect((await pageFor('Agnes')).body).not.toContain('notes/I2');
    expect((await pageFor('Agnes', '/notes/I1')).statusCode).toBe(200);
    expect((await council.post('Agnes', at('decide-item'), { ...decision, itemId: 'I2' })).status).toBe(403);
    expect((await council.post('Agnes', at('close'), {})).status).toBe(403);
    expect(await council.post('Agnes', at('decide-item'), decision)).toMatchObject({ status: 200 });
    expect((await council.get('Iris', `/disputes/${restricted}`)).text).toContain('Take the plan to panel');
  });

  it('keeps its decision from being taken back by those who may not read it', async () => {
    const takingBack = { itemId: 'I1', reason: 'It was another case.' };
    for (const person of ['Anton', 'Mona'])
      expect(await council.post<Problem>(person, at('take-back-decision'), takingBack)).toMatchObject({
        status: 409,
        body: { code: 'case-kept-from-you' },
      });
    expect(await council.post('Agnes', at('take-back-decision'), takingBack)).toMatchObject({ status: 200 });
  });

  it('comes off the agenda by those who arrange the meeting, so that it can be closed', async () => {
    expect((await council.post('Mona', at('take-off-item'), { itemId: 'I1', reason: 'Nobody can.' })).status).toBe(200);
  });
});
