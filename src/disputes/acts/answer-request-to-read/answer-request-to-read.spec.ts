import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';
import type { AnswerRequestToRead } from './answer-request-to-read.js';

const director = Controls.director.person;
const request: DisputeEvent = { type: 'ReadingAskedFor', data: { reason: 'The theme has come back.' } };
const asked = [...Controls.disputeRaised(), by(Controls.director, request)];
const byTheManager = Controls.context(Controls.iroManager, { now: '2022-04-20T09:00:00.000Z' });
const letRead: AnswerRequestToRead = {
  ...{ type: 'answer-request-to-read', person: director, answer: 'let-read', lastDay: '2022-05-13', reason: null },
};
const granted: DisputeEvent = { type: 'ReadingGranted', data: { person: director, lastDay: '2022-05-13' } };
const refusal = { ...letRead, answer: 'refuse' as const, lastDay: null, reason: 'Her IRO tells you.' };

describe('Answering a request to read', () => {
  it('lets the person who asked read it until a day, of 90 at most', () => {
    given(...asked)
      .when(letRead, byTheManager)
      .then(granted);
    for (const [lastDay, code] of [
      [null, 'last-day-missing'],
      ['2022-04-19', 'last-day-missing'],
      ['2022-07-20', 'last-day-too-far'],
    ] as const)
      given(...asked)
        .when({ ...letRead, lastDay }, byTheManager)
        .thenRefuses(code);
    given(...asked)
      .when({ ...letRead, lastDay: '2022-07-19' }, byTheManager)
      .then({ type: 'ReadingGranted', data: { person: director, lastDay: '2022-07-19' } });
  });

  it('says why not', () => {
    given(...asked)
      .when(refusal, byTheManager)
      .then({ type: 'ReadingRefused', data: { person: director, reason: 'Her IRO tells you.' } });
    given(...asked)
      .when({ ...refusal, reason: ' ' }, byTheManager)
      .thenRefuses('words-missing');
  });

  it('is of somebody who asked, or may read it already, and never of oneself', () => {
    given(...Controls.disputeRaised())
      .when(letRead, byTheManager)
      .thenRefuses('nobody-asked');
    given(...asked, granted)
      .when({ ...letRead, lastDay: '2022-04-21' }, byTheManager)
      .then({ type: 'ReadingGranted', data: { person: director, lastDay: '2022-04-21' } });
    given(...asked)
      .when(letRead, Controls.context(Controls.director, { now: '2022-04-20T09:00:00.000Z' }))
      .thenRefuses('own-request');
  });

  it('opens nothing that is restricted to others', () => {
    const restricted: DisputeEvent = { type: 'DisputeRestricted', data: { readers: ['iro-rowe'], reason: 'Family.' } };
    given(...asked, granted, restricted)
      .when(letRead, byTheManager)
      .thenRefuses('restricted-to-others');
  });

  it('is over once a list says who reads it, or it is void', () => {
    const restricted: DisputeEvent = { type: 'DisputeRestricted', data: { readers: ['iro-rowe'], reason: 'Family.' } };
    const voided: DisputeEvent = {
      ...{ type: 'DisputeVoided', data: { because: 'raised-in-error', duplicateOf: null, reason: 'It was another.' } },
    };
    for (const end of [restricted, voided]) {
      const { state } = given(...asked, end);
      expect('matter' in state && state.matter.requestsToRead).toEqual([]);
    }
    given(...asked, restricted)
      .when(refusal, byTheManager)
      .thenRefuses('nobody-asked');
  });

  it('leaves no more than the latest answer', () => {
    const { state } = given(...asked, granted, { type: 'ReadingRefused', data: { person: director, reason: 'No.' } });
    expect('matter' in state && [state.matter.requestsToRead, state.matter.letRead]).toEqual([[], []]);
  });
});
