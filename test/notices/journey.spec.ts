import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

describe('a formal dispute, from raising through silence to its next stage', () => {
  const postbox = new Postbox();
  let council: Council;
  let reference: string;
  const act = (person: string, name: string, body: object) =>
    council.done(person, `/disputes/${reference}/${name}`, body);

  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
  });
  afterAll(() => council.end());

  it('tells those who must answer that it was raised, and by when they must', async () => {
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
    const [first] = postbox.sent;
    expect(first!.text).toBe(
      [
        'A dispute is addressed to the post you hold. An answer is asked of you, by Wednesday 12 April 2023.',
        `Reference: ${reference}\nhttps://footprint.example/disputes/${reference}`,
        'What it is about can be read only after signing in. A message with the same number is the same message.\n' +
          `Message number: ${first!.id}`,
      ].join('\n\n'),
    );
    expect(postbox.collect()).toEqual([
      'alma: a dispute for you to answer, by Wednesday 12 April 2023',
      'tom: a dispute for you to answer, by Wednesday 12 April 2023',
    ]);
  });

  it('reminds them in the morning of the working day before, once', async () => {
    await sweepAt(council, '2023-04-11T06:59:00.000Z');
    expect(postbox.collect()).toEqual([]);
    await sweepAt(council, '2023-04-11T07:00:00.000Z');
    await sweepAt(council, '2023-04-11T07:01:00.000Z');
    expect(postbox.collect()).toEqual([
      'alma: your answer is due by Wednesday 12 April 2023',
      'tom: your answer is due by Wednesday 12 April 2023',
    ]);
  });

  it('tells the answerers and the judge in the morning that no answer came, once', async () => {
    await sweepAt(council, '2023-04-12T22:59:00.000Z');
    expect(postbox.collect()).toEqual([]);
    await sweepAt(council, '2023-04-12T23:00:00.000Z');
    expect(postbox.collect()).toEqual([]);
    await sweepAt(council, '2023-04-13T06:00:00.000Z');
    await sweepAt(council, '2023-04-13T06:01:00.000Z');
    expect(postbox.collect()).toEqual([
      'alma: your answer is overdue',
      'iris: no answer came in time',
      'tom: your answer is overdue',
    ]);
  });

  it('tells the next stage that it has come up, and the last one that it has gone', async () => {
    council.at('2023-04-13T09:00:00.000Z');
    await act('Iris', 'escalate', { reason: 'No answer came.' });
    expect(postbox.collect()).toEqual([
      'alma: escalated to the next stage',
      'sven: a dispute has come up to you, answer by Thursday 20 April 2023',
      'tom: escalated to the next stage',
    ]);
  });

  it('tells about more time asked for, and given', async () => {
    await act('Sven', 'ask-for-extension', { askedFor: '2023-04-21', reason: 'Panel meets on the 20th.' });
    expect(postbox.collect()).toEqual(['iris: more time is asked for', 'mona: more time is asked for']);
    await act('Iris', 'grant-extension', {});
    expect(postbox.collect()).toEqual([
      'mona: more time was given: an answer is asked by Friday 21 April 2023',
      'sven: more time is given: answer by Friday 21 April 2023',
    ]);
  });

  it('tells the judge that there is an answer, and the owner of an action when it is due and overdue', async () => {
    await act(
      'Sven',
      'answer',
      anAnswer({ actions: [{ what: 'Take the plan to panel.', who: 'Tom', by: '2023-04-28' }] }),
    );
    expect(postbox.collect()).toEqual(['iris: answered: say if you are satisfied']);
    await act('Iris', 'judge', { verdict: 'satisfied', reason: 'There is a date.' });
    expect(postbox.collect()).toEqual([
      'sven: the answer is accepted',
      'tom: action A1 is yours to do, by Friday 28 April 2023',
    ]);
    await sweepAt(council, '2023-04-27T07:00:00.000Z');
    expect(postbox.collect()).toEqual(['tom: action A1 is due by Friday 28 April 2023']);
    // A Friday, before the bank holiday of Monday.
    await sweepAt(council, '2023-04-28T23:00:00.000Z');
    await sweepAt(council, '2023-05-02T06:00:00.000Z');
    expect(postbox.collect()).toEqual(['iris: action A1 was not done in time', 'tom: action A1 is overdue']);
  });

  it('tells the IRO to whom it is handed over, and the one who held it', async () => {
    await act('Mona', 'hand-over', { toIro: 'ivan', reason: 'Iris has left.' });
    expect(postbox.collect()).toEqual([
      'iris: held by somebody else from now on',
      'ivan: a dispute has been handed over to you',
    ]);
  });
});
