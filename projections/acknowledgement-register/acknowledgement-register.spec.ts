import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { readModelsOf, rowsAfter, type Story } from '../../test/support/read-models.js';
import { registerOf } from '../../test/support/registers.js';
import { acknowledgementRegister } from './acknowledgement-register.js';
import {
  countAcknowledgements,
  findAcknowledgement,
  listAcknowledgements,
} from './acknowledgement-register.queries.js';

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
const sight = { everything: true, today: '2022-07-02' };

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

  it('stays in the register when it is withdrawn', () => {
    const withdrawn = { type: 'AcknowledgementWithdrawn', data: { reason: 'The wrong person.' } };
    expect(rowsAfter(acknowledgementRegister, story(given, withdrawn))).toMatchObject([{ status: 'withdrawn' }]);
  });
});

describe('the list of acknowledgements', () => {
  const models = () =>
    readModelsOf(
      story(given, corrected),
      ...registerOf('one', { acknowledgements: [{}, { team: 'north' }], covers: [] }),
    );

  it('is filtered, counted and paged', async () => {
    const readModels = await models();
    const list = (filters: object) =>
      listAcknowledgements({ filters, sight }, readModels).items.map((each) => each.reference);
    expect(list({})).toEqual(['PA-1', 'one-a1', 'one-a0']);
    expect(list({ giverRole: 'conference-chair' })).toEqual(['PA-1']);
    expect(list({ child: '2' })).toEqual(['PA-1']);
    expect(list({ team: 'north', imported: true })).toEqual(['one-a1']);
    expect(list({ quarter: '2022/23 Q1', theme: 'PA-DIRECT' })).toEqual(['one-a1', 'one-a0']);
    expect(countAcknowledgements({ filters: { imported: true }, sight }, readModels)).toBe(2);
    const { items, next } = listAcknowledgements({ sight, limit: 2 }, readModels);
    expect(items).toHaveLength(2);
    expect(listAcknowledgements({ sight, limit: 2, cursor: next! }, readModels).items).toMatchObject([
      { reference: 'one-a0' },
    ]);
  });

  it('is narrowed to what a person may see', async () => {
    const readModels = await models();
    const seenBy = (who: object) =>
      listAcknowledgements({ sight: { today: '2022-07-02', ...who } }, readModels).items.map((each) => each.reference);
    expect(seenBy({})).toEqual([]);
    expect(seenBy({ named: ['worker-hale'] })).toEqual(['PA-1']);
    expect(seenBy({ begunBy: 'chair-moss' })).toEqual(['PA-1']);
    expect(seenBy({ teams: ['north'] })).toEqual(['one-a1']);
    expect(findAcknowledgement('PA-1', { today: '2022-07-02', teams: ['north'] }, readModels)).toBeUndefined();
  });
});
