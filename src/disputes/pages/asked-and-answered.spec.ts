import { describe, expect, it } from '@jest/globals';
import type { DisputeDto } from '../read/dispute.dto.js';
import { askedAndAnswered } from './asked-and-answered.js';

const WANTED = { what: 'Hold a meeting', who: null, by: null, measure: null };
const answered = {
  answers: [{ agreement: 'partly', answeredBy: { name: 'Tom' }, answeredOn: '2023-04-05', reasons: 'A worker left.' }],
  verdicts: [{ role: 'iro', verdict: 'not', reason: 'It is too late for him.' }],
};
const dispute = (rounds: object[]): DisputeDto =>
  ({ raisedWith: { concern: 'Nothing moves.', actionsWanted: [WANTED] }, rounds }) as unknown as DisputeDto;

describe('The record above a form', () => {
  it('holds for whoever answers at the next stage how the one before answered, and why that was not enough', () => {
    const shown = askedAndAnswered(dispute([answered, { answers: [], verdicts: [] }]));
    expect(shown.raised?.concern).toBe('Nothing moves.');
    expect(shown.answers).toMatchObject([{ by: 'Tom', reasons: 'A worker left.' }]);
    expect(shown.verdicts).toMatchObject([{ role: 'iro', reason: 'It is too late for him.' }]);
  });

  it('holds only what was raised before anybody has answered', () => {
    expect(askedAndAnswered(dispute([{ answers: [], verdicts: [] }]))).toMatchObject({ answers: [], verdicts: [] });
  });
});
