import { describe, expect, it } from '@jest/globals';
import { bundledHolidays } from '../../calendar/bank-holidays.js';
import { workingCalendar } from '../../calendar/working-days.js';
import { deadlineFor } from '../deadline.js';
import { ACKNOWLEDGEMENT_THEMES, DISPUTE_THEMES } from '../themes.js';
import { shipped, tableOf } from '../../../test/support/shipped.js';

const read = shipped('leicestershire');
const { protocol, warnings } = read;
const [, escalation, tracking, challenge] = protocol.stages;

describe('the Leicestershire QA alert', () => {
  it('climbs from the team over the escalation process to two monthly meetings', () => {
    expect(tableOf(read)).toEqual([
      [0, 'Informal QA', 'social-worker or team-manager', '5 working-days'],
      [1, 'QA alert', 'team-manager', '5 working-days'],
      [2, 'Escalation process', 'service-manager or head-of-service', '10 working-days'],
      [3, 'Pre-challenge tracking meeting', 'iro-manager', 'meeting'],
      [4, 'Challenge meeting', 'agency-decision-maker or assistant-director or qa-service-manager', 'meeting'],
    ]);
  });

  it('is a concern or good practice on one form, in the council’s own words', () => {
    expect(protocol.kinds).toEqual(['concern', 'good-practice']);
    expect(protocol.words).toEqual({
      dispute: 'QA alert',
      disputes: 'QA alerts',
      informal: 'informal QA',
      formal: 'QA alert of concern',
      acknowledgement: 'QA alert of good practice',
      acknowledgements: 'QA alerts of good practice',
      stage: 'stage',
      stages: 'stages',
      meeting: 'challenge meeting',
      meetings: 'challenge meetings',
      prefix: 'DRP',
    });
    expect(protocol.acknowledgement).toEqual({ givers: ['iro', 'conference-chair'] });
  });

  it('expects a call first and does not compel it', () => {
    expect(protocol.beforeRaising).toMatchObject([{ act: 'call', rule: 'expected' }]);
  });

  it('times the two meetings by a date given by hand', () => {
    const calendar = workingCalendar(bundledHolidays());
    for (const meeting of [tracking, challenge]) {
      expect(meeting?.needs).toBe('meeting-decision');
      const set = deadlineFor(meeting!, '2022-04-14T09:00:00.000Z', calendar, '2022-05-03');
      expect([set.dueOn, set.dueAt]).toEqual(['2022-05-03', '2022-05-03T23:00:00.000Z']);
      expect(deadlineFor(meeting!, '2022-04-14T09:00:00.000Z', calendar, null).dueOn).toBeNull();
    }
    expect(protocol.stages.at(-1)!.needs).toBe('meeting-decision');
  });

  it('opens the tracking meeting to the IRO manager, and the challenge meeting after all earlier stages', () => {
    expect(escalation?.escalatedBy).toEqual(['iro-manager']);
    expect(tracking?.entry).toEqual({ rule: 'with-reason', by: ['iro-manager'] });
    expect(challenge?.entry).toEqual({ rule: 'after-all-earlier', by: ['iro', 'iro-manager'] });
    expect(challenge?.copyTo).toEqual(['head-of-service']);
  });

  it('loads with a warning for each, because the guidance lets the IRO bypass any stage', () => {
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toMatch(/Stage 3 .*Handbook \(6\.2\)/);
    expect(warnings[1]).toMatch(/Stage 4 .*only after all earlier stages.*Handbook \(6\.2\)/);
  });

  it('collects equality and diversity from 2021, and every other theme throughout', () => {
    const { themes } = protocol;
    const everyCode = [...DISPUTE_THEMES, ...ACKNOWLEDGEMENT_THEMES].map((theme) => theme.code);
    expect(themes.map((theme) => theme.code)).toEqual(everyCode);
    expect(themes.filter((theme) => theme.from !== undefined || theme.to !== undefined)).toEqual([
      { code: 'EDI', label: 'Equality and diversity', from: '2021-01-01' },
    ]);
  });

  it('leaves the statutory right to Cafcass where it is', () => {
    expect(protocol.cafcass).toEqual({ populations: ['looked-after'], by: ['iro'] });
  });
});
