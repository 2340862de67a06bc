import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, anAnswer, Council } from './council.js';

describe('a dispute, from raising to its end', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  it('is raised, answered, judged partly, sent up, answered again and resolved', async () => {
    const raised = await council.done('Iris', '/disputes', aConcern());
    const { reference } = raised;
    expect(reference).toMatch(/^DRP-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const act = (person: string, name: string, body: object) =>
      council.done(person, `/disputes/${reference}/${name}`, body);

    await act('Tom', 'answer', anAnswer({ agreement: 'partly' }));
    await act('Iris', 'judge', { verdict: 'partly', reason: 'There is still no date for panel.' });
    await act('Iris', 'escalate', { reason: 'She cannot wait for another review.' });
    await act('Sven', 'answer', anAnswer({ reasons: 'Panel is on 21 April.' }));
    await act('Iris', 'judge', { verdict: 'satisfied', reason: 'There is a date and a person.' });
    await act('Tom', 'mark-action-done', { actionId: 'A1', evidence: 'Panel minutes.', doneOn: '2023-04-03' });
    await act('Iris', 'resolve', { outcome: 'RES-FULL', impact: ['plan-moving'] });
  });
});
