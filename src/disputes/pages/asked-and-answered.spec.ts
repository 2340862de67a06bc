import { describe, expect, it } from '@jest/globals';
import type { DisputeDto } from '../read/dispute.dto.js';
import { askedAndAnswered } from './asked-and-answered.js';

const WANTED = { what: 'Hold a meeting', who: null, by: null, measure: null };
const answered = {
  answers: [{ agreement: 'partly', answeredBy: { name: 'Tom' }, answeredOn: '2023-04-05', reasons: 'A worker left.' }],
  verdicts: [{ role: 'iro', post: 'conference-chair', verdict: 'not', reason: 'It is too late for him.' }],
};
const dispute = (rounds: object[], actions: object[] = []): DisputeDto =>
  ({ actions, raisedWith: { concern: 'Nothing moves.', actionsWanted: [WANTED] }, rounds }) as unknown as DisputeDto;

describe('The record above a form', () => {
  it('holds for whoever answers at the next stage how the one before answered, and why that was not enough', () => {
    const shown = askedAndAnswered(dispute([answered, { answers: [], verdicts: [] }]));
    expect(shown.raised?.concern).toBe('Nothing moves.');
    expect(shown.answers).toMatchObject([{ by: 'Tom', reasons: 'A worker left.' }]);
    expect(shown.verdicts).toMatchObject([{ post: 'conference-chair', reason: 'It is too late for him.' }]);
  });

  it('names the agreed actions, and which of them are still to be done', () => {
    const open = { actionId: 'A1', what: 'Hold a meeting', who: 'Tom', by: '2023-04-21', doneOn: null };
    expect(askedAndAnswered(dispute([answered], [open, { ...open, doneOn: '2023-04-20' }])).agreed).toEqual([
      { what: 'Hold a meeting', who: 'Tom', by: 'Friday 21 April 2023', answered: 'not yet done' },
      { what: 'Hold a meeting', who: 'Tom', by: 'Friday 21 April 2023', answered: 'done 20 April 2023' },
    ]);
  });

  it('holds only what was raised before anybody has answered', () => {
    expect(askedAndAnswered(dispute([{ answers: [], verdicts: [] }]))).toMatchObject({ answers: [], verdicts: [] });
  });
});
