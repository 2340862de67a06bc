import { expect, it } from '@jest/globals';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { Controls } from '../../test/support/controls.js';
import { rowsAfter } from '../../test/support/read-models.js';
import { movements } from './movements.js';

const reopened: DisputeEvent = { type: 'DisputeReopened', data: { reason: 'It was not done.' } };
const formalised: DisputeEvent = { type: 'DisputeFormalised', data: { formal: 'F', reason: 'No answer came.' } };
const movedIn = (...events: DisputeEvent[]) =>
  rowsAfter(movements, { stream: 'dispute-A', events }).map(({ number, on, what, stage }) => [number, on, what, stage]);

it('keeps each time a dispute went up, was settled, or came back', () => {
  expect(movedIn(...Controls.disputeRaised(), ...Controls.escalated(), Controls.resolved(), reopened)).toEqual([
    [1, '2022-04-14', 'up', 2],
    [2, '2022-04-14', 'settled', 1],
    [3, '2022-04-14', 'reopened', null],
  ]);
});

it('counts an informal dispute that became formal as gone up', () => {
  expect(movedIn(...Controls.informalRaised(), formalised)).toEqual([[1, '2022-04-14', 'up', null]]);
});

it('counts as re-raised what was so at its raising, or was linked as such later', () => {
  const link = { kind: 're-raises' as const, to: 'Z' };
  expect(movedIn(...Controls.disputeRaised({ links: [link] }))).toEqual([[1, '2022-04-14', 're-raised', 1]]);
  expect(movedIn(...Controls.disputeRaised(), { type: 'DisputeLinked', data: { link } })).toEqual([
    [1, '2022-04-14', 're-raised', null],
  ]);
  expect(movedIn(...Controls.disputeRaised({ links: [{ kind: 'same-matter', to: 'Z' }] }))).toEqual([]);
});

it('keeps nothing of an import', () => {
  expect(movedIn(Controls.disputeImported({ outcome: 'RES-FULL', resolvedOn: '2021-05-01' }))).toEqual([]);
});
