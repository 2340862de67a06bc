import { describe, expect, it } from '@jest/globals';
import { rowsAfter } from '../../test/support/read-models.js';
import type { ChildEvent } from '../../src/directory/events.js';
import { childAllocations } from '../child-allocations/child-allocations.js';
import { children } from './children.js';

const knownFromRegister: ChildEvent = {
  type: 'ChildRegistered',
  data: { childId: '1095978', initials: null, bornOn: null, population: 'looked-after', fromRegister: true },
};
const story = (...events: ChildEvent[]): { stream: string; events: ChildEvent[] } => ({
  stream: 'child-1095978',
  events: [knownFromRegister, ...events],
});

const DETAILS = { initials: 'AB', population: 'looked-after' } as const;
const inCare = {
  ...{
    left_care_on: null,
    left_care_because: null,
    corrected_out_of_care_on: null,
    died_on: null,
    died_at: null,
    death_known_at: null,
  },
  ...{ mistaken_end_from: null, mistaken_end_to: null, death_taken_back_by: null },
};

describe('the row of a child', () => {
  it('says when the child is known only from a register', () => {
    expect(rowsAfter(children, story())).toEqual([
      { child: '1095978', initials: null, born_on: null, population: 'looked-after', from_register: true, ...inCare },
    ]);
  });

  it('is completed later', () => {
    const rows = rowsAfter(
      children,
      story({
        type: 'ChildDetailsCompleted',
        data: { initials: 'AB', bornOn: '2012-09-03', population: 'care-leaver' },
      }),
    );
    expect(rows).toEqual([
      {
        child: '1095978',
        initials: 'AB',
        born_on: '2012-09-03',
        population: 'care-leaver',
        from_register: false,
        ...inCare,
      },
    ]);
  });

  it('says how and when care ended, and of a death', () => {
    const [row] = rowsAfter(
      children,
      story(
        { type: 'ChildLeftCare', data: { on: '2022-05-06', because: 'adopted' } },
        { type: 'ChildDied', data: { on: '2023-01-09' } },
      ),
    );
    expect(row).toMatchObject({ left_care_on: '2022-05-06', left_care_because: 'adopted', died_on: '2023-01-09' });
  });

  it('says when a death was on record by mistake', () => {
    const [row] = rowsAfter(
      children,
      story(
        { type: 'ChildDied', data: { on: '2022-04-09' } },
        { type: 'ChildDeathTakenBack', data: { on: '2022-04-09', reason: 'It was another child.' } },
      ),
    );
    expect(row).toMatchObject({ died_on: null, mistaken_end_from: '2022-04-14', mistaken_end_to: '2022-04-14' });
  });

  it.each([
    [
      'of birth',
      '2022-04-10',
      { type: 'ChildDetailsCompleted', data: { ...DETAILS, bornOn: '2004-04-10' } },
      { type: 'ChildDetailsCompleted', data: { ...DETAILS, bornOn: '2005-04-10' } },
    ],
    [
      'of leaving care',
      '2022-04-05',
      { type: 'ChildLeftCare', data: { on: '2022-04-05', because: 'adopted' } },
      { type: 'ChildLeftCare', data: { on: '2022-04-13', because: 'adopted' } },
    ],
    [
      'of coming back, which is that of leaving',
      '2022-04-05',
      { type: 'ChildLeftCare', data: { on: '2022-04-05', because: 'adopted' } },
      { type: 'ChildCameBackIntoCare', data: { on: '2022-04-05' } },
    ],
  ] satisfies [string, string, ChildEvent, ChildEvent][])('says so of a day %s', (_, from, wrong, right) => {
    const [row] = rowsAfter(children, story(wrong, right));
    expect(row).toMatchObject({ mistaken_end_from: from, mistaken_end_to: '2022-04-14' });
  });

  it('says since when a child who was in care is not, by a correction, and when that was a mistake', () => {
    const known: ChildEvent = { type: 'ChildDetailsCompleted', data: { ...DETAILS, bornOn: null } };
    const otherwise: ChildEvent = {
      type: 'ChildDetailsCompleted',
      data: { ...known.data, population: 'child-in-need' },
    };
    const [corrected] = rowsAfter(children, story(known, otherwise));
    expect(corrected).toMatchObject({ corrected_out_of_care_on: '2022-04-14', mistaken_end_from: null });
    const [putRight] = rowsAfter(children, story(known, otherwise, known));
    expect(putRight).toMatchObject({ corrected_out_of_care_on: null, mistaken_end_from: '2022-04-14' });
    const [neverKnown] = rowsAfter(children, story(otherwise));
    expect(neverKnown).toMatchObject({ corrected_out_of_care_on: null });
  });

  it('leaves the allocations to their own rows, one after another', () => {
    const rows = rowsAfter(
      childAllocations,
      story(
        { type: 'ChildAllocated', data: { team: 'tc1', iro: 'g-rowe', from: null } },
        { type: 'ChildAllocated', data: { team: 'tc2', iro: 'g-rowe', from: '2022-09-01' } },
      ),
    );
    expect(rows).toEqual([
      {
        child: '1095978',
        number: 1,
        team: 'tc1',
        iro: 'g-rowe',
        from: null,
        since: '2022-04-14T09:00:00.000Z',
        caseload: null,
      },
      {
        child: '1095978',
        number: 2,
        team: 'tc2',
        iro: 'g-rowe',
        from: '2022-09-01',
        since: '2022-08-31T23:00:00.000Z',
        caseload: null,
      },
    ]);
  });
});
