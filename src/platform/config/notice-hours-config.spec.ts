import { describe, expect, it } from '@jest/globals';
import { noticeHoursIn, USUAL_HOURS } from './notice-hours-config.js';
import { SettingInvalid } from './setting-invalid.js';

describe('The hours in which people are told', () => {
  it('are seven to seven, with digests at eight, unless set', () => {
    expect(noticeHoursIn({})).toEqual(USUAL_HOURS);
  });

  it('are the council’s own', () => {
    expect(
      noticeHoursIn({ NOTICES_HOURS: '08:30-17:00', NOTICES_MORNING: '09:15', NOTICES_AT_ANY_HOUR: 'deaths, cafcass' }),
    ).toEqual({ from: '08:30', to: '17:00', morning: '09:15', atAnyHour: ['deaths', 'cafcass'] });
    expect(noticeHoursIn({ NOTICES_AT_ANY_HOUR: 'none' }).atAnyHour).toEqual([]);
    expect(noticeHoursIn({ NOTICES_AT_ANY_HOUR: 'everything' }).atAnyHour).toBe('everything');
  });

  it('begin with the digests where eight is not among them', () => {
    expect(noticeHoursIn({ NOTICES_HOURS: '09:00-17:00' }).morning).toBe('09:00');
  });

  it.each([
    [{ NOTICES_HOURS: '7-19' }, /NOTICES_HOURS is "7-19": write two times of one day as 07:00-19:00/],
    [{ NOTICES_HOURS: '19:00-07:00' }, /NOTICES_HOURS is "19:00-07:00"/],
    [{ NOTICES_MORNING: '06:00' }, /NOTICES_MORNING is "06:00": write a time of day as 08:00, within NOTICES_HOURS/],
    [{ NOTICES_MORNING: 'early' }, /NOTICES_MORNING is "early"/],
    [{ NOTICES_AT_ANY_HOUR: 'deaths, all' }, /NOTICES_AT_ANY_HOUR is "deaths, all": write some of urgent-disputes/],
  ])('%j is refused with a sentence', (environment, sentence) => {
    expect(() => noticeHoursIn(environment)).toThrow(SettingInvalid);
    expect(() => noticeHoursIn(environment)).toThrow(sentence);
  });
});
