import { expect, it } from '@jest/globals';
import { rowsAfter, type Story } from '../../test/support/read-models.js';
import type { RecommendationsEvent } from '../../src/reviews/recommendations/events.js';
import { recommendations } from './recommendations.js';

const sent: RecommendationsEvent = {
  type: 'RecommendationsSent',
  data: {
    reference: 'REC-7K4M-2QXH',
    child: '1568440',
    iro: 'iro-rowe',
    team: 'through-care-3',
    reviewedOn: '2022-04-12',
    recommendations: [{ number: 'R1', what: 'Book the dentist', who: null, by: null }],
    protocolVersion: 1,
    answeredBy: ['team-manager'],
    sentOn: '2022-04-14',
    dueOn: '2022-04-25',
    dueAt: '2022-04-25T23:00:00.000Z',
    rule: '5 working days, recommendations',
  },
};
const silence: RecommendationsEvent = {
  type: 'RecommendationsAgreedBySilence',
  data: { dueOn: '2022-04-25', dueAt: '2022-04-25T23:00:00.000Z' },
};
const disagreed: RecommendationsEvent = {
  type: 'RecommendationsDisagreed',
  data: { role: 'team-manager', reason: 'It is done.' },
};
const left: RecommendationsEvent = { type: 'DisagreementLetStand', data: { reason: 'They are right.' } };

const row = (...events: Story['events']) =>
  rowsAfter(recommendations, { stream: 'recommendations-REC-7K4M-2QXH', events })[0]!;

it('keeps what recommendations wait for, and whether the answer came late', () => {
  expect(row(sent)).toMatchObject({ standing: 'awaiting-answer', answered_late: false });
  expect(row(sent, silence)).toMatchObject({ standing: 'agreed-by-silence', answered_late: false });
  const late = { ...disagreed, at: '2022-04-26T09:00:00.000Z' };
  expect(row(sent, silence, late)).toMatchObject({ standing: 'to-decide', answered_late: true });
  expect(row(sent, disagreed)).toMatchObject({ standing: 'to-decide', answered_late: false });
  expect(row(sent, disagreed, left)).toMatchObject({ standing: 'decided' });
  const takenBack: RecommendationsEvent = { type: 'RecommendationsAnswerTakenBack', data: { reason: 'A slip.' } };
  expect(row(sent, disagreed, takenBack)).toMatchObject({ standing: 'awaiting-answer', answered_late: false });
  expect(row(sent, silence, late, takenBack)).toMatchObject({ standing: 'agreed-by-silence', answered_late: false });
  const withdrawn: RecommendationsEvent = { type: 'RecommendationsWithdrawn', data: { reason: 'A slip.' } };
  expect(row(sent, disagreed, withdrawn)).toMatchObject({ standing: 'withdrawn' });
  const moved: RecommendationsEvent = {
    type: 'RecommendationsDateSet',
    data: { dueOn: '2022-04-26', dueAt: '2022-04-26T23:00:00.000Z' },
  };
  expect(row(sent, moved)).toMatchObject({ due_on: '2022-04-26', not_yet_certain: false });
});
