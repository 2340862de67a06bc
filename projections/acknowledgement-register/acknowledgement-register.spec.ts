import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { rowsAfter, type Story } from '../../test/support/read-models.js';
import { acknowledgementRegister } from './acknowledgement-register.js';

const given = {
  type: 'PracticeAcknowledged',
  data: {
    reference: 'PA-1',
    givenOn: '2022-07-01',
    giverRole: 'conference-chair',
    giver: 'chair-moss',
    protocolVersion: 1,
    acknowledged: Controls.acknowledged,
    adviceGiven: [],
  },
};
const corrected = {
  type: 'AcknowledgementCorrected',
  data: { acknowledged: { ...Controls.acknowledged, theme: 'PA-SIB', children: ['1', '2'] }, reason: 'Both children.' },
};
const story = (...events: Story['events']): Story => ({ stream: 'acknowledgement-PA-1', events });

describe('an acknowledgement in the register', () => {
  it('is counted by the day given, with the giver’s post of that day', () => {
    expect(rowsAfter(acknowledgementRegister, story(given))).toMatchObject([
      { reference: 'PA-1', quarter: '2022/23 Q2', team: 'wyre-forest', giver_role: 'conference-chair', version: 1 },
    ]);
  });

  it('is replaced whole by a correction, on the day it was first given', () => {
    expect(rowsAfter(acknowledgementRegister, story(given, corrected))).toMatchObject([
      { version: 2, theme: 'PA-SIB', child_count: 2, given_on: '2022-07-01' },
    ]);
  });

  it('loses the thanks of somebody who was named by mistake, and keeps the others', () => {
    const named = (person: string) => ({ person, name: null, agency: null });
    const version = (...people: string[]) => ({ ...Controls.acknowledged, people: people.map(named) });
    const first = { ...given, data: { ...given.data, acknowledged: version(Controls.iro.person) } };
    const thanked = { type: 'AcknowledgementThanked', data: { text: 'Thank you.' } };
    const second = (person: string) => ({
      type: 'AcknowledgementCorrected',
      data: { acknowledged: version(person), reason: 'It was a colleague.' },
    });
    const after = (...events: Story['events']) => rowsAfter(acknowledgementRegister, story(...events));
    expect(after(first, thanked)).toMatchObject([{ thanks: 1 }]);
    expect(after(first, thanked, second('another'))).toMatchObject([{ thanks: 0, thanked_by: [] }]);
    expect(after(first, thanked, second(Controls.iro.person))).toMatchObject([{ thanks: 1 }]);
  });

  it('loses the thanks that were taken back', () => {
    const thanked = { type: 'AcknowledgementThanked', data: { text: 'Thank you.' } };
    const takenBack = { type: 'AcknowledgementThanksTakenBack', data: { reason: 'The wrong one.' } };
    expect(rowsAfter(acknowledgementRegister, story(given, thanked, takenBack))).toMatchObject([
      { thanks: 0, thanked_by: [] },
    ]);
  });

  it('loses the thanks of the manager whose team it is about no more, when it is moved to the right child', () => {
    const thanked = { type: 'AcknowledgementThanked', data: { text: 'From all of us.' } };
    const moved = (team: string) => ({
      type: 'AcknowledgementMovedToChild',
      data: { from: { children: ['1'], team: 'wyre-forest' }, to: { children: ['2'], team }, reason: 'A slip.' },
    });
    const after = (...events: Story['events']) => rowsAfter(acknowledgementRegister, story(...events));
    expect(after(given, thanked, moved('wyre-forest'))).toMatchObject([{ thanks: 1, was_moved: true }]);
    expect(after(given, thanked, moved('redditch'))).toMatchObject([{ thanks: 0, thanked_by: [] }]);
  });

  it('stays in the register when it is withdrawn', () => {
    const withdrawn = { type: 'AcknowledgementWithdrawn', data: { reason: 'The wrong person.' } };
    expect(rowsAfter(acknowledgementRegister, story(given, withdrawn))).toMatchObject([{ status: 'withdrawn' }]);
  });
});
