import { describe, expect, it } from '@jest/globals';
import { bundledHolidays } from '../../calendar/bank-holidays.js';
import { workingCalendar } from '../../calendar/working-days.js';
import { deadlineFor } from '../deadline.js';
import { stageOf } from '../ladder.js';
import { ACKNOWLEDGEMENT_THEMES, DISPUTE_THEMES } from '../themes.js';
import { shipped, tableOf } from '../../../test/support/shipped.js';

const read = shipped('worcestershire');
const { protocol, warnings } = read;

describe('the protocol of the example registers', () => {
  it('gives five working days informally, ten at stage 1, and sets none above', () => {
    expect(tableOf(read).map(([number, , , clock]) => [number, clock])).toEqual([
      [0, '5 working-days'],
      [1, '10 working-days'],
      [2, 'none'],
      [3, 'none'],
      [4, 'none'],
    ]);
    expect(warnings).toHaveLength(3);
    expect(warnings.every((warning) => warning.includes('“none set”'))).toBe(true);
  });

  it('gives the dates that stand in the registers', () => {
    const calendar = workingCalendar(bundledHolidays());
    const dueOn = (stage: number, raisedOn: string) =>
      deadlineFor(stageOf(protocol, stage), `${raisedOn}T09:00:00.000Z`, calendar).dueOn;
    expect(dueOn(0, '2022-04-01')).toBe('2022-04-08'); // I22/001
    expect(dueOn(1, '2022-04-01')).toBe('2022-04-19'); // F22/001, over Easter
    expect(dueOn(2, '2022-04-01')).toBeNull();
  });

  it('collects every theme in both years, equality and diversity included', () => {
    const codes = [...DISPUTE_THEMES, ...ACKNOWLEDGEMENT_THEMES].map((theme) => theme.code);
    expect(protocol.themes.map((theme) => theme.code)).toEqual(codes);
    expect(protocol.themes.every((theme) => theme.from === undefined && theme.to === undefined)).toBe(true);
  });

  it('lets conference chairs give acknowledgements, as the published total counts them', () => {
    expect(protocol.acknowledgement.givers).toEqual(['iro', 'conference-chair']);
  });
});
